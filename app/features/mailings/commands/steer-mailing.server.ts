import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { MailingState } from '../schema.ts'
import type { Moving, MoveOutcome } from './move-mailing.server.ts'

/** Until it is over. */
const steerable: MailingState[] = ['draft', 'sending', 'paused']

interface Steering extends Moving {
  action: 'mailing.paced' | 'mailing.doubtful-set'
  data: { lettersPerHour?: number | null; pacedUntil?: null; resendsDoubtful?: boolean }
  detail: Record<string, number | boolean | null>
}

async function steer({ actor, id, now, action, data, detail }: Steering): Promise<MoveOutcome> {
  const steered = await db().$transaction(async (tx) => {
    const { count } = await tx.mailing.updateMany({ where: { id, state: { in: steerable } }, data })
    if (count > 0) await appendAudit(tx, { actor, action, subject: `mailing:${id}`, detail }, now)
    return count > 0
  })
  if (!steered) return { outcome: 'not-possible' }
  await notify('delivery', '')
  return { outcome: 'moved' }
}

/** Sends so many letters an hour from now on; 0: as fast as it goes. Letters that were claimed already still go. */
export function setPace(moving: Moving & { lettersPerHour: number }): Promise<MoveOutcome> {
  const lettersPerHour = moving.lettersPerHour > 0 ? moving.lettersPerHour : null
  // What a slow pace had used up ahead is no debt of the new one.
  const data = { lettersPerHour, pacedUntil: null }
  return steer({ ...moving, action: 'mailing.paced', data, detail: { lettersPerHour } })
}

/** Whether a letter that may have arrived is sent again under the same Message-ID. What is listed as doubtful already stays so. */
export function setDoubtful(moving: Moving & { resendsDoubtful: boolean }): Promise<MoveOutcome> {
  const { resendsDoubtful } = moving
  return steer({ ...moving, action: 'mailing.doubtful-set', data: { resendsDoubtful }, detail: { resendsDoubtful } })
}
