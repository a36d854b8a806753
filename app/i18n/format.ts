import type { Locale } from './locale.ts'

/** The campaign's clock: a day begins and ends when it does in Paris. */
export const timeZone = 'Europe/Paris'

const tag: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

const formatters = new Map<string, Intl.DateTimeFormat>()
function dateFormatter(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag[locale], { timeZone, ...options })
  formatters.set(key, made)
  return made
}

/** `1 234` in French (narrow no-break space), `1,234` in English. */
export const formatNumber = (locale: Locale, value: number): string => new Intl.NumberFormat(tag[locale]).format(value)

/** `12,5 %`, `12.5%`. @param digits behind the point at most */
export const formatPercent = (locale: Locale, share: number, digits = 1): string =>
  new Intl.NumberFormat(tag[locale], { style: 'percent', maximumFractionDigits: digits }).format(share)

/** French says `1er janvier`, the platform `1 janvier`. */
const ordinal = (locale: Locale, date: string): string => (locale === 'fr' ? date.replace(/^1 /, '1er ') : date)

/** `15 janvier 2026`, `15 January 2026`. A `YYYY-MM-DD` string is a day, not an instant. */
export const formatDay = (locale: Locale, day: Date | string): string =>
  ordinal(
    locale,
    dateFormatter(locale, { dateStyle: 'long' }).format(typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day),
  )

/** `15 janv.`, `15 Jan`: for the axis of a chart. */
export const formatShortDay = (locale: Locale, day: string): string =>
  dateFormatter(locale, { day: 'numeric', month: 'short' }).format(new Date(`${day}T12:00:00Z`))

/** `15 janvier 2026 à 14:05`. */
export const formatInstant = (locale: Locale, instant: Date): string =>
  ordinal(locale, dateFormatter(locale, { dateStyle: 'long', timeStyle: 'short' }).format(instant))

/** `janvier 2026` from `2026-01`. */
export const formatMonth = (locale: Locale, month: string): string =>
  dateFormatter(locale, { month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00:00Z`))

/** A month, or a year alone: `2026-03`, `2026`. */
export const formatPeriod = (locale: Locale, period: string): string =>
  period.length === 4 ? period : formatMonth(locale, period)

const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in Paris at that instant, `YYYY-MM-DD`. */
export const parisDay = (instant: Date): string => dayParts.format(instant)

const hourParts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })

/** The hour in Paris at that instant, `00` to `23`. */
export const parisHour = (instant: Date): string => hourParts.format(instant)
