import { db } from '#app/infra/db/prisma.server.ts'

export interface RecountRow {
  id: number
  at: Date
  before: number
  after: number
  cells: number
  days: number
}

const row = { id: true, at: true, before: true, after: true, cells: true, days: true } as const

/** The latest recounts of a campaign, and those of them that repaired something and nobody of the team has seen. */
export async function findRecounts(campaignId: number): Promise<{ latest: RecountRow[]; unseen: RecountRow[] }> {
  const [latest, unseen] = await Promise.all([
    db().recount.findMany({ where: { campaignId }, orderBy: { at: 'desc' }, take: 31, select: row }),
    db().recount.findMany({
      where: { campaignId, cells: { gt: 0 }, seenAt: null },
      orderBy: { at: 'desc' },
      take: 31,
      select: row,
    }),
  ])
  return { latest, unseen }
}

/** Campaigns whose tallies were found wrong and repaired, with nobody of the team having seen it yet. */
export async function campaignsToLookAt(): Promise<number[]> {
  const found = await db().recount.findMany({
    where: { cells: { gt: 0 }, seenAt: null },
    distinct: ['campaignId'],
    select: { campaignId: true },
  })
  return found.map(({ campaignId }) => campaignId)
}
