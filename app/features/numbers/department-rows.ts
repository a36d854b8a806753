import type { NamedRow } from './named.ts'
import type { Cell } from './map-classes.ts'
import { per10000 } from './populations.ts'
import { smallCell, unknownPlace } from './schema.ts'

/** A département with both readings. `rate`: for each 10,000 inhabitants; `null` where nobody knows how many there are. */
export interface DepartmentRow extends NamedRow {
  rate: number | typeof smallCell | null
}

/** The rate of a number that is not told is not told either. */
export const departmentRow = (row: NamedRow): DepartmentRow => ({
  ...row,
  rate: row.confirmed === smallCell ? smallCell : per10000(row.key, row.confirmed),
})

/** Those that lie somewhere, and the row of those of whom it is not known. */
export function withPlace(rows: readonly NamedRow[]): { known: DepartmentRow[]; unknown: NamedRow | null } {
  return {
    known: rows.filter(({ key }) => key !== unknownPlace).map(departmentRow),
    unknown: rows.find(({ key }) => key === unknownPlace) ?? null,
  }
}

export const absoluteCells = (rows: readonly DepartmentRow[]): Cell[] =>
  rows.map(({ key, confirmed }) => ({ key, value: confirmed }))

export const rateCells = (rows: readonly DepartmentRow[]): Cell[] =>
  rows.flatMap(({ key, rate }) => (rate === null ? [] : [{ key, value: rate }]))

/** The highest rates first; those that are not told last and by key alone, since their order would tell them apart. */
export function rankByRate(rows: readonly DepartmentRow[]): DepartmentRow[] {
  const size = ({ rate }: DepartmentRow) => (typeof rate === 'number' ? rate : -1)
  return rows.toSorted((a, b) => size(b) - size(a) || (a.key < b.key ? -1 : 1))
}
