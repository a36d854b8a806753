import { departments } from '#app/features/campaigns/departments.ts'
import { systems } from '#app/features/testimonies/schema.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { QueueList } from '#app/ui/triage.tsx'
import { deskAddress, isNarrowed, isWaiting, listAddress, queryOf, type Filter, type Whereabouts } from '../filter.ts'
import type { ListCounts } from '../queries.server.ts'
import type { SavedFilter } from '../queries/saved-filters.server.ts'
import { lateAfterWeeks } from '../rules.ts'
import { deskViews, queueLists, type QueueList as List } from '../schema.ts'
import type { QueuedTestimony } from '../workbench.ts'
import { asDisplayed, Bulk, bulkForm } from './bulk.tsx'
import { QueueFilter } from './queue-filter.tsx'
import styles from './workbench.module.css'

export interface QueueProps {
  filter: Filter
  items: readonly QueuedTestimony[]
  total: number
  counts: ListCounts
  /** Where the next page begins. */
  next: string | null
  here: Whereabouts
  /** `YYYY-MM-DD` */
  today: string
  saved: readonly SavedFilter[]
  /** The one on the workbench. */
  currentId?: string
  answer?: FormState
}

/** What stands in its way, in a few words. */
function noteOf(item: QueuedTestimony, { t, locale, today }: { t: T; locale: Locale; today: string }): string {
  const { state, claim, proposedBy, mayAppear, heldUntil } = item
  if (state === 'held' && heldUntil)
    return heldUntil <= today
      ? t('moderation.desk.queue.heldDue')
      : t('moderation.desk.queue.heldUntil', { day: formatDay(locale, heldUntil) })
  if (state !== 'submitted' && state !== 'proposed') return t(`moderation.queue.note.${state}`)
  if (claim !== 'free') return t(`moderation.queue.note.${claim}`)
  if (item.seconded) return t('moderation.desk.queue.seconded')
  if (state === 'proposed') return t(`moderation.queue.note.${proposedBy === 'me' ? 'proposedByMe' : 'proposed'}`)
  return t(`moderation.queue.note.${mayAppear ? 'free' : 'noPublication'}`)
}

function useItems({ filter, items, here, today, currentId }: QueueProps) {
  const t = useT()
  const locale = useLocale()
  const severalCampaigns = new Set(items.map(({ campaignSlug }) => campaignSlug)).size > 1
  const ageOf = (weeks: number) =>
    weeks < 1
      ? t('moderation.queue.age.thisWeek')
      : t('moderation.queue.age.weeks', { count: weeks, number: formatNumber(locale, weeks) })
  return items.map((item, place) => {
    const title = item.title ?? t('moderation.queue.unreadable')
    return {
      href: deskAddress(item.id, { ...here, next: items[place + 1]?.id ?? null }),
      title,
      marks: [
        ...(item.urgent ? [t('moderation.desk.queue.urgent')] : []),
        ...(item.answered ? [t('moderation.desk.queue.answered')] : []),
      ],
      facts: [
        ...(severalCampaigns ? [item.campaignSlug] : []),
        t(`testimonies.systems.${systems.find((system) => system === item.system) ?? 'other'}`),
        ...departments.filter(({ code }) => code === item.department).map(({ name }) => name),
        ...(item.locale === locale ? [] : [item.locale.toUpperCase()]),
        ...(item.hasWarning ? [t('moderation.queue.warning')] : []),
      ],
      age: ageOf(item.weeks),
      late: isWaiting(filter.list) && item.weeks >= lateAfterWeeks,
      note: noteOf(item, { t, locale, today }),
      current: item.id === currentId,
      next: currentId === undefined && item.id === here.next,
      pick: isWaiting(filter.list)
        ? {
            name: 'chosen',
            form: bulkForm,
            value: asDisplayed(item),
            label: t('moderation.desk.bulk.pick', { title }),
          }
        : undefined,
    }
  })
}

/** Lists of what waits for others are shown while something is in them; where one is stays. */
const shownLists = (current: List, counts: ListCounts): List[] =>
  queueLists.filter(
    (name) => counts[name] > 0 || name === current || !deskViews.some((view) => view === name && view !== 'now'),
  )

export function TestimonyQueue(props: QueueProps) {
  const { filter, items, total, counts, next, here, saved, answer } = props
  const t = useT()
  const locale = useLocale()
  return (
    <div className={styles.side}>
      <nav aria-label={t('moderation.queue.filters')}>
        <ul className={`filters ${styles.lists}`}>
          {shownLists(filter.list, counts).map((name) => (
            <li key={name}>
              <a
                href={listAddress(name)}
                aria-current={name === filter.list ? 'true' : undefined}
                data-empty={counts[name] === 0 ? '' : undefined}
              >
                {t(`moderation.queue.filter.${name}`)} <span>{formatNumber(locale, counts[name])}</span>
              </a>
            </li>
          ))}
        </ul>
        <div className={styles.tools}>
          <QueueFilter filter={filter} saved={saved} answer={answer} />
          {isWaiting(filter.list) && items.length > 0 && <Bulk here={here} answer={answer} />}
        </div>
      </nav>
      <QueueList
        title={t('moderation.queue.title')}
        detail={
          <>
            {t('moderation.queue.detail', { count: total, number: formatNumber(locale, total) })} ·{' '}
            <a href="/admin/testimonies/overview">{t('moderation.desk.overview.door')}</a>
          </>
        }
        items={useItems(props)}
        empty={isNarrowed(filter) ? t('moderation.desk.queue.nothingHere') : t(`moderation.queue.empty.${filter.list}`)}
        after={
          (next !== null || here.after !== null) && (
            <p className={styles.paging}>
              {here.after !== null && (
                <a href={deskAddress(null, { query: queryOf(filter), after: null, next: null })}>
                  {t('moderation.desk.queue.first')}
                </a>
              )}
              {next !== null && (
                <a rel="next" href={deskAddress(null, { query: queryOf(filter), after: next, next: null })}>
                  {t('moderation.desk.queue.next')}
                </a>
              )}
            </p>
          )
        }
      />
    </div>
  )
}

/** From an open story back to where it stood in the queue, with how many are there. */
export function useWayBack({ filter, total, here }: Pick<QueueProps, 'filter' | 'total' | 'here'>) {
  const t = useT()
  const locale = useLocale()
  const label = t('moderation.queue.back', {
    list: t(`moderation.queue.filter.${filter.list}`),
    number: formatNumber(locale, total),
  })
  return { href: deskAddress(null, here), label }
}

/** Beside the queue before anything is chosen. */
export function Welcome() {
  const t = useT()
  return (
    <div className={styles.welcome}>
      <h2>{t('moderation.queue.choose')}</h2>
      <p>{t('moderation.queue.chooseText')}</p>
      <p>{t('moderation.queue.opened')}</p>
      <h3>{t('moderation.desk.care.helpTitle')}</h3>
      <p>{t('moderation.desk.care.help')}</p>
    </div>
  )
}
