import { formatDay, formatNumber } from '#app/i18n/format.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { BarList, type BarItem } from '#app/ui/bar-list.tsx'
import { Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { PublicStatistics } from '../queries/statistics.server.ts'
import { hidden, type ShownNumber } from '../release.ts'
import { attempts, consequences, statisticsTables, systems, type StatisticsTable } from '../schema.ts'
import galleryStyles from './gallery.module.css'
import { departmentName } from './voice-card.tsx'

interface StatisticsPageProps {
  campaign: { slug: string; title: string }
  /** `null` before the first release. */
  statistics: PublicStatistics | null
  source: Source
}

export function StatisticsPage({ campaign, statistics, source }: StatisticsPageProps) {
  const t = useT()
  const here = `/${useLocale()}/${campaign.slug}`
  const tables = Object.keys(statistics?.shown.tables ?? {})
  return (
    <Page
      width="wide"
      kicker={<a href={`${here}/testimonies`}>{t('testimonies.gallery.title')}</a>}
      title={t('testimonies.statistics.title')}
      lead={<p>{t('testimonies.statistics.lead')}</p>}
    >
      <Section id="how" title={t('testimonies.statistics.how')}>
        <div className="prose">
          <p>{t('testimonies.statistics.howTens')}</p>
        </div>
      </Section>
      {statistics && tables.length > 0 ? (
        <Released {...statistics} slug={campaign.slug} />
      ) : (
        <Empty title={t('testimonies.statistics.none')}>
          <p>{t('testimonies.statistics.noneHint')}</p>
        </Empty>
      )}
      <Section id="why" title={t('testimonies.statistics.howMore')}>
        <div className="prose">
          {(['howSums', 'howWeek', 'withdrawn'] as const).map((key) => (
            <p key={key}>{t(`testimonies.statistics.${key}`)}</p>
          ))}
        </div>
      </Section>
      <PrintedSource {...source} />
    </Page>
  )
}

function Released({ asOf, shown, slug }: PublicStatistics & { slug: string }) {
  const t = useT()
  const locale = useLocale()
  const api = `/api/v1/campaigns/${slug}/testimonies/statistics`
  const total =
    shown.total === null
      ? t('testimonies.statistics.untold')
      : shown.total === hidden
        ? t('testimonies.statistics.fewer')
        : t('testimonies.statistics.atLeast', { number: formatNumber(locale, shown.total) })
  return (
    <>
      <Stats
        items={[
          {
            label: t('testimonies.statistics.total'),
            value: total,
            detail: t('testimonies.statistics.asOf', { day: formatDay(locale, asOf) }),
          },
        ]}
      />
      <Section id="tables" title={t('testimonies.statistics.number')}>
        <Columns>
          {statisticsTables.map((name) => {
            const cells = shown.tables[name]
            return cells && <Table key={name} name={name} cells={cells} />
          })}
        </Columns>
      </Section>
      <ul className={galleryStyles.ways}>
        <li>
          <a href={`${api}?format=csv`}>{t('testimonies.statistics.downloads')} (CSV)</a>
        </li>
        <li>
          <a href={api}>{t('testimonies.statistics.downloads')} (JSON)</a>
        </li>
      </ul>
    </>
  )
}

interface TableProps {
  name: StatisticsTable
  cells: Record<string, ShownNumber>
}

/** The name of a row: a code of one of our lists, a place, or a year. */
function useNames(): (table: StatisticsTable, key: string) => string {
  const t = useT()
  const listed = <C extends string>(codes: readonly C[], key: string, words: (code: C) => MessageKey) => {
    const known = codes.find((code) => code === key)
    return known ? t(words(known)) : key
  }
  return (table, key) => {
    if (key === 'unsaid') return t('testimonies.statistics.unsaid')
    if (table === 'system') return listed(systems, key, (code) => `testimonies.systems.${code}`)
    if (table === 'consequence') return listed(consequences, key, (code) => `testimonies.consequences.${code}`)
    if (table === 'attempt') return listed(attempts, key, (code) => `testimonies.attempts.${code}`)
    return table === 'department' ? departmentName(key) : key
  }
}

/** The answers that share one sentence: of each there are fewer than ten stories, or none. */
function SmallOnes({ names, alone }: { names: readonly string[]; alone: boolean }) {
  const t = useT()
  if (names.length === 0) return null
  const list = names.join(' · ')
  return <SmallPrint>{t(`testimonies.statistics.${alone ? 'smallAll' : 'smallOnes'}`, { list })}</SmallPrint>
}

/** Bars that are a table. Below ten nothing is drawn, and of places and years, which are many, those with few are not even named. */
function Table({ name, cells }: TableProps) {
  const t = useT()
  const nameOf = useNames()
  const caption = t(`testimonies.statistics.tables.${name}`)
  const items = Object.entries(cells)
    .flatMap(([key, shown]): BarItem[] => (shown === hidden ? [] : [{ key, label: nameOf(name, key), value: shown }]))
    .toSorted((a, b) => (name === 'year' ? (a.key < b.key ? 1 : -1) : b.value - a.value || (a.key < b.key ? -1 : 1)))
  const none = items.length === 0 ? 'All' : ''
  const small = Object.entries(cells).flatMap(([key, shown]) => (shown === hidden ? [nameOf(name, key)] : []))
  return (
    <div>
      {items.length > 0 ? (
        <BarList {...{ caption, items }} labelHeader={caption} valueHeader={t('testimonies.statistics.number')} />
      ) : (
        <h3>{caption}</h3>
      )}
      <SmallOnes names={small} alone={items.length === 0} />
      {(name === 'consequence' || name === 'attempt') && <SmallPrint>{t('testimonies.statistics.several')}</SmallPrint>}
      {name === 'department' && <SmallPrint>{t(`testimonies.statistics.smallPlaces${none}`)}</SmallPrint>}
      {name === 'year' && <SmallPrint>{t(`testimonies.statistics.smallYears${none}`)}</SmallPrint>}
    </div>
  )
}
