import { approveDrip, noteDripTested, proposeDrip, saveDrip } from '#app/features/mailings/commands/drip.server.ts'
import { findDrip, findDripHistory } from '#app/features/mailings/queries/drip.server.ts'
import type { DripSettings } from '#app/features/mailings/rules/drip.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aSignature } from './a-signature.ts'
import { anActor } from './an-actor.ts'

export const dripOf = (changed: Partial<DripSettings> = {}): DripSettings => ({
  locale: 'fr',
  to: 'bureau@ministere.example.org',
  replyTo: 'campagne@association.example.org',
  testTo: 'equipe@association.example.org',
  rhythm: 'daily',
  hour: 9,
  weekday: 1,
  perHour: 6,
  jitter: 0,
  timeZone: 'Europe/Paris',
  quietFrom: 0,
  quietUntil: 0,
  subject: 'Des personnes vous écrivent',
  words: 'Bonjour,\n\nVoici **qui** a signé.',
  names: true,
  past: false,
  ...changed,
})

/** Letters to the addressee of a campaign that two people agreed to at that time. */
export async function aRunningDrip(campaignId: number, now: Date, changed: Partial<DripSettings> = {}): Promise<void> {
  const [first, second] = [await anActor('campaigner'), await anActor('owner')]
  const settings = dripOf(changed)
  const dripping = { actor: first, campaignId, now }
  await saveDrip(dripping, settings)
  const revision = (await findDrip(campaignId))?.revision ?? 0
  await noteDripTested(dripping, revision)
  await proposeDrip(dripping)
  const { outcome } = await approveDrip({ ...dripping, actor: second }, settings, revision)
  if (outcome !== 'done') throw new Error(outcome)
}

/** Somebody whose signature was confirmed; named to the addressee only where they allowed it. */
export async function aDripSigner(
  campaignId: number,
  name: string,
  {
    showName = false,
    confirmedAt,
    createdAt = confirmedAt,
  }: { showName?: boolean; confirmedAt: Date; createdAt?: Date },
): Promise<string> {
  const id = await aSignature({ campaignId, state: 'confirmed', name, confirmedAt, createdAt })
  if (showName) await db().signature.update({ where: { campaignId_id: { campaignId, id } }, data: { showName } })
  return id
}

/** What became of the letters of a campaign. */
export async function dripHistory(campaignId: number, now: Date) {
  const drip = await findDrip(campaignId)
  if (!drip) throw new Error('no drip')
  return findDripHistory(campaignId, drip, now)
}
