import { startMailing } from '#app/features/mailings/commands/start-mailing.server.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aMailing } from './a-mailing.ts'
import { anActor } from './an-actor.ts'

/** A mailing that waits for a worker. @returns its id */
export async function aStartedMailing(campaignId: number): Promise<string> {
  const { id } = await aMailing({ campaignId })
  await startMailing({ actor: await anActor('campaigner'), id, now: new Date('2026-01-20T12:00:00Z') })
  return id
}

/** For `until`: every letter has its end. */
export const isSent = (id: string) => async (): Promise<boolean> => (await findMailing(id))?.state === 'sent'

export const deliveryStates = async (mailingId: string): Promise<string[]> =>
  (await db().delivery.findMany({ where: { mailingId }, select: { state: true } })).map(({ state }) => state).toSorted()
