import { feasible, type Bounded } from './flow.ts'
import type { Moment, Release } from './history.ts'

/** A group of places that nobody came from (in truth) is one line: each of them may hold nine. */
export const others = 'others'

export interface Asked {
  /** In their order; of the moments between releases only those that matter. */
  moments: readonly Moment[]
  lines: readonly string[]
  othersCount: number
  /** How many may be in places of the other table. */
  rest: (release: Release, count: number) => { least: number; most: number }
}

/** What somebody would like to be possible. */
export type Wish =
  | { kind: 'stock'; line: string; at: readonly { moment: number; least: number; most: number }[] }
  | { kind: 'none'; line: string; from: number; to: number }
  | { kind: 'in' | 'out'; line: string; slice: number; least: number }

const plenty = 1e6

function stockBounds({ moments, othersCount, rest }: Asked, line: string, at: number): { least: number; most: number } {
  const moment = moments[at]
  if (!moment?.release) return { least: 0, most: plenty }
  if (line === 'rest') return rest(moment.release, moment.ins - moment.outs)
  if (line === others) return { least: 0, most: 9 * othersCount }
  const told = moment.release.told[line]
  return { least: told?.least ?? 0, most: told?.most ?? plenty }
}

function arcsOf(asked: Asked, wish: Wish): Bounded[] {
  const lines = [...asked.lines, others, 'rest']
  return asked.moments.slice(1).flatMap((moment, i): Bounded[] => {
    const at = i + 1
    const came = moment.ins - (asked.moments[i]?.ins ?? 0)
    const left = moment.outs - (asked.moments[i]?.outs ?? 0)
    const last = at === asked.moments.length - 1
    return [
      { from: 'source', to: `in ${at}`, least: came, most: came },
      { from: `out ${at}`, to: 'sink', least: left, most: left },
      ...lines.flatMap((line): Bounded[] => {
        const stock = stockBounds(asked, line, at)
        const wished = 'line' in wish && wish.line === line
        const wishedFor = wished && wish.kind === 'stock' ? wish.at.filter(({ moment: one }) => one === at) : []
        stock.least = Math.max(stock.least, ...wishedFor.map(({ least }) => least))
        stock.most = Math.min(stock.most, ...wishedFor.map(({ most }) => most))
        const quiet = wished && wish.kind === 'none' && at > wish.from && at <= wish.to
        const here = wished && (wish.kind === 'in' || wish.kind === 'out') && wish.slice === at
        const inward = here && wish.kind === 'in' ? wish.least : 0
        const outward = here && wish.kind === 'out' ? wish.least : 0
        return [
          { from: `in ${at}`, to: `${line} ${at}`, least: inward, most: quiet || outward > 0 ? 0 : plenty },
          { from: `${line} ${at}`, to: `out ${at}`, least: outward, most: quiet || inward > 0 ? 0 : plenty },
          { from: `${line} ${at}`, to: last ? 'sink' : `${line} ${at + 1}`, ...stock },
        ]
      }),
    ]
  })
}

/** Another life of the same campaign in which the wish is true and nothing public differs: numbers of each line at each moment. */
export function otherLife(asked: Asked, wish: Wish): Record<string, number>[] | null {
  const arcs = arcsOf(asked, wish)
  const flow = feasible(arcs)
  if (!flow) return null
  const stocks: Record<string, number>[] = asked.moments.map(() => ({}))
  arcs.forEach(({ from, to }, i) => {
    const [line = '', at = ''] = from.split(' ')
    if (['source', 'in', 'out'].includes(line) || to.startsWith('out ')) return
    const stock = stocks[Number(at)]
    if (stock) stock[line] = flow[i] ?? 0
  })
  return stocks
}
