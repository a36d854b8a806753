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
import { isOpen } from '#app/features/campaigns/rules.ts'
import { depositTestimony, newFormId } from '#app/features/testimonies/commands/deposit.server.ts'
import { takeFilesToday } from '#app/features/testimonies/commands/take-files.server.ts'
import { replacedStops, stopErrors } from '#app/features/testimonies/guard/deposit.ts'
import { findDistress } from '#app/features/testimonies/guard/distress.ts'
import { isRoomForFiles } from '#app/features/testimonies/queries/files-of-a-day.server.ts'
import { slowModeration } from '#app/features/testimonies/queries/waiting-time.server.ts'
import { isMonthAhead } from '#app/features/testimonies/rules.ts'
import { testifyForm } from '#app/features/testimonies/schema.ts'
import { receiptOf } from '#app/features/testimonies/receipt.server.ts'
import { AlreadyPage, ReceiptPage } from '#app/features/testimonies/ui/receipt-page.tsx'
import type { Again, TestifyAnswer } from '#app/features/testimonies/ui/testify-answer.ts'
import { ClosedPage, TestifyPage } from '#app/features/testimonies/ui/testify-page.tsx'
import { isWithinBounds, typedAgain } from '#app/features/testimonies/ui/typed.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm, type FormErrors } from '#app/http/parse-form.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

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
  const [slow, takesFiles] = await Promise.all([slowModeration(campaign.id, context.now), isRoomForFiles(context.now)])
  return data(
    { slug: campaign.slug, open, slow, takesFiles, latestMonth: parisDay(context.now).slice(0, 7), once: newFormId() },
    { status: open ? 200 : 410, headers: privatePage },
  )
}

const answer = (status: number, value: TestifyAnswer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { campaign, locale } = await addressedCampaign(params)
  const { now, throttled } = context
  const network = context.shared ? null : context.network
  const sent = context.files?.get('files') ?? []
  const form = await parseForm(request, { schema, lists: ['uses', 'consequences', 'attempts'] })
  const typed = form.ok ? typedAgain(form.value) : form.values
  if (!isOpen(campaign, now)) return answer(410, { typed: { values: typed, errors: {} } })
  // Browsers send no file back into a form: whoever chose some has to choose them again, and is told.
  const lost: FormErrors = sent.length > 0 ? { files: 'testimonies.errors.filesAgain' } : {}
  const again = (status: number, errors: FormErrors, { values = typed, ...more }: Again = {}) =>
    answer(status, { typed: { values, errors: { ...lost, ...errors } }, ...more })

  // Before the guard reads a word: whoever was told to wait costs nothing more.
  if (throttled) return again(429, { ...(form.ok ? {} : form.errors), form: 'testimonies.errors.tooMany' })
  // Nothing was kept of the files, and nothing else is missing: they come last in the form.
  if (context.cutOff) return again(413, { ...(form.ok ? {} : form.errors), files: 'testimonies.errors.filesTooLarge' })
  if (!isWithinBounds(typed)) return again(422, form.ok ? {} : form.errors)
  if (form.values['guard'] === 'replace') {
    const words = replacedStops(typed, (wording) => translator(locale)(`testimonies.guard.neutral.${wording}`))
    return again(200, {}, { values: { ...typed, ...words }, replaced: true })
  }
  const stops = stopErrors(typed)
  const stopped = Object.keys(stops).length > 0
  if (!form.ok) return again(422, { ...form.errors, ...stops }, { stopped })
  if (stopped) return again(422, stops, { stopped })
  // Before files are drawn: an answer that can be had at once is not waited for.
  const ahead = isMonthAhead(form.value.period, parisDay(now))
  if (ahead) return again(422, { period: 'testimonies.errors.periodInFuture' })
  const taken = await takeFilesToday(sent, now, network)
  if (taken.outcome === 'refused') return again(422, { files: taken.error }, { refusedFiles: taken.refused })
  const deposit = await depositTestimony(form.value, { campaign, locale, now, files: taken.files, network })
  switch (deposit.outcome) {
    case 'deposited':
      return answer(200, { receipt: receiptOf(deposit.receipt, locale), distress: findDistress(form.value.story) })
    case 'already-deposited':
      return answer(200, { already: true })
    case 'no-room-for-files':
      return again(422, { files: 'testimonies.errors.filesToday' })
    case 'period-in-future':
      return again(422, { period: 'testimonies.errors.periodInFuture' })
    case 'campaign-closed':
      return answer(410, { typed: { values: typed, errors: {} } })
  }
}

export default function Testify() {
  const { slug, open, slow, takesFiles, latestMonth, once } = useLoaderData<typeof loader>()
  const {
    receipt,
    distress,
    already,
    typed = emptyForm,
    refusedFiles = [],
    ...guard
  } = useActionData<typeof action>() ?? {}
  if (receipt) return <ReceiptPage campaignSlug={slug} {...{ receipt, distress, script }} />
  if (already) return <AlreadyPage campaignSlug={slug} />
  if (!open) return <ClosedPage campaignSlug={slug} typed={typed} />
  return (
    <TestifyPage
      campaignSlug={slug}
      {...{ slow, takesFiles, typed, latestMonth, once, refusedFiles, script, ...guard }}
    />
  )
}
