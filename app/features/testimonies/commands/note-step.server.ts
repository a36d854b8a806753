import { randomUUID } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { dayOf } from '../week.ts'

interface WitnessStep {
  testimonyId: string
  kind: 'approved' | 'amended' | 'refused' | 'answered' | 'uses-changed' | 'withdrawn' | 'published'
  draftVersion: number
}

/** A step of the witness in the history: to the day, by nobody. */
export async function noteStep(
  tx: ApartTransaction,
  { testimonyId, kind, draftVersion }: WitnessStep,
  now: Date,
): Promise<void> {
  await tx.decision.create({
    data: { id: randomUUID(), testimonyId, staffId: null, kind, draftVersion, at: dayOf(now) },
    select: { id: true },
  })
}

/** In the trail only what the team has to answer for: that something appeared, or is gone. To the day, like all of a witness. */
export async function noteInTrail(
  tx: ApartTransaction,
  { testimonyId, kind, draftVersion }: WitnessStep,
  now: Date,
): Promise<void> {
  const detail = { draftVersion }
  const deed = { actor: null, action: `testimony.${kind}`, subject: `testimony:${testimonyId}`, detail }
  await appendAudit(tx, deed, dayOf(now))
}

/** The public pages of a campaign show something else from this commit on. */
export const pagesChange = (tx: ApartTransaction, campaignId: number): Promise<void> =>
  notifyWith(tx, 'page', String(campaignId))
