import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Locale } from '#app/i18n/locale.ts'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { QueuedCase } from '../queries/for-team.server.ts'
import { isPressing, openStates, type OnTheClock } from '../rules.ts'
import type { CaseFilter, CaseState } from '../schema.ts'

const tones: Record<CaseState, StatusTone> = { open: 'waiting', accepted: 'active', refused: 'stopped', done: 'done' }

export function CaseStateTag({ state }: { state: CaseState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`cases.states.${state}`)}</StatusTag>
}

function inWords({ kind, days }: OnTheClock, t: T, locale: Locale): string {
  const said = (count: number) => ({ count, days: formatNumber(locale, count) })
  if (kind === 'open') return days === 0 ? t('cases.desk.openToday') : t('cases.desk.openFor', said(days))
  if (days === 0) return t('cases.desk.today')
  return days > 0 ? t('cases.desk.left', said(days)) : t('cases.desk.late', said(-days))
}

/** Where an open case stands on its clock; marked when it cannot wait. */
export function Clock({ clock }: { clock: OnTheClock }) {
  const t = useT()
  const locale = useLocale()
  const words = inWords(clock, t, locale)
  return isPressing(clock) ? <StatusTag tone="late">{words}</StatusTag> : words
}

interface CaseListProps {
  filter: CaseFilter
  cases: readonly QueuedCase[]
}

/** One drawer of the desk, what presses most on top. */
export function CaseList({ filter, cases }: CaseListProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<QueuedCase>[] = [
    {
      key: 'testimony',
      label: t('cases.desk.testimony'),
      render: ({ id, title }) => <a href={`/admin/cases/${id}`}>{title ?? t('cases.desk.offSite')}</a>,
    },
    { key: 'kind', label: t('cases.desk.kind'), render: ({ kind }) => t(`cases.kinds.${kind}`) },
    {
      key: 'clock',
      label: t(filter === 'open' ? 'cases.desk.clock' : 'cases.desk.decidedTitle'),
      render: ({ clock, state, decision }) =>
        openStates.includes(state) ? <Clock clock={clock} /> : decision && t(`cases.decisions.${decision}`),
    },
    { key: 'state', label: t('cases.desk.state'), render: ({ state }) => <CaseStateTag state={state} /> },
    {
      key: 'received',
      label: t('cases.desk.received'),
      tight: true,
      render: ({ receivedOn }) => formatDay(locale, receivedOn),
    },
  ]
  return (
    <DataTable
      caption={t('cases.desk.caption')}
      columns={columns}
      rows={cases}
      keyOf={({ id }) => id}
      empty={{
        title: t(`cases.desk.empty.${filter}`),
        children: <p>{t(`cases.desk.emptyWhy.${filter}`)}</p>,
      }}
    />
  )
}
