import type { Readable } from 'node:stream'
import { xlsxStream } from '#app/infra/files/xlsx.server.ts'
import { countColumns } from './counts-file.ts'
import type { Breakdown, PublicCountRow } from './schema.ts'

/** The rows as a workbook while it is being made. Keys are text and never a formula; `at` is what the file says of when it was made. */
export const countsWorkbook = (by: Breakdown, rows: readonly PublicCountRow[], at: Date): Readable =>
  xlsxStream({ sheet: by, columns: countColumns, rows: rows.map(({ key, confirmed }) => [key, confirmed]), at })
