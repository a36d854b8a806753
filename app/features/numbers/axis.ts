import type { Grain, Period } from './periods.ts'

/** Words below a drawing: as many as a telephone has room for. */
const mostTicks = 5

const evenly = (keys: readonly string[]): number[] => {
  const step = Math.max(1, Math.ceil(keys.length / mostTicks))
  return keys.flatMap((_, place) => (place % step === 0 ? [place] : []))
}

/** Where a longer stretch begins: what one looks for on an axis. From the finest to the coarsest. */
const beginnings: Record<Grain, readonly ((key: string) => boolean)[]> = {
  hour: [(key) => /T(00|06|12|18)$/.test(key), (key) => key.endsWith('T00')],
  day: [(key) => key.endsWith('-01')],
  week: [(key) => /-(01|04|07|10)-0[1-7]$/.test(key), (key) => /-01-0[1-7]$/.test(key)],
  month: [(key) => key.endsWith('-01-01')],
}

/** Days are named one by one up to here, beyond it by their months. */
const fewDays = 62

/** Which of the periods are named below the drawing. */
export function namedOnAxis(grain: Grain, periods: readonly Period[]): number[] {
  const keys = periods.map(({ key }) => key)
  if (grain === 'day' && keys.length <= fewDays) return evenly(keys)
  const choices = beginnings[grain].map((begins) => keys.flatMap((key, place) => (begins(key) ? [place] : [])))
  const fitting = choices.find((places) => places.length >= 2 && places.length <= mostTicks)
  return fitting ?? choices.findLast((places) => places.length > mostTicks) ?? evenly(keys)
}
