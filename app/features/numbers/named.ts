import { departmentName } from '#app/features/campaigns/departments.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { unknownPlace, type Breakdown, type PublicCountRow } from './schema.ts'

export type NamedRow = PublicCountRow & { label: string }

type Named = Exclude<Breakdown, 'day' | 'hour'>

function label(locale: Locale, by: Named, key: string): string {
  if (key === unknownPlace) return translator(locale)('numbers.unknownPlace')
  if (by === 'department') return departmentName(key) ?? key
  const names = new Intl.DisplayNames(locale, { type: by === 'country' ? 'region' : 'language', fallback: 'code' })
  const name = names.of(key) ?? key
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** The rows with what a person reads instead of their keys. Named on the server: browsers do not all know the same names. */
export const nameRows = (locale: Locale, by: Named, rows: readonly PublicCountRow[]): NamedRow[] =>
  rows.map((row) => ({ ...row, label: label(locale, by, row.key) }))
