import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { freeSlug, slugOf } from '../rules/entry.ts'
import type { EntryWords, Theme } from '../schema.ts'

interface Proposing {
  actor: Actor
  campaignId: number
  now: Date
  /** `null`: nobody has verified it yet. */
  days?: { verifiedOn: Date | null; checkBy: Date | null }
}

/** Two proposals at once take turns: both look for a free name and for the last place. */
const entriesLock = 7_067_129_001n

/** Writes an entry that is not on the site yet, at the end of the list. @returns its number */
export async function createProposal(
  tx: Transaction,
  { theme, questionFr, answerFr, questionEn, answerEn }: EntryWords & { theme: Theme },
  { actor, campaignId, now, days }: Proposing,
): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${entriesLock}::bigint)`
  const others = await tx.question.findMany({ where: { campaignId }, select: { slug: true, position: true } })
  const slug = freeSlug(slugOf(questionFr || questionEn), new Set(others.map((other) => other.slug)))
  const position = others.reduce((last, other) => Math.max(last, other.position), -1) + 1
  const words = { questionFr, answerFr, questionEn, answerEn }
  const data = {
    campaignId,
    slug,
    position,
    theme,
    ...words,
    ...days,
    state: 'proposed' as const,
    proposedById: actor.id,
  }
  const { id } = await tx.question.create({ data, select: { id: true } })
  await appendAudit(tx, { actor, action: 'question.written', subject: `question:${id}` }, now)
  return id
}
