import { listGoals } from '#app/features/campaigns/queries.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { askedByDay } from '#app/features/signatures/queries/asked.server.ts'
import { confirmationDays } from '#app/features/signatures/rules.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { nameRows } from './named.ts'
import { overTime } from './over-time.server.ts'
import { dayAfter } from './periods.ts'
import { withPlace } from './department-rows.ts'
import { countsBy, publicCountsBy } from './queries.server.ts'
import { rank, sum } from './rules.ts'
import type { Breakdown } from './schema.ts'
import { shareConfirmed } from './share-confirmed.ts'

interface Asked {
  campaign: CampaignSummary
  locale: Locale
  now: Date
}

type Reader = typeof publicCountsBy

/** Whether signing is over, and since when where that is known. */
function endOf(campaign: CampaignSummary, now: Date): { closed: boolean; closedOn: string | null } {
  const closed = !isOpen(campaign, now) && now >= campaign.opensAt
  const { closesAt } = campaign
  return { closed, closedOn: closed && closesAt && closesAt <= now ? parisDay(closesAt) : null }
}

async function numbersFrom(read: Reader, { campaign, locale, now }: Asked) {
  const { id } = campaign
  const named = async (by: Exclude<Breakdown, 'day' | 'hour'>) => nameRows(locale, by, rank(await read(id, by)))
  const [counted, departments, countries, languages, goals, asked] = await Promise.all([
    countsBy(id, 'day'),
    named('department'),
    named('country'),
    named('language'),
    listGoals(id),
    askedByDay(id),
  ])
  const end = endOf(campaign, now)
  return {
    confirmed: sum(counted),
    ...end,
    time: await overTime(counted, { campaignId: id, now, ...end }),
    departments: withPlace(departments),
    countries,
    languages,
    goals,
    share: shareConfirmed(asked, dayAfter(parisDay(now), -confirmationDays)),
  }
}
export type Numbers = Awaited<ReturnType<typeof numbersFrom>>

/**
 * Everything the numbers page shows, small cells hidden: tallies and sums that are kept, never a signature. One reading of the days is
 * chart and total alike, so that they agree.
 */
export const publicNumbers = (asked: Asked): Promise<Numbers> => numbersFrom(publicCountsBy, asked)

/** The same with true values, for the team. */
export const trueNumbers = (asked: Asked): Promise<Numbers> => numbersFrom(countsBy, asked)
