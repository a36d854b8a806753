import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { setPaperAddress } from '#app/features/paper/commands/set-address.server.ts'
import { listAddresses, listBatches } from '#app/features/paper/queries/for-team.server.ts'
import { addressForm, batchFilters } from '#app/features/paper/schema.ts'
import { Addresses } from '#app/features/paper/ui/addresses.tsx'
import { BatchQueue } from '#app/features/paper/ui/batch-queue.tsx'
import { invalid, refuse, seeOther } from '#app/http/answer.server.ts'
import { parseForm } from '#app/http/parse-form.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('paper.desk.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const asked = new URL(request.url).searchParams.get('list')
  const filter = batchFilters.find((name) => name === asked) ?? 'waiting'
  return { filter, batches: await listBatches(filter, actor), addresses: await listAddresses() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const form = await parseForm(request, { schema: addressForm })
  if (!form.ok) return invalid(form)
  const { outcome } = await setPaperAddress(actor, form.value, context.now)
  if (outcome === 'unknown') throw refuse(404)
  return seeOther('/admin/paper?done=address')
}

export default function Paper() {
  const { filter, batches, addresses } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? emptyForm
  const [search] = useSearchParams()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('paper.desk.title')}
        detail={t('paper.desk.detail')}
        actions={<ButtonLink href="/admin/paper/new">{t('paper.desk.new')}</ButtonLink>}
        filters={batchFilters.map((name) => ({
          href: `/admin/paper${name === 'waiting' ? '' : `?list=${name}`}`,
          label: t(`paper.desk.filters.${name}`),
          current: name === filter,
        }))}
      />
      {search.get('done') === 'address' && <Notice kind="success" role="status" title={t('paper.desk.addressDone')} />}
      <BatchQueue filter={filter} batches={batches} />
      <Addresses addresses={addresses} refused={refused} />
    </>
  )
}
