import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { SeenBatch } from '../queries/for-team.server.ts'
import type { BatchFilter, BatchState } from '../schema.ts'
import { periodOf } from './batch-words.ts'

const tones: Record<BatchState, StatusTone> = {
  entered: 'active',
  verified: 'done',
  declined: 'stopped',
  replaced: 'stopped',
}

export function BatchStateTag({ state }: { state: BatchState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`paper.states.${state}`)}</StatusTag>
}

interface QueueProps {
  filter: BatchFilter
  batches: readonly SeenBatch[]
}

/** One drawer of batches. What somebody entered themself is marked: they cannot verify it. */
export function BatchQueue({ filter, batches }: QueueProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<SeenBatch>[] = [
    {
      key: 'batch',
      label: t('paper.desk.batch'),
      render: ({ id, valid, campaign, mine, state }) => (
        <>
          <a href={`/admin/paper/${id}`}>{t('paper.desk.named', { valid: formatNumber(locale, valid), campaign })}</a>{' '}
          {mine && state === 'entered' && <span className="chip">{t('paper.desk.mine')}</span>}
        </>
      ),
    },
    { key: 'state', label: t('paper.desk.state'), render: ({ state }) => <BatchStateTag state={state} /> },
    {
      key: 'refused',
      label: t('paper.desk.refused'),
      numeric: true,
      render: ({ refused }) => formatNumber(locale, refused),
    },
    { key: 'period', label: t('paper.desk.period'), render: (batch) => periodOf(locale, batch) },
    {
      key: 'entered',
      label: t('paper.desk.entered'),
      render: ({ enteredAt }) => formatInstant(locale, new Date(enteredAt)),
    },
  ]
  return (
    <DataTable
      caption={t('paper.desk.caption')}
      columns={columns}
      rows={batches}
      keyOf={({ id }) => id}
      empty={{ title: t(`paper.desk.empty.${filter}`), children: <p>{t('paper.desk.emptyWhy')}</p> }}
    />
  )
}
