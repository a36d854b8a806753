import { scaleQuantile } from 'd3-scale'
import { smallCell } from './schema.ts'

/** What a map knows of a place: as much as anyone may read. A place that is not there has no signature. */
export interface Cell {
  key: string
  value: number | typeof smallCell
}

/** Steps of the colour scale, from the palest. */
export const shades = 5

/** From `from` on and below `to`; the last has no end. */
export interface Shade {
  shade: number
  from: number
  to: number | null
}

/** Numbers one remembers: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and their tens and tenths. */
const round = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The highest of them that is not above the value. */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const found = round.findLast((step) => step * power <= value * (1 + 1e-9)) ?? 1
  return Number((found * power).toPrecision(2))
}

/** The whole scale is used, however few its steps are. */
const spread = (step: number, steps: number) => (steps === 1 ? 2 : Math.round((step * (shades - 1)) / (steps - 1)))

/**
 * The steps of a scale: about as many places in each, between numbers one remembers. Made of the numbers that are told and of nothing
 * else, so that no colour and no limit says anything of a place whose number is not.
 */
export function shadesOf(cells: readonly Cell[], whole: boolean): Shade[] {
  const told = cells.flatMap(({ value }) => (typeof value === 'number' && value > 0 ? [value] : []))
  if (told.length === 0) return []
  const lowest = Math.min(...told)
  const quantiles = scaleQuantile<number>()
    .domain(told)
    .range(Array.from({ length: shades }, (_, shade) => shade))
    .quantiles()
  const limits = quantiles
    .map((quantile) => roundBelow(quantile))
    .map((limit) => (whole ? Math.ceil(limit) : limit))
    .filter((limit, place, all) => limit > lowest && limit !== all[place - 1])
  const starts = [lowest, ...limits]
  return starts.map((from, step) => ({ shade: spread(step, starts.length), from, to: starts[step + 1] ?? null }))
}

export type Mark = number | 'small' | 'none'

/** How a place is drawn: a step of the scale, one pattern for every number that is not told, another one for none. */
export function markOf(value: Cell['value'] | undefined, scale: readonly Shade[]): Mark {
  if (value === smallCell) return 'small'
  if (value === undefined || value <= 0) return 'none'
  return scale.findLast(({ from }) => from <= value)?.shade ?? 'none'
}
