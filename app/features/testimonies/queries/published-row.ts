import { dayRead } from '#app/i18n/calendar.ts'
import type { Beside } from '../beside.ts'
import type { PublishedTestimony } from '../schema.ts'

/** Only what may be read by anyone: nothing public selects a sealed column, nor an answer of the deposit. */
export const publishedColumns = {
  id: true,
  locale: true,
  publishedSystem: true,
  publishedDepartment: true,
  publishedPeriod: true,
  publishedConsequences: true,
  publishedAttempts: true,
  publishedTitle: true,
  publishedText: true,
  contentWarning: true,
  publishedOn: true,
} as const

interface Columns {
  publishedSystem: string | null
  publishedDepartment: string | null
  publishedPeriod: string | null
  publishedConsequences: string[]
  publishedAttempts: string[]
}

interface Row extends Columns {
  id: string
  locale: string
  publishedTitle: string | null
  publishedText: string | null
  contentWarning: string | null
  publishedOn: Date | null
}

/** What stands beside it. */
export const besideIn = (row: Columns): Beside => ({
  system: row.publishedSystem,
  department: row.publishedDepartment,
  period: row.publishedPeriod,
  consequences: row.publishedConsequences,
  attempts: row.publishedAttempts,
})

/** Nothing for a sentence that appears without its story: it has no page. */
export function asPublished(row: Row): PublishedTestimony[] {
  const { id, locale, publishedTitle: title, publishedText: text, contentWarning, publishedOn } = row
  if (title === null || text === null || !publishedOn) return []
  return [{ id, locale, title, text, contentWarning, publishedOn: dayRead(publishedOn), ...besideIn(row) }]
}
