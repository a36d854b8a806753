import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { config } from '#app/infra/config.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { SteerOutcome } from './steer-import.server.ts'

interface Steering {
  actor: Actor
  id: number
  now: Date
}

const done: SteerOutcome = { outcome: 'done' }
const notPossible: SteerOutcome = { outcome: 'not-possible' }

const tell = async (tx: Transaction, { actor, id, now }: Steering, action: string): Promise<SteerOutcome> => {
  await appendAudit(tx, { actor, action, subject: `import:${id}` }, now)
  return done
}

/**
 * Lets people of an import be asked to confirm, each once, so many an hour. Only where they agreed to be written to; many of them
 * take a second person.
 */
export const beginWave = (steering: Steering, perHour: number): Promise<SteerOutcome> =>
  db().$transaction(async (tx): Promise<SteerOutcome> => {
    const { actor, id, now } = steering
    const found = await tx.dataImport.findUnique({ where: { id }, select: { waiting: true } })
    const takesSecond = (found?.waiting ?? 0) > config().secondApprovalAbove
    const { count } = await tx.dataImport.updateMany({
      where: { id, wave: null, mayWrite: true, waiting: { gt: 0 }, state: { in: ['done', 'cancelled'] } },
      data: {
        wave: takesSecond ? 'asked' : 'running',
        wavePerHour: perHour,
        waveAskedById: actor.id,
        waveStartedAt: takesSecond ? null : now,
      },
    })
    if (count === 0) return notPossible
    await tell(tx, steering, takesSecond ? 'import.wave-asked' : 'import.wave-begun')
    return takesSecond ? { outcome: 'needs-second' } : done
  })

/** A second person lets the letters go. */
export const agreeToWave = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx): Promise<SteerOutcome> => {
    const { actor, id, now } = steering
    const { count } = await tx.dataImport.updateMany({
      where: { id, wave: 'asked', waveAskedById: { not: actor.id } },
      data: { wave: 'running', waveApprovedById: actor.id, waveStartedAt: now },
    })
    if (count === 1) return tell(tx, steering, 'import.wave-begun')
    const isOwn = (await tx.dataImport.count({ where: { id, wave: 'asked', waveAskedById: actor.id } })) === 1
    return isOwn ? { outcome: 'own' } : notPossible
  })

const turn = (steering: Steering, [from, to, action]: readonly [string, string, string]): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({ where: { id: steering.id, wave: from }, data: { wave: to } })
    return count === 0 ? notPossible : tell(tx, steering, action)
  })

/** No further letter is written from the next minute on; those that wait still go. */
export const pauseWave = (steering: Steering) => turn(steering, ['running', 'paused', 'import.wave-paused'])
export const resumeWave = (steering: Steering) => turn(steering, ['paused', 'running', 'import.wave-resumed'])
