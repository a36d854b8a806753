import { testimonyStates, type TestimonyState } from '#app/features/testimonies/schema.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { deskAddress, queryOf } from '../filter.ts'
import type { Overview } from '../overview.ts'
import { stepKinds } from '../schema.ts'
import styles from './desk.module.css'
import { WeekColumns } from './week-columns.tsx'

/** The list in which those of a state are. */
function stateAddress(state: TestimonyState): string {
  const list =
    state === 'published' ? 'published' : state === 'declined' || state === 'withdrawn' ? 'closed' : 'waiting'
  const query = queryOf({ list, chosen: { state }, flags: [] })
  return deskAddress(null, { query, after: null, next: null })
}

const bands = ['0', '1', '2', '3', '4'] as const

/** From two weeks on in weeks: days would promise more than is known of an arrival. */
function useDelay(days: number | null): string {
  const t = useT()
  const locale = useLocale()
  if (days === null) return '–'
  const inWeeks = days >= 14
  const count = Math.round(inWeeks ? days / 7 : days)
  const said = { count, number: formatNumber(locale, count) }
  return t(inWeeks ? 'moderation.desk.overview.medianWeeks' : 'moderation.desk.overview.medianDays', said)
}

/** How the desk stands: age, volume, outcomes, delay. Of persons nothing but one's own. */
export function OverviewPage({ overview }: { overview: Overview }) {
  const t = useT()
  const locale = useLocale()
  const { ages, volume, states, medianDays, mostDays } = overview
  const most = useDelay(mostDays)
  const waiting = ages.reduce((sum, n) => sum + n, 0)
  const old = ages.slice(3).reduce((sum, n) => sum + n, 0)
  return (
    <>
      <Toolbar
        title={t('moderation.desk.overview.title')}
        detail={t('moderation.desk.overview.detail')}
        actions={<a href="/admin/testimonies">{t('moderation.desk.overview.back')}</a>}
      />
      <div className={styles.overview}>
        <Stats
          items={[
            { label: t('moderation.desk.overview.waiting'), value: formatNumber(locale, waiting) },
            { label: t('moderation.desk.overview.oldest'), value: formatNumber(locale, old) },
            {
              label: t('moderation.desk.overview.median'),
              value: useDelay(medianDays),
              detail:
                mostDays === null
                  ? t('moderation.desk.overview.medianNone')
                  : `${t('moderation.desk.overview.most', { delay: most })} ${t('moderation.desk.overview.medianHint')}`,
            },
          ]}
        />
        <WeekColumns weeks={volume} />
        <Columns>
          <BarList
            caption={t('moderation.desk.overview.ages')}
            labelHeader={t('moderation.desk.overview.age')}
            valueHeader={t('moderation.desk.overview.count')}
            items={bands.map((band) => ({
              key: band,
              label: t(`moderation.desk.overview.band.${band}`),
              value: ages[Number(band)] ?? 0,
            }))}
          />
          <BarList
            caption={t('moderation.desk.overview.outcomes')}
            labelHeader={t('moderation.desk.overview.state')}
            valueHeader={t('moderation.desk.overview.count')}
            items={testimonyStates.map((state) => ({
              key: state,
              label: <a href={stateAddress(state)}>{t(`moderation.states.${state}`)}</a>,
              value: states.find((row) => row.state === state)?.n ?? 0,
            }))}
          />
        </Columns>
        <Own own={overview.own} />
      </div>
    </>
  )
}

function Own({ own }: Pick<Overview, 'own'>) {
  const t = useT()
  if (own.length === 0) return <Empty title={t('moderation.desk.overview.ownEmpty')} />
  return (
    <BarList
      caption={t('moderation.desk.overview.own')}
      labelHeader={t('moderation.desk.overview.ownStep')}
      valueHeader={t('moderation.desk.overview.count')}
      items={own.map(({ kind, n }) => {
        const step = stepKinds.find((known) => known === kind)
        return { key: kind, label: step ? t(`moderation.steps.${step}`) : kind, value: n }
      })}
    />
  )
}
