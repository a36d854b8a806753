import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { actOnOrganisation } from '#app/features/organisations/desk.server.ts'
import { countryChoices } from '#app/features/organisations/places.ts'
import { findForTeam } from '#app/features/organisations/queries/for-team.server.ts'
import { deskForm } from '#app/features/organisations/schema.ts'
import { OrganisationDesk, OrganisationName } from '#app/features/organisations/ui/organisation-desk.tsx'
import { countries } from '#app/features/signatures/countries.ts'
import { invalid, privatePage, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('organisations.desk.itemTitle')

const schema = deskForm(countries)

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const organisation = await findForTeam(params.id, locale)
  if (!organisation) throw refuse(404)
  return { organisation, choices: countryChoices(locale, countries) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const organisation = await findForTeam(params.id, actor.locale)
  if (!organisation) throw refuse(404)
  const form = await parseForm(request, { schema })
  if (!form.ok) return invalid(form)
  const { id } = organisation
  const said = await actOnOrganisation(form.value, { actor, id, now: context.now })
  // Shown anew, so that a reload does nothing again.
  if (said.outcome === 'done') return seeOther(`/admin/organisations/${id}?done=${form.value.intent}`)
  if (said.outcome === 'unknown') throw refuse(404)
  return data({ said }, { status: said.outcome === 'changed-meanwhile' ? 409 : 200, headers: privatePage })
}

const steps = ['approve', 'refuse', 'reconsider', 'unpublish', 'edit', 'remove-logo'] as const

export default function Organisation() {
  const { organisation, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const [search] = useSearchParams()
  const done = steps.find((step) => step === search.get('done'))
  const refused = answer && 'errors' in answer ? answer : emptyForm
  const errors = useErrorList(refused)
  const said = answer && 'said' in answer ? answer.said : undefined
  return (
    <>
      <Toolbar
        title={<OrganisationName name={organisation.name} />}
        actions={<a href="/admin/organisations">{t('organisations.desk.title')}</a>}
      />
      {!answer && done && <Notice kind="success" role="status" title={t(`organisations.desk.done.${done}`)} />}
      <ErrorSummary errors={errors} />
      {said?.outcome === 'changed-meanwhile' && (
        <Notice kind="warn" role="status" title={t('organisations.desk.changedTitle')}>
          <p>{t('organisations.desk.changed')}</p>
        </Notice>
      )}
      {said?.outcome === 'nothing-changed' && (
        <Notice role="status">
          <p>{t('organisations.desk.nothingChanged')}</p>
        </Notice>
      )}
      <OrganisationDesk
        organisation={organisation}
        countries={choices}
        person={said?.outcome === 'opened' ? said.person : null}
        refused={refused}
      />
    </>
  )
}
