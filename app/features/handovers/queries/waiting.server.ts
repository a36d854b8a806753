import { dayRead } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'

export interface WaitingPack {
  id: number
  /** Its short name. */
  campaign: string
  plannedOn: string
}

/** Packs that somebody else proposed: each waits for a second person to seal it. The earliest day first. */
export async function listPacksFor(personId: string): Promise<WaitingPack[]> {
  const [found, campaigns] = await Promise.all([
    db().handover.findMany({
      where: { state: 'proposed', proposedById: { not: personId } },
      orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
      select: { id: true, campaignId: true, plannedOn: true },
    }),
    db().campaign.findMany({ select: { id: true, slug: true } }),
  ])
  const slugs = new Map(campaigns.map(({ id, slug }) => [id, slug]))
  return found.map(({ id, campaignId, plannedOn }) => ({
    id,
    campaign: slugs.get(campaignId) ?? '',
    plannedOn: dayRead(plannedOn),
  }))
}
