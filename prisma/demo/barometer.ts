import { publishBarometer } from '#app/features/remedies/commands/publish-barometer.server.ts'
import type { DaysClass, Outcome } from '#app/features/remedies/barometer/report.ts'
import { mondayOf } from '#app/features/remedies/barometer/week.ts'
import { dayKept, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db } from '#app/infra/db/prisma.server.ts'

type Told = readonly [letter: string, outcome: Outcome, days: DaysClass, n: number]

/** Invented, as everyone who signed in the demonstration is: it says nothing of how anybody really answers. */
const told: readonly Told[] = [
  ['L01', 'silent', 'upTo60', 41],
  ['L01', 'silent', 'upTo90', 23],
  ['L01', 'partly', 'upTo60', 34],
  ['L01', 'answered', 'upTo30', 17],
  ['L01', 'refused', 'upTo60', 12],
  ['L02', 'silent', 'upTo60', 36],
  ['L02', 'refused', 'upTo30', 14],
  ['L02', 'partly', 'upTo60', 8],
  ['L03', 'refused', 'upTo30', 27],
  ['L03', 'silent', 'upTo90', 19],
  ['L10', 'answered', 'upTo14', 31],
  ['L10', 'refused', 'upTo30', 22],
  ['L12', 'partly', 'upTo90', 16],
  ['L12', 'silent', 'upTo90', 13],
  ['L12', 'answered', 'upTo60', 11],
  ['L19', 'answered', 'upTo30', 24],
  ['L19', 'silent', 'upTo60', 9],
  ['L05', 'answered', 'upTo30', 6],
  ['L11', 'refused', 'upTo14', 4],
]
/** Every third says no place, as people do. */
const places = ['31', 'unsaid', '75', '13', 'unsaid', '59', '31', 'unsaid', '69', '44', 'unsaid', '35', '974']
const weeks = 8

/** Invented reports of the last weeks, and their publication. */
export async function inventReports(campaignId: number, now: Date): Promise<void> {
  const monday = mondayOf(parisDay(now))
  const counts = new Map<string, number>()
  let at = 0
  for (const [letter, outcome, days, n] of told)
    for (let one = 0; one < n; one += 1) {
      at += 1
      const week = plusDays(monday, -7 * ((at * 5) % weeks))
      const key = [week, letter, outcome, days, places[at % places.length]].join(' ')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  const data = [...counts].map(([key, n]) => {
    const [week = '', letter = '', outcome = '', days = '', department = ''] = key.split(' ')
    return { campaignId, week: dayKept(week), letter, outcome, days, department, invented: true, n }
  })
  await db().barometerCount.createMany({ data })
  await publishBarometer(campaignId, now)
}
