/**
 * STATISTICS THAT GIVE NOBODY AWAY (docs/decisions/0037). Pure: what may be shown of true numbers, and what somebody who does
 * sums with it can find out.
 */

/** How many of one kind. In a partition everyone is in exactly one cell; otherwise somebody may be in several or in none. */
export interface CountedTable {
  partition: boolean
  /** Of a long list only those with somebody in them are counted: that one is among them would say so, so that small ones are not named. */
  open: boolean
  cells: Record<string, number>
}

export interface Counted {
  total: number
  tables: Record<string, CountedTable>
}

export const hidden = '<10'
/** A number rounded down to tens, or that there are fewer than ten: possibly none. */
export type ShownNumber = number | typeof hidden

export interface Shown {
  /** `null`: together with the tables it would say too much. */
  total: ShownNumber | null
  /** A table that would say too much is left out whole. */
  tables: Record<string, Record<string, ShownNumber>>
}

export interface Release {
  shown: Shown
  counted: Counted
  /** The true number behind each shown one: `total`, or `table/cell`. An older one where the shown number stayed. */
  bases: Record<string, number>
}

/** Fewer than so many are never told apart. */
export const fewest = 10
const step = 10

const rounded = (n: number, to = step): ShownNumber => (n < fewest ? hidden : Math.floor(n / to) * to)

export interface Interval {
  least: number
  most: number
}

/** What a shown number says of the true one. One that stayed from an older release says less. */
function meaning(shown: ShownNumber, { stayed, to }: { stayed: boolean; to: number }): Interval {
  if (shown === hidden) return { least: 0, most: fewest - 1 }
  if (!stayed) return { least: shown, most: shown + to - 1 }
  return { least: Math.max(fewest, shown - step + 1), most: shown + 2 * (step - 1) }
}

const sumOf = (cells: readonly Interval[], end: keyof Interval): number =>
  cells.reduce((sum, cell) => sum + cell[end], 0)

/**
 * What is known of each cell after every subtraction: cells of a partition add up to the total, the total is the same for all
 * tables, no cell is larger than it. Exact, because tables of one question each have nothing but their total in common.
 */
export function deducible(
  total: Interval,
  tables: readonly { partition: boolean; cells: readonly Interval[] }[],
): Interval[][] {
  const known = { ...total }
  for (const { partition, cells } of tables) {
    known.least = Math.max(known.least, partition ? sumOf(cells, 'least') : Math.max(0, ...cells.map((c) => c.least)))
    if (partition) known.most = Math.min(known.most, sumOf(cells, 'most'))
  }
  return tables.map(({ partition, cells }) =>
    cells.map((cell) => {
      const others = (end: keyof Interval) => (partition ? sumOf(cells, end) - cell[end] : 0)
      return {
        least: Math.max(cell.least, partition ? known.least - others('most') : 0),
        most: Math.min(cell.most, known.most - others('least')),
      }
    }),
  )
}

/** So many values must remain possible for every hidden cell. */
export const fewestGuesses = 5

const tooNarrow = ({ least, most }: Interval): boolean => most < fewest && most - least + 1 < fewestGuesses

/** One number for the release: the old one while fewer than ten came or went, so that no change is one person's. */
function next(n: number, key: string, before: Release | null): { shown: ShownNumber; base: number; stayed: boolean } {
  const base = before?.bases[key]
  if (base !== undefined && base >= fewest && n >= fewest && Math.abs(n - base) < step)
    return { shown: rounded(base), base, stayed: true }
  return { shown: rounded(n), base: n, stayed: false }
}

/** The most that any number moved: at least so many people came or went. */
function moved(now: Counted, before: Counted): number {
  const pairs = Object.entries(now.tables).flatMap(([name, { cells }]) => {
    const old = before.tables[name]?.cells ?? {}
    return [...new Set([...Object.keys(cells), ...Object.keys(old)])].map((key) => [cells[key] ?? 0, old[key] ?? 0])
  })
  return Math.max(...[[now.total, before.total], ...pairs].map(([a = 0, b = 0]) => Math.abs(a - b)))
}

/** Coarser and coarser; at last no total at all. */
const totals = [step, 50, 100, 500, 1000]

/**
 * The release of a week. The one before is given back as it was while fewer than ten people came or went since: whoever compares
 * two releases that differ compares a crowd.
 */
export function makeRelease(counted: Counted, before: Release | null): Release {
  if (before && moved(counted, before.counted) < step) return before
  const bases: Record<string, number> = {}
  const take = (n: number, key: string) => {
    const made = next(n, key, before)
    bases[key] = made.base
    return made
  }
  const total = take(counted.total, 'total')
  const tables = Object.entries(counted.tables).map(([name, { partition, open, cells }]) => {
    const made = Object.entries(cells).map(([key, n]) => ({ key, ...take(n, `${name}/${key}`) }))
    const named = made.filter(({ shown }) => shown !== hidden || !open)
    return { name, partition, named, cells: made.map(({ shown, stayed }) => meaning(shown, { stayed, to: step })) }
  })
  const nothing = { shown: { total: hidden, tables: {} } as const, counted, bases }
  if (total.shown === hidden) return nothing
  const meanings = [
    { shown: total.shown, means: meaning(total.shown, { stayed: total.stayed, to: step }) },
    ...totals.slice(1).flatMap((to) => {
      const coarse = rounded(counted.total, to)
      return coarse === hidden || coarse === 0 ? [] : [{ shown: coarse, means: meaning(coarse, { stayed: false, to }) }]
    }),
    { shown: null, means: { least: 0, most: Number.MAX_SAFE_INTEGER } },
  ]
  for (let left = tables; left.length > 0; left = left.slice(0, -1))
    for (const { shown, means } of meanings)
      if (!deducible(means, left).flat().some(tooNarrow))
        return {
          shown: {
            total: shown,
            tables: Object.fromEntries(
              left.map(({ name, named }) => [name, Object.fromEntries(named.map((cell) => [cell.key, cell.shown]))]),
            ),
          },
          counted,
          bases,
        }
  return { ...nothing, shown: { total: total.shown, tables: {} } }
}
