import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newCaseFormId, openReport } from '#app/features/cases/commands/open-case.server.ts'
import { reportForm } from '#app/features/cases/schema.ts'
import { ReceivedPage } from '#app/features/cases/ui/received-page.tsx'
import { ReportPage } from '#app/features/cases/ui/report-page.tsx'
import { OffTheSite } from '#app/features/cases/ui/typed.tsx'
import { addressedTestimony } from '#app/http/addressed-testimony.server.ts'
import { privatePage } from '#app/http/answer.server.ts'
import { caseAnswer, readCaseForm } from '#app/http/case-form.server.ts'
import { publicUrl } from '#app/http/public-url.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { emptyForm } from '#app/ui/form-answers.ts'
import { unlisted } from './unlisted.ts'

export const headers: HeadersFunction = () => privatePage

export const meta = unlisted('cases.report.headTitle')

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

export async function action(args: ActionFunctionArgs) {
  const { refusal, form, about } = await readCaseForm(args, reportForm)
  if (refusal) return refusal
  const opened = await openReport(form, about)
  const code = opened.outcome === 'opened' ? opened.code : null
  const followUrl = publicUrl(`/${about.locale}/${about.slug}/case`)
  return caseAnswer(200, {
    received: { kind: 'report', code, receivedOn: parisDay(about.now), dueOn: null, followUrl },
  })
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
