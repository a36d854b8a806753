import type { DayOrder } from '../schema.ts'

const months = [
  ['january', 'jan', 'janvier', 'janv'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet', 'juil'],
  ['august', 'aug', 'aout'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre'],
]

const plain = (word: string) => word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const monthOf = (word: string): number => months.findIndex((names) => names.includes(plain(word))) + 1

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const two = (value: number) => String(value).padStart(2, '0')

function dayOf(year: number, month: number, day: number): string | null {
  const isOne = year >= 2000 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return isOne ? `${year}-${two(month)}-${two(day)}` : null
}

/** What may follow a day: a time, of which nothing is kept. */
const time = String.raw`(?:[T ,].{0,60})?$`
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}`, 'u')
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}`, 'u')
const dayMonth = new RegExp(String.raw`^(\d{1,2})(?:er)?[ -](\p{L}{3,12})\.?,?[ -](\d{4})${time}`, 'u')
const monthDay = new RegExp(String.raw`^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${time}`, 'u')

/**
 * A day as tools write it, as `YYYY-MM-DD`; `null` for what is none. The order matters only where the year stands last and the
 * month is a number.
 */
export function readDay(text: string, order: DayOrder): string | null {
  const typed = text.normalize('NFC').trim()
  const first = yearFirst.exec(typed)
  if (first) return dayOf(Number(first[1]), Number(first[2]), Number(first[3]))
  const last = yearLast.exec(typed)
  if (last) {
    const [, one, other, year] = last.map(Number)
    return order === 'dmy' ? dayOf(year ?? 0, other ?? 0, one ?? 0) : dayOf(year ?? 0, one ?? 0, other ?? 0)
  }
  const words = dayMonth.exec(typed)
  if (words) return dayOf(Number(words[3]), monthOf(words[2] ?? ''), Number(words[1]))
  const english = monthDay.exec(typed)
  return english ? dayOf(Number(english[3]), monthOf(english[1] ?? ''), Number(english[2])) : null
}
