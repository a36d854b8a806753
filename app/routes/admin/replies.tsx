import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseSeveral } from '#app/features/claims/commands/refuse-several.server.ts'
import { listReplyRequests } from '#app/features/claims/queries/replies-for-team.server.ts'
import { refuseSeveralForm } from '#app/features/claims/schema/reply.ts'
import { RefuseSeveral, ReplyList } from '#app/features/claims/ui/reply-list.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff, withKeyring } from '#app/http/require-staff.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
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

export async function action({ request, context }: ActionFunctionArgs) {
  const hands = await withKeyring(await requireStaff({ request, context }, 'campaign'), context)
  const form = await parseForm(request, { schema: refuseSeveralForm, lists: ['chosen'] })
  if (!form.ok) return invalid(form)
  return data({ several: await refuseSeveral(form.value, { ...hands, now: context.now }) }, { headers: privatePage })
}

export default function Replies() {
  const { which, replies, page, pages } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const locale = useLocale()
  const several = answer && 'several' in answer ? answer.several : null
  const refused = answer && 'errors' in answer ? answer : emptyForm
  const errors = useErrorList(refused, ['chosen', 'reason', 'words'])
  const said = (count: number) => ({ count, number: formatNumber(locale, count) })
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
      <ErrorSummary errors={errors} />
      {several !== null && several.done > 0 && (
        <Notice kind="success" role="status" title={t('claims.desk.severalDone', said(several.done))} />
      )}
      {several !== null && several.left > 0 && (
        <Notice kind="warn" role="status" title={t('claims.desk.severalLeft', said(several.left))} />
      )}
      {which === 'open' && replies.length > 0 && (
        <RefuseSeveral action={`${addressOf(which)}${page > 1 ? `?page=${page}` : ''}`} refused={refused} />
      )}
      <ReplyList which={which} replies={replies} />
      <Pagination page={page} pages={pages} href={addressOf(which)} />
    </>
  )
}
