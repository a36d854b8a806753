import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import { Readings } from '#app/ui/readings.tsx'
import type { Cell } from '../map-classes.ts'
import type { NamedRow } from '../named.ts'
import { absoluteCells, rankByRate, rateCells, type DepartmentRow } from '../department-rows.ts'
import { roundRate } from '../populations.ts'
import type { PublicCountRow } from '../schema.ts'
import { DepartmentMap } from './department-map.tsx'
import { DepartmentTable } from './department-table.tsx'

interface DepartmentReadingsProps {
  known: readonly DepartmentRow[]
  unknown: NamedRow | null
  seen?: readonly PublicCountRow[]
}

/** Where signatures come from: by the number of people who live there, and as they are. One table for both. */
export function DepartmentReadings({ known, unknown, seen }: DepartmentReadingsProps) {
  const t = useT()
  const byRate = rankByRate(known)
  const readings = [
    {
      name: 'rate',
      label: t('figures.map.rate'),
      content: <Reading kind="rate" cells={rateCells(byRate)} rows={byRate} />,
    },
    {
      name: 'count',
      label: t('figures.map.count'),
      content: <Reading kind="count" cells={absoluteCells(known)} rows={known} />,
    },
  ]
  return (
    <>
      <Readings label={t('figures.map.label')} readings={readings} />
      <div data-fresh="departments">
        <DepartmentTable rows={known} seen={seen} />
        {unknown && <Unknown row={unknown} />}
      </div>
      <p className="small">
        {t('figures.map.tiles')} {t('figures.map.population')}
      </p>
    </>
  )
}

function Unknown({ row: { confirmed } }: { row: NamedRow }) {
  const t = useT()
  const locale = useLocale()
  if (typeof confirmed !== 'number') return <p className="small">{t('figures.map.unknownSmall')}</p>
  return (
    <p className="small">{t('figures.map.unknown', { count: confirmed, number: formatNumber(locale, confirmed) })}</p>
  )
}

interface ReadingProps {
  kind: 'rate' | 'count'
  /** The highest first. */
  cells: readonly Cell[]
  rows: readonly DepartmentRow[]
}

const mostBars = 10

/** The map, and the highest as bars: what is strong on one is long on the other. */
function Reading({ kind, cells, rows }: ReadingProps) {
  const t = useT()
  const locale = useLocale()
  const say = (value: number) => formatNumber(locale, kind === 'rate' ? roundRate(value) : value)
  const labels = new Map(rows.map(({ key, label }) => [key, label]))
  const told = cells.flatMap(({ key, value }) =>
    typeof value === 'number' ? [{ key, label: labels.get(key) ?? key, value }] : [],
  )
  const [highest] = told
  const summary = highest
    ? t('figures.map.summary', { count: told.length, place: highest.label, number: say(highest.value) })
    : t('figures.map.nothingTold')
  return (
    <div className="columns">
      <DepartmentMap
        title={t(`figures.map.title.${kind}`)}
        summary={summary}
        cells={cells}
        whole={kind === 'count'}
        say={say}
      />
      {told.length > 0 && (
        <BarList
          caption={t('figures.map.highest')}
          labelHeader={t('numbers.places.department')}
          valueHeader={t(kind === 'rate' ? 'figures.map.rateColumn' : 'figures.time.signatures')}
          items={told
            .slice(0, mostBars)
            .map((item) => ({ ...item, value: kind === 'rate' ? roundRate(item.value) : item.value }))}
        />
      )}
    </div>
  )
}
