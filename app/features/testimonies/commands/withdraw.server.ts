import { nothingAppears } from '../appearing.ts'
import { apart, type ApartTransaction } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { lockTestimony } from './lock.server.ts'
import { noteInTrail, noteStep, pagesChange } from './note-step.server.ts'

export type WithdrawOutcome = { outcome: 'withdrawn' } | { outcome: 'unknown-receipt' }

/** Of the row stay its number, its campaign, the week and the day it appeared, if it did; and the hash that knows the receipt again. */
const nothingLeft = {
  ...nothingAppears,
  state: 'withdrawn' as const,
  locale: 'fr',
  system: 'other',
  consequences: [],
  attempts: [],
  department: null,
  period: null,
  uses: [],
  sealedOriginal: null,
  sealedDraft: null,
  draftVersion: 0,
  claimedById: null,
  claimedUntil: null,
  proposedById: null,
  secondedById: null,
  secondedVersion: null,
  approvedVersion: null,
  urgent: false,
  unreadByTeam: false,
  settledOn: null,
  heldUntil: null,
  reviewedOn: null,
}

async function destroy(tx: ApartTransaction, testimonyId: string): Promise<void> {
  await tx.dataKey.deleteMany({ where: { testimonyId } })
  await tx.message.deleteMany({ where: { testimonyId } })
  await tx.attachment.deleteMany({ where: { testimonyId } })
  await tx.decision.updateMany({ where: { testimonyId }, data: { sealedNote: null } })
  // Passages that were copied from it: an open case keeps them until it is answered, no other does.
  await tx.caseFile.updateMany({
    where: { testimonyId, state: { in: ['refused', 'done'] } },
    data: { sealedPassages: null },
  })
  // What somebody answered beside it speaks of it.
  await tx.caseFile.updateMany({
    where: { testimonyId },
    data: { publishedReply: null, publishedReplyBy: null, sealedReply: null, repliedVersion: null },
  })
  await tx.testimony.update({ where: { id: testimonyId }, data: nothingLeft, select: { id: true } })
}

/**
 * The witness takes it back: its key is destroyed, so that copies of what it sealed are noise, and with it every text, message,
 * note and image. What stood on the site is gone with this commit. Asked again, it is as it was.
 */
export async function withdrawTestimony(receipt: string, now: Date): Promise<WithdrawOutcome> {
  const held = await findByReceipt(receipt)
  if (!held) return { outcome: 'unknown-receipt' }
  const { testimonyId } = held
  return apart().$transaction(async (tx) => {
    const { state, campaignId } = await lockTestimony(tx, testimonyId)
    if (state === 'withdrawn') return { outcome: 'withdrawn' }
    await destroy(tx, testimonyId)
    const step = { testimonyId, kind: 'withdrawn' as const, draftVersion: 0 }
    await noteStep(tx, step, now)
    await pagesChange(tx, campaignId)
    if (state === 'published') await noteInTrail(tx, step, now)
    return { outcome: 'withdrawn' }
  })
}
