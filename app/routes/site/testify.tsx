import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { departments } from '#app/features/campaigns/departments.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { depositTestimony, newFormId } from '#app/features/testimonies/commands/deposit.server.ts'
import { slowModeration } from '#app/features/testimonies/queries/waiting-time.server.ts'
import { testifyForm } from '#app/features/testimonies/schema.ts'
import { AlreadyPage, ClosedPage, ReceiptPage, TestifyPage } from '#app/features/testimonies/ui/testify-page.tsx'
import { typedAgain } from '#app/features/testimonies/ui/typed.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
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
  const slow = await slowModeration(campaign.id, context.now)
  return data(
    { slug: campaign.slug, open, slow, latestMonth: parisDay(context.now).slice(0, 7), once: newFormId() },
    { status: open ? 200 : 410, headers: privatePage },
  )
}

interface Answer {
  receipt?: string
  already?: true
  typed?: FormState
}

const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const form = await parseForm(request, { schema, lists: ['uses'] })
  const values = form.ok ? typedAgain(form.value) : form.values
  if (!isOpen(campaign, context.now)) return answer(410, { typed: { values, errors: {} } })
  if (!form.ok) return answer(422, { typed: { values, errors: form.errors } })
  if (context.throttled) return answer(429, { typed: { values, errors: { form: 'testimonies.errors.tooMany' } } })
  const deposit = await depositTestimony(form.value, { campaign, locale, now: context.now })
  switch (deposit.outcome) {
    case 'deposited':
      return answer(200, { receipt: deposit.receipt })
    case 'already-deposited':
      return answer(200, { already: true })
    case 'period-in-future':
      return answer(422, { typed: { values, errors: { period: 'testimonies.errors.periodInFuture' } } })
    case 'campaign-closed':
      return answer(410, { typed: { values, errors: {} } })
  }
}

export default function Testify() {
  const { slug, open, slow, latestMonth, once } = useLoaderData<typeof loader>()
  const { receipt, already, typed = emptyForm } = useActionData<typeof action>() ?? {}
  if (receipt) return <ReceiptPage campaignSlug={slug} receipt={receipt} />
  if (already) return <AlreadyPage campaignSlug={slug} />
  if (!open) return <ClosedPage campaignSlug={slug} typed={typed} />
  return <TestifyPage slow={slow} campaignSlug={slug} typed={typed} latestMonth={latestMonth} once={once} />
}
