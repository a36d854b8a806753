import { db } from '#app/infra/db/prisma.server.ts'
import { tellingState, type TellingState } from '../rules/telling.ts'

/** What became of the letter about one thing that happened. */
export interface Telling {
  state: TellingState
  /** Of the letter that was prepared; `null`: none, or one that was dropped. */
  mailingId: string | null
  asideBecause: string | null
}

export const untouched: Telling = { state: 'open', mailingId: null, asideBecause: null }

/** What became of the letters about these things, by the name each was given. What nobody decided on is not in it. */
export async function findTellings(campaignId: number, about: readonly string[]): Promise<Map<string, Telling>> {
  if (about.length === 0) return new Map()
  const rows = await db().followedNews.findMany({
    where: { campaignId, about: { in: [...about] } },
    select: { about: true, mailingId: true, asideBecause: true, mailing: { select: { state: true } } },
  })
  return new Map(
    rows.map(({ about: name, mailingId, asideBecause, mailing }) => {
      const state = tellingState({ mailing: mailing?.state ?? null, asideBecause })
      return [name, { state, mailingId: state === 'open' ? null : mailingId, asideBecause }]
    }),
  )
}
