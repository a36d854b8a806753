import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readAudience, whereOf } from '../queries/audience.server.ts'

export type StartOutcome = { outcome: 'started'; total: number } | { outcome: 'no-longer-a-draft' }

/** A large audience is written in one statement, which takes its time. */
const longestFreeze = 10 * 60_000

/** One row for each reader, in one statement. @returns how many */
async function freeze(tx: Transaction, id: string, now: Date): Promise<number> {
  const { audience } = await tx.mailing.findUniqueOrThrow({ where: { id }, select: { audience: true } })
  const { where, values } = whereOf(readAudience(audience), 2)
  return tx.$executeRawUnsafe(
    `insert into delivery (campaign_id, id, kind, subject_id, mailing_id, lane, due_at)
     select b.campaign_id, gen_random_uuid(), 'update', b.id, m.id, 1, $2::timestamptz
     from mailing m join subscription b on b.campaign_id = m.campaign_id and b.state = 'active'
     where m.id = $1::uuid and ${where}
     on conflict do nothing`,
    id,
    now,
    ...values,
  )
}

/**
 * Begins to send a draft: its audience is frozen now, in one statement, as those of its rules who asked for news and did not leave.
 * A second call finds no draft. Whoever leaves afterwards and is not written to yet gets nothing.
 */
export async function startMailing({ actor, id, now }: { actor: Actor; id: string; now: Date }): Promise<StartOutcome> {
  const started = await db().$transaction(
    async (tx) => {
      const { count } = await tx.mailing.updateMany({
        where: { id, state: 'draft' },
        data: { state: 'sending', startedAt: now },
      })
      if (count === 0) return null
      const total = await freeze(tx, id, now)
      const { campaignId } = await tx.mailing.update({ where: { id }, data: { total }, select: { campaignId: true } })
      await appendAudit(tx, { actor, action: 'mailing.started', subject: `mailing:${id}`, detail: { total } }, now)
      return { total, campaignId }
    },
    { timeout: longestFreeze },
  )
  if (!started) return { outcome: 'no-longer-a-draft' }
  await notify('delivery', '')
  await notify('page', String(started.campaignId))
  return { outcome: 'started', total: started.total }
}
