import { writeAmendment, type Amendment } from '../amendment.ts'
import { backToTheTeam } from '../appearing.ts'
import { apart } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { dayOf } from '../week.ts'
import { addMessage, wasSentBefore } from './add-message.server.ts'
import { lockTestimony } from './lock.server.ts'
import { noteStep } from './note-step.server.ts'

export type AmendOutcome =
  | { outcome: 'amended' }
  | { outcome: 'thread-full' }
  /** Another text stands there now, or none waits for an approval. */
  | { outcome: 'text-changed' }
  | { outcome: 'unknown-receipt' }

interface Amending extends Omit<Amendment, 'leaveOut'> {
  leaveOut?: string[]
  receipt: string
  /** The version that was displayed. */
  draftVersion: number
  once?: string | undefined
}

/**
 * Sends the text as the witness would have it to the team. It is a message, not a text to appear: a moderator works it in and
 * proposes it anew, so that nothing is published unread.
 */
export async function amendText(amending: Amending, now: Date): Promise<AmendOutcome> {
  const { receipt, draftVersion, draft, leaveOut = [], note, once } = amending
  const held = await findByReceipt(receipt)
  if (!held?.key) return { outcome: 'unknown-receipt' }
  const { testimonyId, key } = held
  return apart().$transaction(async (tx) => {
    const row = await lockTestimony(tx, testimonyId)
    const stands = row.state === 'proposed' && row.draftVersion === draftVersion
    const message = {
      testimonyId,
      key,
      kind: 'amendment' as const,
      words: writeAmendment({ draft, leaveOut, note }),
      once,
    }
    if (!stands) return { outcome: (await wasSentBefore(tx, message)) ? 'amended' : 'text-changed' }
    const added = await addMessage(tx, message, now)
    if (added === 'thread-full') return { outcome: 'thread-full' }
    await tx.testimony.update({
      where: { id: testimonyId },
      data: { ...backToTheTeam, unreadByTeam: true, settledOn: dayOf(now) },
      select: { id: true },
    })
    await noteStep(tx, { testimonyId, kind: 'amended', draftVersion }, now)
    return { outcome: 'amended' }
  })
}
