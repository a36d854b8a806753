import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { config } from '#app/infra/config.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readAudience, whereOf } from '../queries/audience.server.ts'
import { knownNow } from '../letter-values.server.ts'
import { findTexts } from '../queries/texts.server.ts'
import { holdPictures } from './pictures/hold-pictures.server.ts'
import { drawMissingMarks } from './trial.server.ts'
import { countAlone, holdTogether } from '../queries/together.server.ts'
import { needsApproval } from '../rules/approval.ts'
import { checkTexts, stopsIn } from '../rules/checks/check-texts.ts'
import type { Finding } from '../rules/checks/finding.ts'

/** Why it may not begin. */
export type Held = { outcome: 'faults'; findings: Finding[] } | NeedsApproval

interface NeedsApproval {
  outcome: 'needs-approval'
  total: number
  /** With everybody whom the same person wrote to alone, of the same campaign, within a week. */
  together: number
}

export type StartOutcome = { outcome: 'started'; total: number } | { outcome: 'no-longer-a-draft' } | Held

/** Ends the transaction and everything in it. */
class HeldBack extends Error {
  override name = 'HeldBack'
  constructor(readonly held: Held) {
    super(held.outcome)
  }
}

/** A large audience is written in one statement, which takes its time. */
const longestFreeze = 10 * 60_000

/** By the seed of the trial and nothing else: a share of the readers gets one of two subjects, the others wait for the outcome. */
const tried = `
  cross join lateral (select hashtextextended(b.id::text, t.seed) & 4611686018427387903 as n) h
  cross join lateral (select case when h.n % 100 < t.share then case when h.n / 100 % 2 = 0 then 'a' else 'b' end end as variant) v`

/** One row for each reader, in one statement. @returns how many */
async function addressAll(tx: Transaction, id: string, now: Date): Promise<number> {
  const { audience, trial } = await tx.mailing.findUniqueOrThrow({
    where: { id },
    select: { audience: true, trial: { select: { share: true } } },
  })
  if (trial) await drawMissingMarks(tx, id)
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

export interface Starting {
  /** `null`: its hour has come, or it is done at the command line. */
  actor: Actor | null
  id: string
  now: Date
}

/** @throws HeldBack when something in the text has to be mended. The row of the mailing is held by then: no text changes meanwhile. */
async function refuseFaults(tx: Transaction, id: string, campaignId: number): Promise<void> {
  await holdPictures(tx, id, campaignId) // what is found to be there stays
  const texts = await findTexts(tx, id)
  const findings = stopsIn(checkTexts(texts, await knownNow(campaignId, texts)))
  if (findings.length > 0) throw new HeldBack({ outcome: 'faults', findings })
}

/** @throws HeldBack when it goes to so many, or so many in slices, that a second person has to agree. Its letters are written by then. */
async function refuseAlone(
  tx: Transaction,
  { id, total, now }: { id: string; total: number; now: Date },
): Promise<void> {
  const { campaignId, approvedById, sentById } = await tx.mailing.findUniqueOrThrow({
    where: { id },
    select: { campaignId: true, approvedById: true, sentById: true },
  })
  if (approvedById !== null) return
  const sending = { campaignId, sentById, id, now }
  await holdTogether(tx, sending)
  const together = await countAlone(tx, sending, total)
  if (needsApproval(together, config().secondApprovalAbove))
    throw new HeldBack({ outcome: 'needs-approval', total, together })
}

async function freeze(
  tx: Transaction,
  { actor, id, now }: Starting,
): Promise<{ total: number; campaignId: number } | null> {
  const { count } = await tx.mailing.updateMany({
    where: { id, state: { in: ['draft', 'scheduled'] } },
    data: {
      state: 'sending',
      startedAt: now,
      scheduledFor: null,
      unscheduledBecause: null,
      // At its hour it is begun by whoever gave it that hour.
      ...(actor ? { sentById: actor.id } : {}),
    },
  })
  if (count === 0) return null
  const { campaignId } = await tx.mailing.findUniqueOrThrow({ where: { id }, select: { campaignId: true } })
  await refuseFaults(tx, id, campaignId)
  const total = await addressAll(tx, id, now)
  await refuseAlone(tx, { id, total, now })
  const signatureCount = await confirmedTotal(campaignId)
  await tx.mailing.update({ where: { id }, data: { total, signatureCount }, select: { id: true } })
  await appendAudit(tx, { actor, action: 'mailing.started', subject: `mailing:${id}`, detail: { total } }, now)
  return { total, campaignId }
}

/**
 * Begins to send a draft, or one that waits for its hour: its audience is frozen now, in one statement, as those of its rules
 * who asked for news and did not leave. A second call finds no draft. Whoever leaves afterwards and is not written to yet gets nothing. Nothing begins
 * with a fault in the text, nor, to a large audience, without a second person.
 */
export async function startMailing(starting: Starting): Promise<StartOutcome> {
  try {
    const started = await db().$transaction((tx) => freeze(tx, starting), { timeout: longestFreeze })
    if (!started) return { outcome: 'no-longer-a-draft' }
    await notify('delivery', '')
    await notify('page', String(started.campaignId))
    return { outcome: 'started', total: started.total }
  } catch (error) {
    if (error instanceof HeldBack) return error.held
    throw error
  }
}
