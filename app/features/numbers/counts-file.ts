import { csvLine } from './csv.ts'
import type { Breakdown, CountsQuestion, PublicCountRow } from './schema.ts'

export interface CountsFile {
  body: string
  type: string
  name: string
}

export const countColumns = ['key', 'confirmed'] as const
export const csvType = 'text/csv; charset=utf-8; header=present'

export const countsFileName = (campaign: string, { by, format }: CountsQuestion): string =>
  `${campaign}-${by}.${format}`

export const countsCsv = (rows: readonly PublicCountRow[]): string =>
  [csvLine(countColumns), ...rows.map(({ key, confirmed }) => csvLine([key, confirmed]))].join('')

/** The rows as a text file: one writer, so that what the team downloads and what anyone downloads read alike. */
export function countsFile(
  campaign: string,
  { by, format }: { by: Breakdown; format: 'json' | 'csv' },
  rows: readonly PublicCountRow[],
): CountsFile {
  const name = countsFileName(campaign, { by, format })
  if (format === 'json') return { body: JSON.stringify(rows), type: 'application/json; charset=utf-8', name }
  return { body: countsCsv(rows), type: csvType, name }
}
