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

const day = 86_400_000

interface Alone {
  campaignId: number
  personId: string
  /** The rule that is asked about: not among those before it. */
  but: number
  now: Date
}

/**
 * What one person wrote and started alone in a campaign within a day: many small rules are one large one. A rule that is still
 * under way, or paused, stands for all that it was counted at.
 * @returns signatures, those that wait to be confirmed included
 */
export async function removedAlone(
  { campaignId, personId, but, now }: Alone,
  tx: Pick<Transaction, 'invalidation'> = db(),
): Promise<number> {
  const startedAt = { gt: new Date(now.getTime() - day) }
  const theirs = await tx.invalidation.findMany({
    where: { campaignId, createdById: personId, startedById: personId, startedAt, id: { not: but } },
    select: { state: true, drySignatures: true, signatures: true, givenBack: true },
  })
  const removed = theirs.map(({ state, drySignatures, signatures, givenBack }) =>
    state === 'running' ? Math.max(drySignatures, signatures) : signatures - givenBack,
  )
  return removed.reduce((sum, one) => sum + one, 0)
}

/** One rule with what it says, and whether this person may start it. */
export async function findInvalidation(id: number, { actorId, now }: { actorId: string; now: Date }) {
  const found = await db().invalidation.findUnique({
    where: { id },
    select: { ...shown, conditions: true, createdById: true, campaignId: true },
  })
  if (!found) return null
  const { conditions: stored, createdById, campaignId, ...invalidation } = found
  const twoPeopleAbove = await readTwoPeopleAbove()
  const alone = await removedAlone({ campaignId, personId: actorId, but: id, now })
  return {
    ...invalidation,
    conditions: conditions.parse(stored),
    needsAnother: needsAnother({
      found: found.drySignatures + alone,
      createdById,
      starterId: actorId,
      twoPeopleAbove,
    }),
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
