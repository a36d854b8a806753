import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askedFilters, listAsked } from '#app/features/questions/queries/for-team.server.ts'
import { AskedList } from '#app/features/questions/ui/asked-list.tsx'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('questions.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { keyring } = await requireModerator({ request, context })
  const named = new URL(request.url).searchParams.get('list')
  const filter = askedFilters.find((name) => name === named) ?? 'waiting'
  const filters = askedFilters.map((name) => ({ name, current: name === filter }))
  return { filter, filters, asked: await listAsked(filter, { keyring, now: context.now }) }
}

export default function Questions() {
  const { filter, filters, asked } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('questions.desk.title')}
        detail={t('questions.desk.detail')}
        filters={filters.map(({ name, current }) => ({
          href: `/admin/questions${name === 'waiting' ? '' : `?list=${name}`}`,
          label: t(`questions.desk.filters.${name}`),
          current,
        }))}
      />
      <AskedList filter={filter} asked={asked} />
    </>
  )
}
