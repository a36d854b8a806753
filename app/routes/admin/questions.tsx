import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedFilters, listAsked, type AskedFilter } from '#app/features/questions/queries/for-team.server.ts'
import { AskedList } from '#app/features/questions/ui/asked-list.tsx'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

const addressOf = (name: AskedFilter) => `/admin/questions${name === 'waiting' ? '' : `?list=${name}`}`

export const meta = pageTitle('questions.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireModerator({ request, context })
  const search = new URL(request.url).searchParams
  const named = search.get('list')
  const wanted = Number(search.get('page') ?? 1)
  const filter = askedFilters.find((name) => name === named) ?? 'waiting'
  const filters = askedFilters.map((name) => ({ name, current: name === filter }))
  return { filter, filters, ...(await listAsked(filter, { now: context.now, wanted })) }
}

export default function Questions() {
  const { filter, filters, asked, page, pages } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('questions.desk.title')}
        detail={t('questions.desk.detail')}
        filters={filters.map(({ name, current }) => ({
          href: addressOf(name),
          label: t(`questions.desk.filters.${name}`),
          current,
        }))}
      />
      <AskedList filter={filter} asked={asked} />
      <Pagination page={page} pages={pages} href={addressOf(filter)} />
    </>
  )
}
