import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMailings } from '#app/features/mailings/queries.server.ts'
import { MailingList } from '#app/features/mailings/ui/mailing-list.tsx'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('mailings.list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'mail')
  return { mailings: await listMailings(actor.locale) }
}

export default function Mailings() {
  const { mailings } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <Toolbar
        title={t('mailings.list.title')}
        detail={t('mailings.list.detail')}
        actions={<ButtonLink href="/admin/mailings/new">{t('mailings.list.write')}</ButtonLink>}
      />
      <MailingList mailings={mailings} />
    </>
  )
}
