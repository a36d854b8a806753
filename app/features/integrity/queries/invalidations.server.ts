import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { needsAnother } from '../rules.ts'
import { conditions, defaultTwoPeopleAbove } from '../schema.ts'

const shown = {
  id: true,
  campaignId: true,
  state: true,
  paused: true,
  reasonFr: true,
  reasonEn: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  looked: true,
  toLook: true,
  drySignatures: true,
  dryCounted: true,
  signatures: true,
  counted: true,
  givenBack: true,
  givenBackCounted: true,
  awaitsAnother: true,
} as const

/** Every rule, the newest first. */
export const listInvalidations = () => db().invalidation.findMany({ select: shown, orderBy: { id: 'desc' }, take: 100 })

/** One rule with what it says, and whether this person may start it. */
export async function findInvalidation(id: number, actorId: string) {
  const found = await db().invalidation.findUnique({
    where: { id },
    select: { ...shown, conditions: true, createdById: true },
  })
  if (!found) return null
  const { conditions: stored, createdById, ...invalidation } = found
  const twoPeopleAbove = await readTwoPeopleAbove()
  return {
    ...invalidation,
    conditions: conditions.parse(stored),
    needsAnother: needsAnother({ found: found.drySignatures, createdById, starterId: actorId, twoPeopleAbove }),
    /** It waits for somebody who is not this person. */
    mayNotResume: found.awaitsAnother && createdById === actorId,
    twoPeopleAbove,
  }
}
export type ShownInvalidation = NonNullable<Awaited<ReturnType<typeof findInvalidation>>>

/** Above how many signatures a rule needs two people. */
export async function readTwoPeopleAbove(tx: Pick<Transaction, 'integritySetting'> = db()): Promise<number> {
  const setting = await tx.integritySetting.findUnique({ where: { id: 1 }, select: { twoPeopleAbove: true } })
  return setting?.twoPeopleAbove ?? defaultTwoPeopleAbove
}
