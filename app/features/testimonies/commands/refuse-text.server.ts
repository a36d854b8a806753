import { backToTheTeam } from '../appearing.ts'
import { apart } from '../queries/apart.server.ts'
import { findByReceipt } from '../queries/with-receipt.server.ts'
import { dayOf } from '../week.ts'
import { addMessage, wasSentBefore } from './add-message.server.ts'
import { lockTestimony } from './lock.server.ts'
import { noteStep } from './note-step.server.ts'

export type RefuseOutcome =
  | { outcome: 'refused' }
  /** Another text stands there now, or none waits: nothing was refused. */
  | { outcome: 'text-changed' }
  | { outcome: 'unknown-receipt' }

interface Refusal {
  receipt: string
  /** The version that was displayed: no other is refused. */
  draftVersion: number
  /** A word for the team; may be empty. */
  why: string
  once: string | undefined
}

/**
 * The witness says no to the text as displayed, also after a yes that published nothing yet. Every yes to it is taken back, the
 * team's second one too, and the testimony is with the team again, unread. Consents stay as they are. Said twice, it is one no.
 * A thread that is full takes it all the same: each no answers a text that the team proposed.
 */
export async function refuseText({ receipt, draftVersion, why, once }: Refusal, now: Date): Promise<RefuseOutcome> {
  const held = await findByReceipt(receipt)
  if (!held?.key) return { outcome: 'unknown-receipt' }
  const { testimonyId, key } = held
  return apart().$transaction(async (tx) => {
    const row = await lockTestimony(tx, testimonyId)
    const message = { testimonyId, key, kind: 'refusal' as const, words: why, once }
    if (row.state !== 'proposed' || row.draftVersion !== draftVersion)
      return { outcome: (await wasSentBefore(tx, message)) ? 'refused' : 'text-changed' }
    await addMessage(tx, message, now)
    await tx.testimony.update({
      where: { id: testimonyId },
      data: { ...backToTheTeam, unreadByTeam: true, settledOn: dayOf(now) },
      select: { id: true },
    })
    await noteStep(tx, { testimonyId, kind: 'refused', draftVersion }, now)
    return { outcome: 'refused' }
  })
}
