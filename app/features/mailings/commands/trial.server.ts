import { randomBytes } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { findTrial } from '../queries/trial.server.ts'
import { isMark, winnerOf, type TrialAction, type TrialForm, type Variant } from '../rules/trial.ts'
import { changeDraft } from './change-draft.server.ts'
import type { MoveOutcome, Moving } from './move-mailing.server.ts'

/** 96 bits: a mark is met in letters, never guessed. */
const drawMark = () => randomBytes(12).toString('base64url')

/** What the links of both subjects carry, where an older release kept the trial without. Call it before its letters are written. */
export async function drawMissingMarks(tx: Transaction, mailingId: string): Promise<void> {
  await tx.mailingTrial.updateMany({ where: { mailingId, markA: null }, data: { markA: drawMark() } })
  await tx.mailingTrial.updateMany({ where: { mailingId, markB: null }, data: { markB: drawMark() } })
}

/** Gives a draft a second subject, to be tried beside the first. */
export async function keepTrial(
  { actor, id, now }: Moving,
  { subjectFr, subjectEn, share, goal, hours }: Extract<TrialForm, { intent: 'keep' }>,
): Promise<MoveOutcome> {
  const data = { subjectFr, subjectEn, share, goal, hours: hours === 0 ? null : hours }
  return db().$transaction(async (tx) => {
    const drawn = { seed: randomBytes(8).readBigInt64BE(), markA: drawMark(), markB: drawMark() }
    const isDraft = await changeDraft(tx, { actor, id, now }, () =>
      tx.mailingTrial.upsert({ where: { mailingId: id }, create: { mailingId: id, ...drawn, ...data }, update: data }),
    )
    if (!isDraft) return { outcome: 'not-possible' }
    await appendAudit(tx, { actor, action: 'mailing.trial-set', subject: `mailing:${id}`, detail: { share } }, now)
    return { outcome: 'moved' }
  })
}

/** A draft has one subject again. */
export async function dropTrial({ actor, id, now }: Moving): Promise<MoveOutcome> {
  return db().$transaction(async (tx) => {
    const isDraft = await changeDraft(tx, { actor, id, now }, () =>
      tx.mailingTrial.deleteMany({ where: { mailingId: id } }),
    )
    if (!isDraft) return { outcome: 'not-possible' }
    await appendAudit(tx, { actor, action: 'mailing.trial-dropped', subject: `mailing:${id}` }, now)
    return { outcome: 'moved' }
  })
}

/** Says which subject the rest gets, before the clock does or in its place. Once it is said it stays. */
export async function chooseWinner({ actor, id, now }: Moving, winner: Variant): Promise<MoveOutcome> {
  const outcome = await db().$transaction(async (tx): Promise<MoveOutcome> => {
    const { count } = await tx.mailingTrial.updateMany({
      where: { mailingId: id, winner: null, mailing: { state: { in: ['sending', 'paused'] } } },
      data: { winner, decidedAt: now, decidedById: actor.id },
    })
    if (count === 0) return { outcome: 'not-possible' }
    await appendAudit(tx, { actor, action: 'mailing.trial-decided', subject: `mailing:${id}`, detail: { winner } }, now)
    return { outcome: 'moved' }
  })
  if (outcome.outcome === 'moved') await followChoice(id)
  return outcome
}

/** The mailing goes on, and is known by the subject that was chosen: pages that were kept show another. */
async function followChoice(id: string): Promise<void> {
  const { campaignId } = await db().mailing.findUniqueOrThrow({ where: { id }, select: { campaignId: true } })
  await notify('page', String(campaignId))
  await releaseRest(id)
}

const atOnce = 20_000

const release = `
update delivery set due_at = now() where mailing_id = $1 and state = 'queued' and due_at = 'infinity'
  and (campaign_id, id) in (
    select campaign_id, id from delivery where mailing_id = $1 and state in ('queued', 'deferred') and due_at = 'infinity' limit ${atOnce} for update skip locked
  )`

/** Those who waited for the outcome are due now, some at a time, so that the first go at once. Safe to call again. */
async function releaseRest(mailingId: string): Promise<void> {
  for (;;) {
    const { rowCount } = await pool().query(release, [mailingId])
    if (!rowCount) return
    await notify('delivery', '')
  }
}

const over = `
select t.mailing_id as id, t.winner is not null as decided from mailing_trial t join mailing m on m.id = t.mailing_id
where m.state in ('sending', 'paused')
  and (t.winner is null and t.hours is not null and m.started_at + make_interval(hours => t.hours) <= now()
    or t.winner is not null and exists (
      select from delivery d where d.mailing_id = t.mailing_id and d.state in ('queued', 'deferred') and d.due_at = 'infinity'
    ))`

/** Ends the trials whose time is over: the subject ahead goes to the rest. Goes on where a worker that is gone left off. Safe from any worker. */
export async function endTrials(): Promise<void> {
  const { rows } = await pool().query<{ id: string; decided: boolean }>({ name: 'end-trials', text: over })
  for (const { id, decided } of rows) {
    if (!decided) await decide(id)
    await followChoice(id)
  }
}

async function decide(id: string): Promise<void> {
  const trial = await findTrial(id)
  if (!trial) return
  const { letters, actions, goal } = trial
  const tried = (variant: Variant) => ({ letters: letters[variant], actions: actions[variant][goal] })
  const winner = winnerOf(tried('a'), tried('b'))
  await db().$transaction(async (tx) => {
    const [decided] = await tx.$queryRaw<{ at: Date }[]>`
      update mailing_trial set winner = ${winner}, decided_at = now() where mailing_id = ${id}::uuid and winner is null
      returning decided_at as at`
    if (!decided) return
    const deed = { actor: null, action: 'mailing.trial-decided', subject: `mailing:${id}`, detail: { winner } }
    await appendAudit(tx, deed, decided.at)
  })
}

const counted = `
with trial as (
  select t.mailing_id, case when t.mark_a = $1 then 'a' else 'b' end as variant
  from mailing_trial t join mailing m on m.id = t.mailing_id
  where (t.mark_a = $1 or t.mark_b = $1) and t.winner is null and m.state in ('sending', 'paused')
)
insert into mailing_trial_tally as t (mailing_id, variant, action, n)
select mailing_id, variant, $2, 1 from (select set_config('synchronous_commit', 'off', true)) as quick, trial
on conflict (mailing_id, variant, action) do update set n = t.n + 1`

/** Counts something that was done by whoever came with a mark, while its trial goes on. Nothing of them is kept. @returns whether it counted */
export async function countTried(mark: string, action: TrialAction): Promise<boolean> {
  if (!isMark(mark)) return false
  const { rowCount } = await pool().query({ name: 'count-action', text: counted, values: [mark, action] })
  return rowCount === 1
}
