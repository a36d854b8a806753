import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { termNames, type Terms } from '#app/features/testimonies/rules/retention.ts'
import { dayOf } from '#app/features/testimonies/week.ts'

/** How long things are kept from now on. What is over by the new terms goes with the next night. */
export async function setTerms({ actor, terms }: { actor: Actor; terms: Terms }, now: Date): Promise<void> {
  if (!may(actor, 'campaign')) throw new Error('not allowed')
  await apart().$transaction(async (tx) => {
    for (const name of termNames) {
      const amount = terms[name]
      await tx.retentionTerm.upsert({
        where: { name },
        create: { name, amount },
        update: { amount },
        select: { name: true },
      })
    }
    await appendAudit(tx, { actor, action: 'retention.set', subject: 'retention', detail: { ...terms } }, now)
  })
}

/** Somebody read again what has been public for long, and leaves it there: it is listed again after another such time. */
export async function noteReview(
  { actor, testimonyId }: { actor: Actor; testimonyId: string },
  now: Date,
): Promise<'reviewed' | 'not-published'> {
  if (!may(actor, 'moderate')) return 'not-published'
  return apart().$transaction(async (tx) => {
    const { count } = await tx.testimony.updateMany({
      where: { id: testimonyId, state: 'published' },
      data: { reviewedOn: dayOf(now) },
    })
    if (count === 0) return 'not-published'
    await appendAudit(tx, { actor, action: 'testimony.reviewed', subject: `testimony:${testimonyId}` }, now)
    return 'reviewed'
  })
}
