import { csvLine } from './csv.ts'
import type { CountsQuestion, PublicCountRow } from './schema.ts'

export interface CountsFile {
  body: string
  type: string
  name: string
}

/** The rows as a file: one writer, so that what the team downloads and what anyone downloads read alike. */
export function countsFile(
  campaign: string,
  { by, format }: CountsQuestion,
  rows: readonly PublicCountRow[],
): CountsFile {
  const name = `${campaign}-${by}.${format}`
  if (format === 'json') return { body: JSON.stringify(rows), type: 'application/json; charset=utf-8', name }
  const lines = rows.map(({ key, confirmed }) => csvLine([key, confirmed]))
  return {
    body: [csvLine(['key', 'confirmed']), ...lines].join(''),
    type: 'text/csv; charset=utf-8; header=present',
    name,
  }
}
