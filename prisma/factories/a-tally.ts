import { db } from '#app/infra/db/prisma.server.ts'

interface GivenConfirmations {
  campaignId: number
  /** A Paris day, `YYYY-MM-DD`. */
  day?: string
  hour?: string
  department?: string
  country?: string
  language?: 'fr' | 'en'
  n?: number
}

/** Adds confirmed signatures to the tallies in every dimension, as confirming them does. */
export async function aTally({ campaignId, n = 1, ...given }: GivenConfirmations): Promise<void> {
  const day = new Date(`${given.day ?? '2026-02-01'}T00:00:00Z`)
  const counted = [
    { dimension: 'all', key: '' },
    { dimension: 'hour', key: given.hour ?? '12' },
    { dimension: 'department', key: given.department ?? '75' },
    { dimension: 'country', key: given.country ?? 'FR' },
    { dimension: 'language', key: given.language ?? 'fr' },
  ]
  for (const one of counted)
    await db().tally.upsert({
      where: { campaignId_day_dimension_key: { campaignId, day, ...one } },
      create: { campaignId, day, ...one, n },
      update: { n: { increment: n } },
    })
}
