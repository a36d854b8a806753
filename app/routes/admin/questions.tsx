import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { declineSeveral } from '#app/features/questions/commands/decline-several.server.ts'
import { askedFilters, listAsked, type AskedFilter } from '#app/features/questions/queries/for-team.server.ts'
import { declineSeveralForm } from '#app/features/questions/schema.ts'
import { AskedList, DeclineSeveral } from '#app/features/questions/ui/asked-list.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireModerator } from '#app/http/require-staff.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { emptyForm, useErrorList } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
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

export async function action({ request, context }: ActionFunctionArgs) {
  const hands = await requireModerator({ request, context })
  const form = await parseForm(request, { schema: declineSeveralForm, lists: ['chosen'] })
  if (!form.ok) return invalid(form)
  return data({ several: await declineSeveral(form.value, { ...hands, now: context.now }) }, { headers: privatePage })
}

export default function Questions() {
  const { filter, filters, asked, page, pages } = useLoaderData<typeof loader>()
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
        title={t('questions.desk.title')}
        detail={t('questions.desk.detail')}
        filters={filters.map(({ name, current }) => ({
          href: addressOf(name),
          label: t(`questions.desk.filters.${name}`),
          current,
        }))}
      />
      <ErrorSummary errors={errors} />
      {several !== null && several.done > 0 && (
        <Notice kind="success" role="status" title={t('questions.desk.severalDone', said(several.done))} />
      )}
      {several !== null && several.left > 0 && (
        <Notice kind="warn" role="status" title={t('questions.desk.severalLeft', said(several.left))} />
      )}
      {filter === 'waiting' && asked.length > 0 && (
        <DeclineSeveral action={`${addressOf(filter)}${page > 1 ? `?page=${page}` : ''}`} refused={refused} />
      )}
      <AskedList filter={filter} asked={asked} />
      <Pagination page={page} pages={pages} href={addressOf(filter)} />
    </>
  )
}
