import { countsCsv } from './counts-file.ts'
import { everyDay } from './days.ts'
import type { Standing } from './place-standing.ts'
import { placeRows } from './places.ts'
import { breakdowns, type Breakdown, type CountRow, type PublicCountRow } from './schema.ts'

/** A cell of the tallies, its day as `YYYY-MM-DD`. */
export interface TallyCell {
  day: string
  dimension: string
  key: string
  n: number
}

/** Hours grow for ever and are wanted for a while: a release holds those of so many days. */
const daysOfHours = 14

function summed(cells: readonly TallyCell[], keyOf: (cell: TallyCell) => string): CountRow[] {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.n)
  return [...sums]
    .filter(([, n]) => n !== 0)
    .map(([key, confirmed]) => ({ key, confirmed }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** Every file of a release, from tallies of one instant and what is said of places. */
export function releaseFiles(
  cells: readonly TallyCell[],
  standing: Standing,
  day: string,
): { by: Breakdown; name: string; body: string }[] {
  const of = (dimension: string) => cells.filter((cell) => cell.dimension === dimension)
  const since = daysBefore(day, daysOfHours)
  const rows: Record<Breakdown, PublicCountRow[]> = {
    day: everyDay(summed(of('all'), (cell) => cell.day)),
    hour: summed(
      of('hour').filter((cell) => cell.day > since),
      (cell) => `${cell.day}T${cell.key}`,
    ),
    department: placeRows(standing, 'department'),
    country: placeRows(standing, 'country'),
    language: summed(of('language'), ({ key }) => key),
  }
  return breakdowns.map((by) => ({ by, name: `${by}.csv`, body: countsCsv(rows[by]) }))
}
