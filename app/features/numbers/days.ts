import type { CountRow } from './schema.ts'

const oneDay = 86_400_000

/** A calendar day has no zone: counted in UTC, no day is skipped or doubled when the clocks change. */
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + oneDay).toISOString().slice(0, 10)

/** Every day from the first counted one to the last (or to `until`, when that is later); days without any are zero. */
export function everyDay(rows: readonly CountRow[], until = ''): CountRow[] {
  const counted = new Map(rows.map(({ key, confirmed }) => [key, confirmed]))
  const known = [...counted.keys()].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const end = until > last ? until : last
  const days: CountRow[] = []
  for (let day = first; day <= end; day = nextDay(day)) days.push({ key: day, confirmed: counted.get(day) ?? 0 })
  return days
}
