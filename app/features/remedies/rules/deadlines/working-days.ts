import { daysBetween, plusDays } from '#app/i18n/calendar.ts'

/** The eleven legal holidays of France (Code du travail, L.3133-1), by the name under which words know them. */
export const holidays = [
  'new-year',
  'easter-monday',
  'labour-day',
  'victory',
  'ascension',
  'whit-monday',
  'national-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
] as const
export type Holiday = (typeof holidays)[number]
export type DayOff = Holiday | 'saturday' | 'sunday'

const fixed: Readonly<Record<string, Holiday>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-08': 'victory',
  '07-14': 'national-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice',
  '12-25': 'christmas',
}

const whole = (of: number, by: number) => (of - (of % by)) / by

/** Easter Sunday of a year, Gregorian (Meeus, Jones and Butcher). */
export function easterOf(year: number): string {
  const century = whole(year, 100)
  const inCentury = year % 100
  const moon = year % 19
  const correction = whole(8 * century + 13, 25)
  const epact = (19 * moon + century - whole(century, 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * whole(inCentury, 4) - epact - (inCentury % 4)) % 7
  const late = whole(moon + 11 * epact + 22 * weekday, 451)
  const days = epact + weekday - 7 * late + 114
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(whole(days, 31))}-${two((days % 31) + 1)}`
}

/** Of the first year the calculator knows. */
const aMonday = '1900-01-01'

/**
 * Why a day is no working day; `null` when it is one. Holidays of Alsace-Moselle and the days of overseas territories are left
 * out: they would only put a last day off, and the calculator says the earlier one.
 */
export function dayOff(day: string): DayOff | null {
  const easter = easterOf(Number(day.slice(0, 4)))
  const movable: Readonly<Record<string, Holiday>> = {
    [plusDays(easter, 1)]: 'easter-monday',
    [plusDays(easter, 39)]: 'ascension',
    [plusDays(easter, 50)]: 'whit-monday',
  }
  const holiday = fixed[day.slice(5)] ?? movable[day]
  if (holiday) return holiday
  const weekday = daysBetween(aMonday, day) % 7
  if (weekday === 5) return 'saturday'
  return weekday === 6 ? 'sunday' : null
}
