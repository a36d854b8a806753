import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForTeam } from '#app/features/organisations/queries/for-team.server.ts'
import { queueFilters } from '#app/features/organisations/schema.ts'
import { OrganisationQueue } from '#app/features/organisations/ui/organisation-queue.tsx'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('organisations.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = await requireStaff({ request, context }, 'campaign')
  const asked = new URL(request.url).searchParams.get('list')
  const filter = queueFilters.find((name) => name === asked) ?? 'waiting'
  return { filter, organisations: await listForTeam(filter, locale) }
}

export default function Organisations() {
  const { filter, organisations } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('organisations.desk.title')}
        detail={t('organisations.desk.detail')}
        filters={queueFilters.map((name) => ({
          href: `/admin/organisations${name === 'waiting' ? '' : `?list=${name}`}`,
          label: t(`organisations.desk.filters.${name}`),
          current: name === filter,
        }))}
      />
      <OrganisationQueue filter={filter} organisations={organisations} />
    </>
  )
}
