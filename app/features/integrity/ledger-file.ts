import type { LedgerRow } from './schema.ts'

/** The columns of the ledger as a file, in their order. */
const columns = [
  'day',
  'event',
  'rule',
  'invalidation',
  'signatures',
  'counted',
  'held',
  'invalidated',
  'reasonFr',
  'reasonEn',
] as const satisfies readonly (keyof LedgerRow)[]

/** Header and lines, each a row of cells; an empty cell where there is nothing to say. */
export const ledgerCells = (rows: readonly LedgerRow[]): (string | number)[][] => [
  [...columns],
  ...rows.map((row) => columns.map((column) => row[column] ?? '')),
]
