import { apart } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { dayOf } from '../week.ts'
import { addMessage } from './add-message.server.ts'
import { lockTestimony } from './lock.server.ts'
import { noteStep } from './note-step.server.ts'

export type ReplyOutcome =
  | { outcome: 'sent' }
  | { outcome: 'thread-full' }
  /** Nothing is left that could seal it: withdrawn, or deposited before receipts opened anything. */
  | { outcome: 'nothing-opens' }
  | { outcome: 'unknown-receipt' }

interface Reply {
  receipt: string
  message: string
  once: string | undefined
}

/** Adds a message of the witness to the thread. Where the team had asked something, the testimony is with the team again. */
export async function reply({ receipt, message, once }: Reply, now: Date): Promise<ReplyOutcome> {
  const held = await findByReceipt(receipt)
  if (!held) return { outcome: 'unknown-receipt' }
  const { testimonyId, key } = held
  if (!key) return { outcome: 'nothing-opens' }
  return apart().$transaction(async (tx) => {
    const { state, draftVersion } = await lockTestimony(tx, testimonyId)
    if (state === 'withdrawn') return { outcome: 'nothing-opens' }
    const added = await addMessage(tx, { testimonyId, key, kind: 'answer', words: message, once }, now)
    if (added === 'there-already') return { outcome: 'sent' }
    if (added === 'thread-full') return { outcome: 'thread-full' }
    await tx.testimony.update({
      where: { id: testimonyId },
      data: { unreadByTeam: true, settledOn: dayOf(now), ...(state === 'asked' ? { state: 'submitted' } : {}) },
      select: { id: true },
    })
    await noteStep(tx, { testimonyId, kind: 'answered', draftVersion }, now)
    return { outcome: 'sent' }
  })
}
