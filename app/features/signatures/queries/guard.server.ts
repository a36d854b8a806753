import { listen, type Listener } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { upUntil, type Guard } from '../guard.ts'

interface Guards {
  /** Milliseconds until which a campaign's guard is up. */
  until: Map<number, number>
}

const guards = () => singleton<Guards>('guards', () => ({ until: new Map() }))

/** Whether a campaign asks for a proof of work. From memory, one look: for the hot path. */
export const underAttack = (campaignId: number, now: Date): boolean =>
  now.getTime() < (guards().until.get(campaignId) ?? 0)

const select = { campaignId: true, mode: true, until: true } as const

/** Reads the guards of all campaigns again. */
export async function refreshGuards(): Promise<void> {
  const rows = await db().campaignGuard.findMany({ select })
  guards().until = new Map(rows.map((row) => [row.campaignId, upUntil(row)]))
}

/** The guard of a campaign, as it is kept: for a page that is rendered, which must not be older than what told of the change. */
export async function findGuard(campaignId: number): Promise<Guard> {
  const found = await db().campaignGuard.findUnique({ where: { campaignId }, select })
  return found ?? { mode: 'auto', until: null }
}

/** Whether the page of a campaign should ask for a proof of work. */
export const isGuardUp = async (campaignId: number, now: Date): Promise<boolean> =>
  now.getTime() < upUntil(await findGuard(campaignId))

/** The guards that somebody or something ever touched. */
export const listGuards = (): Promise<(Guard & { campaignId: number })[]> => db().campaignGuard.findMany({ select })

const secondsBetweenLooks = 10

/** Keeps this process's guards true: looks when another process tells, and every few seconds in case nobody could. */
export async function followGuards(): Promise<Listener> {
  const look = () => void refreshGuards().catch((error: unknown) => log.warn('cannot read the guards', { error }))
  await refreshGuards()
  const listener = listen({ guard: look }, look)
  const timer = setInterval(look, secondsBetweenLooks * 1000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await listener.stop()
    },
  }
}
