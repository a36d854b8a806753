import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { writeInvalidation } from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { invalidationForm } from '#app/features/integrity/schema.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from './a-campaign.ts'
import { aSignature } from './a-signature.ts'
import { anActor } from './an-actor.ts'
import { tallyDifferences } from './tally-differences.ts'

export const noon = new Date('2026-02-01T11:00:00Z')
export const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

export type IntegrityDesk = Awaited<ReturnType<typeof anIntegrityDesk>>

/** A campaign, who watches over its signatures, and their rule: what came from `fake.example` is removed. */
export async function anIntegrityDesk() {
  const campaign = await aCampaign()
  const campaignId = campaign.id
  const camille = await anActor('campaigner')
  const dominique = await anActor('owner')
  const form = (given: Record<string, unknown> = {}) =>
    invalidationForm.parse({
      campaign: String(campaignId),
      domains: 'fake.example',
      reasonFr: 'Adresses inventées.',
      reasonEn: 'Invented addresses.',
      ...given,
    })
  return {
    campaign,
    camille,
    dominique,
    form,
    sign: (given: Partial<Parameters<typeof aSignature>[0]> = {}) =>
      aSignature({ campaignId, state: 'confirmed', ...given }),
    countAnew: () => recount(campaignId, noon),
    differences: () => tallyDifferences(campaignId),
    states: async () => {
      const groups = await db().signature.groupBy({ by: ['state'], where: { campaignId }, _count: true })
      return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]))
    },
    /** A rule of Camille's that has been counted. @returns its id */
    written: async (given: Record<string, unknown> = {}) => {
      const made = await writeInvalidation(camille, form(given), later(60))
      await runInvalidations({ now: later(60) })
      return made?.id ?? 0
    },
    steering: (id: number, actor = dominique) => ({ actor, id, now: later(61) }),
  }
}
