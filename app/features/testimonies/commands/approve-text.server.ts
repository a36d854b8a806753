import { appearing } from '../appearing.ts'
import { apart } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { isAgreed } from '../rules.ts'
import { openDraft } from '../sealed-story.server.ts'
import { noteInTrail, noteStep, pagesChange } from './note-step.server.ts'

export type ApproveOutcome =
  | { outcome: 'approved' }
  /** A second person had said yes before: it appears with this approval. */
  | { outcome: 'published' }
  /** Another text stands there now, or none waits for an approval. */
  | { outcome: 'text-changed' }
  | { outcome: 'no-consent' }
  | { outcome: 'unknown-receipt' }

interface Approval {
  receipt: string
  /** The version that was displayed: no other is approved. */
  draftVersion: number
}

/**
 * The witness says yes to the text as displayed. It is bound to that version: a text that changes afterwards needs another yes.
 * When a second person of the team has said yes to the same version, it appears now; otherwise as soon as one does.
 */
export async function approveText({ receipt, draftVersion }: Approval, now: Date): Promise<ApproveOutcome> {
  const held = await findByReceipt(receipt)
  if (!held?.key) return { outcome: 'unknown-receipt' }
  const { testimonyId, campaignId, key } = held
  return apart().$transaction(async (tx) => {
    const { count } = await tx.testimony.updateMany({
      where: { id: testimonyId, state: 'proposed', draftVersion },
      data: { approvedVersion: draftVersion },
    })
    if (count === 0) return { outcome: 'text-changed' }
    const row = await tx.testimony.findUniqueOrThrow({
      where: { id: testimonyId },
      select: { uses: true, draftVersion: true, secondedVersion: true, approvedVersion: true, sealedDraft: true },
    })
    if (!row.sealedDraft) return { outcome: 'text-changed' }
    const shown = appearing(openDraft(key, { id: testimonyId, version: draftVersion }, row.sealedDraft), row.uses, now)
    await noteStep(tx, { testimonyId, kind: 'approved', draftVersion }, now)
    if (!isAgreed(row)) return { outcome: 'approved' }
    if (!shown) return { outcome: 'no-consent' }
    await tx.testimony.update({ where: { id: testimonyId }, data: shown, select: { id: true } })
    await noteStep(tx, { testimonyId, kind: 'published', draftVersion }, now)
    await pagesChange(tx, campaignId)
    await noteInTrail(tx, { testimonyId, kind: 'published', draftVersion }, now)
    return { outcome: 'published' }
  })
}
