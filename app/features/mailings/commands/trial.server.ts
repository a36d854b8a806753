import { randomBytes } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { findTrial } from '../queries/trial.server.ts'
import { readMark, winnerOf, type TrialAction, type TrialForm, type Variant } from '../rules/trial.ts'
import { changeDraft } from './change-draft.server.ts'
import type { MoveOutcome, Moving } from './move-mailing.server.ts'

/** Gives a draft a second subject, to be tried beside the first. */
export async function keepTrial(
  { actor, id, now }: Moving,
  { subjectFr, subjectEn, share, goal, hours }: Extract<TrialForm, { intent: 'keep' }>,
): Promise<MoveOutcome> {
  const data = { subjectFr, subjectEn, share, goal, hours: hours === 0 ? null : hours }
  return db().$transaction(async (tx) => {
    const seed = randomBytes(8).readBigInt64BE()
    const isDraft = await changeDraft(tx, { actor, id, now }, () =>
      tx.mailingTrial.upsert({ where: { mailingId: id }, create: { mailingId: id, seed, ...data }, update: data }),
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
  if (outcome.outcome === 'moved') await releaseRest(id)
  return outcome
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
    await releaseRest(id)
  }
}

async function decide(id: string): Promise<void> {
  const trial = await findTrial(id)
  if (!trial) return
  const { letters, actions, goal } = trial
  const tried = (variant: Variant) => ({ letters: letters[variant], actions: actions[variant][goal] })
  await pool().query(
    `update mailing_trial set winner = $2, decided_at = now() where mailing_id = $1 and winner is null`,
    [id, winnerOf(tried('a'), tried('b'))],
  )
}

const counted = `
with trial as (
  select t.mailing_id from mailing_trial t join mailing m on m.id = t.mailing_id where t.number = $1 and t.winner is null and m.state in ('sending', 'paused')
)
insert into mailing_trial_tally as t (mailing_id, variant, action, n)
select mailing_id, $2, $3, 1 from (select set_config('synchronous_commit', 'off', true)) as quick, trial
on conflict (mailing_id, variant, action) do update set n = t.n + 1`

/** Counts something that was done by whoever came with a mark, while its trial goes on. Nothing of them is kept. @returns whether it counted */
export async function countTried(mark: string, action: TrialAction): Promise<boolean> {
  const read = readMark(mark)
  if (!read) return false
  const { rowCount } = await pool().query({
    name: 'count-action',
    text: counted,
    values: [read.number, read.variant, action],
  })
  return rowCount === 1
}
