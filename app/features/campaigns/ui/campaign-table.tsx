import { Form } from '@remix-run/react'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { CampaignForStaff } from '../queries/for-staff.server.ts'

export type CampaignRow = CampaignForStaff & { confirmed: number }

const tones: Record<CampaignForStaff['today'], StatusTone> = {
  draft: 'waiting',
  scheduled: 'waiting',
  open: 'active',
  closed: 'stopped',
}

export function CampaignTable({ campaigns }: { campaigns: readonly CampaignRow[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<CampaignRow>[] = [
    { key: 'name', label: t('staff.campaigns.name'), render: (campaign) => <CampaignName campaign={campaign} /> },
    {
      key: 'state',
      label: t('staff.campaigns.state'),
      render: ({ today }) => <StatusTag tone={tones[today]}>{t(`staff.campaigns.states.${today}`)}</StatusTag>,
    },
    { key: 'opensAt', label: t('staff.campaigns.opensAt'), render: ({ opensAt }) => formatDay(locale, opensAt) },
    {
      key: 'closesAt',
      label: t('staff.campaigns.closesAt'),
      render: ({ closesAt }) => (closesAt ? formatDay(locale, closesAt) : t('staff.campaigns.noEnd')),
    },
    {
      key: 'confirmed',
      label: t('staff.campaigns.signatures'),
      numeric: true,
      render: ({ confirmed }) => formatNumber(locale, confirmed),
    },
    { key: 'actions', label: t('staff.campaigns.actions'), render: (campaign) => <Turn campaign={campaign} /> },
  ]
  return (
    <DataTable
      caption={t('staff.campaigns.caption')}
      columns={columns}
      rows={campaigns}
      keyOf={({ id }) => String(id)}
      empty={{ title: t('staff.campaigns.empty'), children: <p>{t('staff.campaigns.emptyWhy')}</p> }}
    />
  )
}

/** A draft has no public page to lead to. */
function CampaignName({ campaign: { slug, title, state, association, demonstration } }: { campaign: CampaignRow }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {state === 'draft' ? title : <a href={`/${locale}/${slug}`}>{title}</a>}
      <p className="small">
        <a href={`/admin/campaigns/${slug}`}>{t('staff.campaigns.work')}</a>
      </p>
      <p className="small">{demonstration ? `${association} – ${t('staff.campaigns.demonstration')}` : association}</p>
    </>
  )
}

/** Closing stops a public page for everyone: it says so and asks once more. */
function Turn({ campaign: { id, title, today } }: { campaign: CampaignRow }) {
  const t = useT()
  if (today !== 'open' && today !== 'scheduled')
    return <TurnForm id={id} intent="open" label={t('staff.campaigns.open', { title })} />
  return (
    <details key={today}>
      <summary>{t('staff.campaigns.close')}</summary>
      <p className="small">{t('staff.campaigns.closeWhy')}</p>
      <TurnForm id={id} intent="close" label={t('staff.campaigns.closeConfirm', { title })} />
    </details>
  )
}

const TurnForm = ({ id, intent, label }: { id: number; intent: 'open' | 'close'; label: string }) => (
  <Form method="post">
    <input type="hidden" name="campaignId" value={id} />
    <input type="hidden" name="intent" value={intent} />
    <Button kind="quiet">{label}</Button>
  </Form>
)
