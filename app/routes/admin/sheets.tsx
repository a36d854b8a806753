import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listForStaff } from '#app/features/campaigns/queries/for-staff.server.ts'
import { countToVerify, listForDesk } from '#app/features/sheets/queries/desk.server.ts'
import { SheetList } from '#app/features/sheets/ui/sheet-list.tsx'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageTitle } from './page-title.ts'
import { sheetForms } from './sheet-forms.ts'

export const meta = pageTitle('sheets.title')

/** One campaign at a time: the one asked for, or the newest. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'campaign')
  const campaigns = await listForStaff(actor.locale, context.now)
  const asked = new URL(request.url).searchParams.get('campaign')
  const campaign = campaigns.find(({ slug }) => slug === asked) ?? campaigns[0]
  if (!campaign) return null
  const today = parisDay(context.now)
  const [lines, { expired, soon }] = await Promise.all([
    listForDesk(campaign.id, sheetForms, today),
    countToVerify(today),
  ])
  return {
    campaigns: campaigns.map(({ slug, title }) => ({ slug, title })),
    campaign: campaign.slug,
    lines,
    toVerify: expired + soon,
  }
}

export default function Sheets() {
  const shown = useLoaderData<typeof loader>()
  const t = useT()
  if (!shown) return <Empty title={t('sheets.noCampaign')} />
  return (
    <>
      <p>
        <a href="/admin/sheets/replies">{t('claims.desk.title')}</a>
      </p>
      <SheetList {...shown} />
    </>
  )
}
