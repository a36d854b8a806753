import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCases } from '#app/features/cases/queries/for-team.server.ts'
import { caseFilters } from '#app/features/cases/schema.ts'
import { CaseList } from '#app/features/cases/ui/case-list.tsx'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('cases.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireModerator({ request, context })
  const asked = new URL(request.url).searchParams.get('list')
  const filter = caseFilters.find((name) => name === asked) ?? 'open'
  return { filter, cases: await listCases(filter, { actor, now: context.now }) }
}

export default function Cases() {
  const { filter, cases } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('cases.desk.title')}
        detail={t('cases.desk.detail')}
        filters={caseFilters.map((name) => ({
          href: `/admin/cases${name === 'open' ? '' : `?list=${name}`}`,
          label: t(`cases.desk.filters.${name}`),
          current: name === filter,
        }))}
      />
      <CaseList filter={filter} cases={cases} />
    </>
  )
}
