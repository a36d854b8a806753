import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import script from 'virtual:enhance/deposit'
import { departments } from '#app/features/campaigns/departments.ts'
import { qrPath } from '#app/features/campaigns/qr-path.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { takeFiles } from '#app/features/testimonies/attachments.server.ts'
import { depositTestimony, newFormId } from '#app/features/testimonies/commands/deposit.server.ts'
import { testifyForm } from '#app/features/testimonies/schema.ts'
import type { RefusedFile } from '#app/features/testimonies/ui/files-field.tsx'
import { AlreadyPage, ReceiptPage, type Receipt } from '#app/features/testimonies/ui/receipt-page.tsx'
import { ClosedPage, TestifyPage } from '#app/features/testimonies/ui/testify-page.tsx'
import { typedAgain } from '#app/features/testimonies/ui/typed.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm, type FormErrors } from '#app/http/parse-form.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { config } from '#app/infra/config.server.ts'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'

const schema = testifyForm(departments.map(({ code }) => code))

export const headers: HeadersFunction = () => privatePage

/** Neutral: the title is what the history and the tabs of a shared device show. */
export const meta: MetaFunction = ({ params }) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('testimonies.testify.neutralTitle') },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  const open = isOpen(campaign, context.now)
  return data(
    { slug: campaign.slug, open, latestMonth: parisDay(context.now).slice(0, 7), once: newFormId() },
    { status: open ? 200 : 410, headers: privatePage },
  )
}

interface Answer {
  receipt?: Receipt
  already?: true
  typed?: FormState
  refusedFiles?: RefusedFile[]
}

const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const { now, throttled } = context
  const sent = context.files?.get('files') ?? []
  // Browsers send no file back into a form: whoever chose some has to choose them again, and is told.
  const again: FormErrors = sent.length > 0 ? { files: 'testimonies.errors.filesAgain' } : {}
  const form = await parseForm(request, { schema, lists: ['uses', 'consequences', 'attempts'] })
  const values = form.ok ? typedAgain(form.value) : form.values
  if (!isOpen(campaign, now)) return answer(410, { typed: { values, errors: {} } })
  if (!form.ok) return answer(422, { typed: { values, errors: { ...form.errors, ...again } } })
  if (throttled) return answer(429, { typed: { values, errors: { form: 'testimonies.errors.tooMany', ...again } } })
  const taken = await takeFiles(sent)
  if (taken.outcome === 'refused')
    return answer(422, { typed: { values, errors: { files: taken.error } }, refusedFiles: taken.refused })
  const deposit = await depositTestimony(form.value, { campaign, locale, now, files: taken.files })
  switch (deposit.outcome) {
    case 'deposited':
      return answer(200, { receipt: receiptOf(deposit.receipt, locale) })
    case 'already-deposited':
      return answer(200, { already: true })
    case 'period-in-future':
      return answer(422, { typed: { values, errors: { period: 'testimonies.errors.periodInFuture', ...again } } })
    case 'campaign-closed':
      return answer(410, { typed: { values, errors: {} } })
  }
}

const receiptOf = (code: string, locale: Locale): Receipt => ({
  code,
  qr: qrPath(code),
  inbox: `${config().appUrl}/${locale}/inbox`,
})

export default function Testify() {
  const { slug, open, latestMonth, once } = useLoaderData<typeof loader>()
  const { receipt, already, typed = emptyForm, refusedFiles = [] } = useActionData<typeof action>() ?? {}
  if (receipt) return <ReceiptPage campaignSlug={slug} receipt={receipt} script={script} />
  if (already) return <AlreadyPage campaignSlug={slug} />
  if (!open) return <ClosedPage campaignSlug={slug} typed={typed} />
  return <TestifyPage campaignSlug={slug} {...{ typed, latestMonth, once, refusedFiles, script }} />
}
