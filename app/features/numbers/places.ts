import { departments } from '#app/features/campaigns/departments.ts'
import { countries } from '#app/features/signatures/countries.ts'
import { inFrance, type Kind, type Places, type Standing } from './place-standing.ts'
import { smallCell, unknownPlace, type PublicCountRow } from './schema.ts'

export type PlaceBreakdown = 'department' | 'country'

const home = 'FR'
export const cellKey = (by: PlaceBreakdown, key: string): string => `${by}/${key}`
const unknownCell = cellKey('department', unknownPlace)

/** Every place there is. All of them are always told, so that none comes up when the first person signs from there. */
export const places: Places = Object.fromEntries<Kind>([
  [unknownCell, 'unknown'],
  ...departments.map(({ code }): [string, Kind] => [cellKey('department', code), 'known']),
  ...countries.filter((code) => code !== home).map((code): [string, Kind] => [cellKey('country', code), 'abroad']),
])

/** True numbers by cell. What is no place that we know is unknown. */
export function cellsOf(counted: readonly { dimension: string; key: string; n: number }[]): Record<string, number> {
  const cells: Record<string, number> = {}
  for (const { dimension, key, n } of counted) {
    const cell = dimension === 'department' ? cellKey('department', key) : cellKey('country', key)
    const known = cell in places ? cell : dimension === 'department' ? unknownCell : null
    if (known) cells[known] = (cells[known] ?? 0) + n
  }
  return cells
}

const told = (key: string, shown: number): PublicCountRow => ({ key, confirmed: shown > 0 ? shown : smallCell })

/** All places of a table in the order of their keys. France is what is left when everyone who may be elsewhere is taken away. */
export function placeRows(standing: Standing, by: PlaceBreakdown): PublicCountRow[] {
  const shown = (key: string) =>
    by === 'country' && key === home ? inFrance(standing, unknownCell) : (standing.cells[cellKey(by, key)]?.shown ?? 0)
  const keys = by === 'country' ? countries : [...departments.map(({ code }) => code), unknownPlace]
  return keys.toSorted().map((key) => told(key, shown(key)))
}
