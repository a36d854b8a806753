import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newCaseFormId, openReport } from '#app/features/cases/commands/open-case.server.ts'
import { reportForm } from '#app/features/cases/schema.ts'
import { ReceivedPage, type Received } from '#app/features/cases/ui/received-page.tsx'
import { ReportPage } from '#app/features/cases/ui/report-page.tsx'
import { OffTheSite } from '#app/features/cases/ui/typed.tsx'
import { addressedTestimony } from '#app/http/addressed-testimony.server.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { emptyForm, type FormState } from '#app/ui/form-answers.ts'

export const headers: HeadersFunction = () => privatePage

export const meta: MetaFunction = ({ params }) => [
  { title: translator(isLocale(params.locale) ? params.locale : 'fr')('cases.report.headTitle') },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign, testimony } = await addressedTestimony(params)
  const about = testimony && {
    slug: campaign.slug,
    id: testimony.id,
    title: testimony.title || testimony.text,
    locale: testimony.locale,
    hasPage: testimony.hasPage,
  }
  return data(
    { slug: campaign.slug, about, once: newCaseFormId() },
    { status: testimony ? 200 : 410, headers: privatePage },
  )
}

interface Answer {
  received?: Received
  typed?: FormState
}

const answer = (status: number, value: Answer) => data(value, { status, headers: privatePage })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, testimony } = await addressedTestimony(params)
  const form = await parseForm(request, { schema: reportForm })
  const { values } = form
  if (!testimony) return answer(410, { typed: { values, errors: {} } })
  if (!form.ok) return answer(422, { typed: { values, errors: form.errors } })
  if (context.throttled) return answer(429, { typed: { values, errors: { form: 'cases.errors.tooMany' } } })
  const opened = await openReport(form.value, { testimony, locale, now: context.now })
  const code = opened.outcome === 'opened' ? opened.code : null
  return answer(200, { received: { kind: 'report', code, receivedOn: parisDay(context.now), dueOn: null } })
}

export default function Report() {
  const { slug, about, once } = useLoaderData<typeof loader>()
  const { received, typed = emptyForm } = useActionData<typeof action>() ?? {}
  if (received) return <ReceivedPage campaignSlug={slug} received={received} />
  if (!about) return <OffTheSite campaignSlug={slug} typed={typed} />
  return (
    <ReportPage
      testimony={about}
      typed={typed}
      once={typeof typed.values.once === 'string' ? typed.values.once : once}
    />
  )
}
