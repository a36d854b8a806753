import { plusDays } from '#app/i18n/calendar.ts'
import { cleaned } from './typed.ts'

/** A last day to put into a calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  day: string
  title: string
  note: string
  /** The same event has the same name each time: a calendar that knows it replaces it. */
  id: string
  /** So many days before, at nine in the morning, the calendar reminds of it. */
  remind: readonly number[]
}

const written = (words: string): string =>
  cleaned(words)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)

/** Lines of 75 octets at most, never cut inside a character (RFC 5545 §3.1). */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const compact = (day: string): string => day.replaceAll('-', '')

const alarm = (days: number, title: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${title}`,
  `TRIGGER:-P${days - 1}DT15H`,
  'END:VALARM',
]

function eventOf({ day, title, note, id, remind }: CalendarDay, stamp: string): string[] {
  const summary = written(title)
  return [
    'BEGIN:VEVENT',
    `UID:${id}@portevoix`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(plusDays(day, 1))}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${written(note)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    ...remind.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
  ]
}

/**
 * Last days as a calendar file (RFC 5545): whole days, with reminders. @param now the instant it is made, ISO 8601 in UTC (`DTSTAMP`)
 */
export function asCalendar(days: readonly CalendarDay[], now: string): string {
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Portevoix//Letters//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap((day) => eventOf(day, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
