import { departments } from '#app/features/campaigns/departments.ts'
import { systems } from '#app/features/testimonies/schema.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { QueueList } from '#app/ui/triage.tsx'
import type { T } from '#app/i18n/t.ts'
import { lateAfterWeeks } from '../rules.ts'
import { queueFilters, type QueueFilter } from '../schema.ts'
import type { QueuedTestimony } from '../workbench.ts'
import styles from './workbench.module.css'

export interface QueueProps {
  filter: QueueFilter
  items: readonly QueuedTestimony[]
  total: number
  /** The one on the workbench. */
  currentId?: string
}

const hrefOf = (filter: QueueFilter, id = '') =>
  `/admin/testimonies${id && `/${id}`}${filter === 'waiting' ? '' : `?list=${filter}`}`

/** What stands in its way, in a few words. */
function noteOf({ state, claim, proposedBy, mayAppear }: QueuedTestimony, t: T): string {
  if (state !== 'submitted' && state !== 'proposed') return t(`moderation.queue.note.${state}`)
  if (claim !== 'free') return t(`moderation.queue.note.${claim}`)
  if (state === 'proposed') return t(`moderation.queue.note.${proposedBy === 'me' ? 'proposedByMe' : 'proposed'}`)
  return t(`moderation.queue.note.${mayAppear ? 'free' : 'noPublication'}`)
}

export function TestimonyQueue({ filter, items, total, currentId }: QueueProps) {
  const t = useT()
  const locale = useLocale()
  const severalCampaigns = new Set(items.map(({ campaignSlug }) => campaignSlug)).size > 1
  const ageOf = (weeks: number) =>
    weeks < 1
      ? t('moderation.queue.age.thisWeek')
      : t('moderation.queue.age.weeks', { count: weeks, number: formatNumber(locale, weeks) })
  return (
    <div className={styles.side}>
      <nav aria-label={t('moderation.queue.filters')}>
        <ul className="filters">
          {queueFilters.map((name) => (
            <li key={name}>
              <a href={hrefOf(name)} aria-current={name === filter ? 'true' : undefined}>
                {t(`moderation.queue.filter.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <QueueList
        title={t('moderation.queue.title')}
        detail={t('moderation.queue.detail', { count: total, number: formatNumber(locale, total) })}
        items={items.map((item) => ({
          href: hrefOf(filter, item.id),
          title: item.title ?? t('moderation.queue.unreadable'),
          facts: [
            ...(severalCampaigns ? [item.campaignSlug] : []),
            t(`testimonies.systems.${systems.find((system) => system === item.system) ?? 'other'}`),
            ...departments.filter(({ code }) => code === item.department).map(({ name }) => name),
            ...(item.hasWarning ? [t('moderation.queue.warning')] : []),
          ],
          age: ageOf(item.weeks),
          late: filter === 'waiting' && item.weeks >= lateAfterWeeks,
          note: noteOf(item, t),
          current: item.id === currentId,
        }))}
        empty={t(`moderation.queue.empty.${filter}`)}
      />
    </div>
  )
}

/** Beside the queue before anything is chosen. */
export function Welcome() {
  const t = useT()
  return (
    <div className={styles.welcome}>
      <h2>{t('moderation.queue.choose')}</h2>
      <p>{t('moderation.queue.chooseText')}</p>
      <p>{t('moderation.queue.opened')}</p>
    </div>
  )
}
