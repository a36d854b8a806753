import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReplyRequests } from '#app/features/claims/queries/replies-for-team.server.ts'
import { ReplyList } from '#app/features/claims/ui/reply-list.tsx'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('claims.desk.title')

const lists = ['open', 'closed'] as const
const addressOf = (name: (typeof lists)[number]) => `/admin/sheets/replies${name === 'open' ? '' : `?list=${name}`}`

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const search = new URL(request.url).searchParams
  const asked = search.get('list')
  const wanted = Number(search.get('page') ?? 1)
  const which = lists.find((name) => name === asked) ?? 'open'
  return { which, ...(await listReplyRequests(which, { actor, now: context.now, wanted })) }
}

export default function Replies() {
  const { which, replies, page, pages } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('claims.desk.title')}
        detail={t('claims.desk.detail')}
        actions={<a href="/admin/sheets">{t('sheets.title')}</a>}
        filters={lists.map((name) => ({
          href: addressOf(name),
          label: t(`claims.desk.filters.${name}`),
          current: name === which,
        }))}
      />
      <ReplyList which={which} replies={replies} />
      <Pagination page={page} pages={pages} href={addressOf(which)} />
    </>
  )
}
