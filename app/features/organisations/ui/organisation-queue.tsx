import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { QueuedOrganisation } from '../queries/for-team.server.ts'
import type { OrganisationState, QueueFilter } from '../schema.ts'

const tones: Record<OrganisationState, StatusTone> = {
  pending: 'waiting',
  confirmed: 'active',
  approved: 'done',
  refused: 'stopped',
  unpublished: 'stopped',
}

export function OrganisationStateTag({ state }: { state: OrganisationState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`organisations.states.${state}`)}</StatusTag>
}

interface QueueProps {
  filter: QueueFilter
  organisations: readonly QueuedOrganisation[]
}

/** One drawer of the desk. What may be there twice is marked. */
export function OrganisationQueue({ filter, organisations }: QueueProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<QueuedOrganisation>[] = [
    {
      key: 'name',
      label: t('organisations.desk.name'),
      render: ({ id, name, twice }) => (
        <>
          <a href={`/admin/organisations/${id}`}>{name}</a>{' '}
          {twice && <span className="chip chip-soft">{t('organisations.desk.twice')}</span>}
        </>
      ),
    },
    {
      key: 'state',
      label: t('organisations.desk.state'),
      render: ({ state }) => <OrganisationStateTag state={state} />,
    },
    { key: 'kind', label: t('organisations.desk.kind'), render: ({ kind }) => t(`organisations.kinds.${kind}`) },
    { key: 'place', label: t('organisations.desk.place'), render: ({ place }) => place },
    { key: 'campaign', label: t('organisations.desk.campaign'), render: ({ campaign }) => campaign },
    {
      key: 'since',
      label: t('organisations.desk.since'),
      render: ({ since }) => formatInstant(locale, new Date(since)),
    },
  ]
  return (
    <DataTable
      caption={t('organisations.desk.caption')}
      columns={columns}
      rows={organisations}
      keyOf={({ id }) => id}
      empty={{
        title: t(`organisations.desk.empty.${filter}`),
        children: <p>{t(`organisations.desk.emptyWhy.${filter}`)}</p>,
      }}
    />
  )
}
