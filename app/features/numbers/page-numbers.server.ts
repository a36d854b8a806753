import { listGoals } from '#app/features/campaigns/queries.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { everyDay } from './days.ts'
import { nameRows } from './named.ts'
import { countsBy, publicCountsBy } from './queries.server.ts'
import { rank, sum } from './rules.ts'
import type { Breakdown } from './schema.ts'

interface Asked {
  campaignId: number
  locale: Locale
  now: Date
}

type Reader = typeof publicCountsBy

async function numbersFrom(read: Reader, { campaignId, locale, now }: Asked) {
  const today = parisDay(now)
  const named = async (by: Exclude<Breakdown, 'day' | 'hour'>) => nameRows(locale, by, rank(await read(campaignId, by)))
  const [counted, departments, countries, languages, goals] = await Promise.all([
    countsBy(campaignId, 'day'),
    named('department'),
    named('country'),
    named('language'),
    listGoals(campaignId),
  ])
  const confirmedOn = (day: string) => counted.find(({ key }) => key === day)?.confirmed ?? 0
  return {
    confirmed: sum(counted),
    today: confirmedOn(today),
    days: everyDay(counted, today).map(({ key, confirmed }) => ({ day: key, value: confirmed })),
    departments,
    countries,
    languages,
    goals,
  }
}

/** Everything the numbers page shows, small cells hidden. One reading of the days is both chart and total, so that they agree. */
export const publicNumbers = (asked: Asked) => numbersFrom(publicCountsBy, asked)

/** The same with true values, for the team. */
export const trueNumbers = (asked: Asked) => numbersFrom(countsBy, asked)
