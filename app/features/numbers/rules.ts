import type { CountRow, PublicCountRow } from './schema.ts'

/** The highest first; equal numbers by key; hidden ones last and by key only, since their order would tell them apart. */
export function rank(rows: readonly PublicCountRow[]): PublicCountRow[] {
  const size = ({ confirmed }: PublicCountRow) => (typeof confirmed === 'number' ? confirmed : -1)
  return rows.toSorted((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1))
}

/** The next goal to reach; the last one when all are reached; none when the campaign set none. */
export const goalAhead = <G extends { threshold: number }>(goals: readonly G[], confirmed: number): G | undefined =>
  goals.find(({ threshold }) => threshold > confirmed) ?? goals.at(-1)

export const sum = (rows: readonly CountRow[]): number => rows.reduce((total, { confirmed }) => total + confirmed, 0)
