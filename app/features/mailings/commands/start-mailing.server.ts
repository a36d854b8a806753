import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readAudience, whereOf } from '../queries/audience.server.ts'

export type StartOutcome = { outcome: 'started'; total: number } | { outcome: 'no-longer-a-draft' }

/** A large audience is written in one statement, which takes its time. */
const longestFreeze = 10 * 60_000

/** By the seed of the trial and nothing else: a share of the readers gets one of two subjects, the others wait for the outcome. */
const tried = `
  cross join lateral (select hashtextextended(b.id::text, t.seed) & 4611686018427387903 as n) h
  cross join lateral (select case when h.n % 100 < t.share then case when h.n / 100 % 2 = 0 then 'a' else 'b' end end as variant) v`

/** One row for each reader, in one statement. @returns how many */
async function freeze(tx: Transaction, id: string, now: Date): Promise<number> {
  const { audience, trial } = await tx.mailing.findUniqueOrThrow({
    where: { id },
    select: { audience: true, trial: { select: { number: true } } },
  })
  const { where, values } = whereOf(readAudience(audience), 2)
  return tx.$executeRawUnsafe(
    `insert into delivery (campaign_id, id, kind, subject_id, mailing_id, lane, due_at, variant)
     select b.campaign_id, gen_random_uuid(), 'update', b.id, m.id, 1, ${trial ? `case when v.variant is null then 'infinity' else $2::timestamptz end, v.variant` : '$2::timestamptz, null'}
     from mailing m join subscription b on b.campaign_id = m.campaign_id and b.state = 'active'
     ${trial ? `join mailing_trial t on t.mailing_id = m.id ${tried}` : ''}
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
