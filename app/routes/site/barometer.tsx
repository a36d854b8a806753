import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { newReportId, takeReport } from '#app/features/remedies/commands/take-report.server.ts'
import { answerableLettersOf } from '#app/features/remedies/queries/answerable-letters.server.ts'
import { countAside, publicBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { reportForm } from '#app/features/remedies/barometer/report.ts'
import { tablesOf } from '#app/features/remedies/barometer/rows.ts'
import { BarometerPage } from '#app/features/remedies/ui/barometer-page.tsx'
import { privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'
import { parseForm, type FormErrors, type FormValues } from '#app/http/parse-form.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm } from '#app/ui/form-answers.ts'

export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? privatePage

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => {
  if (!shown) return []
  const t = translator(shown.locale)
  return [
    { title: t('barometer.headTitle', { campaign: shown.title }) },
    { name: 'description', content: t('barometer.lead') },
  ]
}

/** A campaign that has no letters has no barometer. @throws 404 */
async function withLetters({ params, context }: LoaderFunctionArgs) {
  const { locale, campaign } = await addressedCampaign(params)
  const letters = await answerableLettersOf(campaign.id, parisDay(context.now))
  if (letters.length === 0) throw refuse(404)
  return { locale, campaign, letters }
}

export async function loader(args: LoaderFunctionArgs) {
  const { locale, campaign, letters } = await withLetters(args)
  const { id, slug } = campaign
  const [text, published, weeksAside] = await Promise.all([findText(id, locale), publicBarometer(id), countAside(id)])
  return data(
    {
      locale,
      slug,
      title: plainTitle(text?.title ?? slug),
      letters: letters.map(({ code, slug: letter, title }) => ({ code, slug: letter, title: title[locale] })),
      published: published && { tables: tablesOf(published.shown), asOf: published.asOf },
      weeksAside,
      once: newReportId(),
      source: { url: publicUrl(`/${locale}/${slug}/remedies/barometer`), day: parisDay(args.context.now) },
    },
    { headers: privatePage },
  )
}

export async function action(args: ActionFunctionArgs) {
  const { locale, campaign, letters } = await withLetters(args)
  const form = await parseForm(args.request, { schema: reportForm })
  const again = (status: 422 | 429, values: FormValues, errors: FormErrors) =>
    data({ values, errors }, { status, headers: privatePage })
  if (args.context.throttled) return again(429, form.values, { form: 'barometer.errors.tooMany' })
  if (!form.ok) return again(422, form.values, form.errors)
  if (!letters.some(({ code }) => code === form.value.letter))
    return again(422, form.values, { letter: 'barometer.errors.letter' })
  await takeReport(campaign.id, form.value, args.context.now)
  return seeOther(`/${locale}/${campaign.slug}/remedies/barometer/thanks`)
}

export default function Barometer() {
  const { once, ...shown } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>() ?? emptyForm
  const sent = 'once' in typed.values && typeof typed.values.once === 'string' ? typed.values.once : once
  return <BarometerPage {...shown} typed={typed} once={sent} />
}
