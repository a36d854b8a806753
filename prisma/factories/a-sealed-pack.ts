import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { moveHandover, writeHandover } from '#app/features/handovers/commands/prepare.server.ts'
import { sealHandover } from '#app/features/handovers/commands/seal.server.ts'
import { findDownload } from '#app/features/handovers/queries/public.server.ts'
import { anActor } from './an-actor.ts'

const noon = new Date('2026-03-01T11:00:00Z')

const draft = {
  intent: 'save',
  revision: 1,
  plannedOn: '2026-03-05',
  letterFr: 'Bonjour.',
  letterEn: 'Hello.',
  organisations: true,
  quotes: true,
} as const

/** A pack that two people agreed on, as it is downloaded. */
export async function aSealedPack(campaign: CampaignSummary, now = noon): Promise<{ id: number; zip: Buffer }> {
  const [one, other] = [await anActor('campaigner'), await anActor('owner')]
  const preparing = { actor: one, campaignId: campaign.id, now }
  const { id } = await writeHandover(preparing, draft)
  await moveHandover({ ...preparing, id }, { step: 'propose', revision: 1 })
  const { outcome } = await sealHandover({ actor: other, campaign, id, revision: 1, now })
  if (outcome !== 'sealed') throw new Error(outcome)
  const found = await findDownload(campaign, { id, name: 'pack.zip' })
  if (found === null || found === 'gone') throw new Error('it was sealed')
  return { id, zip: Buffer.from(found.content) }
}
