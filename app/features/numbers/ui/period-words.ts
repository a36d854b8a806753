import { formatDay, formatMonth, formatNumber, formatShortDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { Grain } from '../periods.ts'

const hourOf = (key: string): number => Number(key.slice(11))

/** `14 h`, `14:00`. */
const atHour = (locale: Locale, key: string): string =>
  translator(locale)('figures.hour', { hour: formatNumber(locale, hourOf(key)) })

/** A period with everything that it takes to know which: for tables and sentences. */
export function nameOfPeriod(locale: Locale, grain: Grain, key: string): string {
  const day = formatDay(locale, key.slice(0, 10))
  if (grain === 'hour') return translator(locale)('figures.dayAndHour', { day, hour: atHour(locale, key) })
  if (grain === 'week') return translator(locale)('figures.weekOf', { day })
  return grain === 'month' ? formatMonth(locale, key.slice(0, 7)) : day
}

/** The same where there is little room: below a drawing. A year stands where it begins. */
export function shortNameOfPeriod(locale: Locale, grain: Grain, key: string): string {
  if (grain === 'month') return key.slice(0, 4)
  if (grain === 'week') return key.slice(5, 7) === '01' ? key.slice(0, 4) : formatShortDay(locale, key)
  if (grain === 'hour' && hourOf(key) !== 0) return atHour(locale, key)
  return formatShortDay(locale, key.slice(0, 10))
}

/** The full hour before: from when to when. */
export const fromTo = (locale: Locale, key: string) => ({
  from: atHour(locale, key),
  to: translator(locale)('figures.hour', { hour: formatNumber(locale, (hourOf(key) + 1) % 24) }),
})
