import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import {
  bouncedOf,
  bounceShare,
  complaintShare,
  deferredShare,
  periodNames,
  periods,
  type Figures,
  type Overview,
  type Period,
} from '../../rules/health/figures.ts'
import { isLargeReceiver } from '../../rules/receivers.ts'
import styles from './health.module.css'

/** Enough of a mark to tell two domains apart. */
const longestMark = 6

/** One complaint in a thousand is many: below one in a hundred, two digits behind the point. */
export const shareIn = (locale: Locale, share: number): string => formatPercent(locale, share, share < 0.01 ? 2 : 1)

/** How a receiver is called: a large one by its name, a domain by its mark. */
export function useReceiverName(): (receiver: string) => string {
  const t = useT()
  return (receiver) => {
    if (receiver === '') return t('health.alerts.everyone')
    if (isLargeReceiver(receiver)) return t(`health.receivers.names.${receiver}`)
    return t('health.receivers.unnamed', { mark: receiver.slice(0, longestMark) })
  }
}

interface Row extends Figures {
  key: string
  name: string
}

function useRows({ shown, others, total }: Overview): Row[] {
  const t = useT()
  const locale = useLocale()
  const nameOf = useReceiverName()
  const rows: Row[] = shown.map((each) => ({ ...each, key: each.receiver, name: nameOf(each.receiver) }))
  if (others) {
    const number = formatNumber(locale, others.receivers)
    rows.push({ ...others, key: 'others', name: t('health.receivers.others', { count: others.receivers, number }) })
  }
  return rows.length > 1 ? [...rows, { ...total, key: 'total', name: t('health.receivers.total') }] : rows
}

/** What receivers answered and what came back, one line for each that may be shown, and one for all others. */
export function ReceiversTable({ overview, period }: { overview: Overview; period: Period }) {
  const t = useT()
  const locale = useLocale()
  const rows = useRows(overview)
  const shared = (value: number, share: number) => {
    const number = formatNumber(locale, value)
    return value === 0 ? number : t('health.receivers.withShare', { number, share: shareIn(locale, share) })
  }
  return (
    <Section id="receivers" title={t('health.receivers.title')} intro={t('health.receivers.intro')}>
      <ul className={`filters ${styles.periods}`}>
        {periodNames.map((name) => (
          <li key={name}>
            <a
              href={`/admin/mailings/health?days=${periods[name]}#receivers`}
              aria-current={name === period ? 'true' : undefined}
            >
              {t(`health.receivers.${name}`)}
            </a>
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('health.receivers.title')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'receiver', label: t('health.receivers.receiver'), render: ({ name }) => name },
          {
            key: 'accepted',
            label: t('health.receivers.accepted'),
            numeric: true,
            render: ({ accepted }) => formatNumber(locale, accepted),
          },
          {
            key: 'deferred',
            label: t('health.receivers.deferred'),
            numeric: true,
            render: (row) => shared(row.deferred, deferredShare(row)),
          },
          {
            key: 'bounced',
            label: t('health.receivers.bounced'),
            numeric: true,
            render: (row) => shared(bouncedOf(row), bounceShare(row)),
          },
          {
            key: 'complained',
            label: t('health.receivers.complained'),
            numeric: true,
            render: (row) => shared(row.complained, complaintShare(row)),
          },
        ]}
        empty={{ title: t('health.receivers.emptyTitle'), children: <p>{t('health.receivers.emptyBody')}</p> }}
      />
      {overview.others && <SmallPrint>{t('health.receivers.othersHint')}</SmallPrint>}
      <SmallPrint>{t('health.receivers.relay')}</SmallPrint>
    </Section>
  )
}
