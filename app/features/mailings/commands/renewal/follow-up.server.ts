import { parisDay } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import {
  addressOf,
  isHeld,
  placesOf,
  wishesAt,
  type PersonsWish,
  type SealedWish,
} from '../../queries/wishes.server.ts'
import { renewalStep, type LetterState, type RenewalOutcome } from '../../rules/renewal.ts'
import type { DeliveryState } from '../../schema.ts'

interface OpenQuestion extends SealedWish {
  askedAt: Date
  /** Of the subscription; `null`: it is gone. */
  state: string | null
  held: boolean
  letterState: DeliveryState | null
  letterEndedAt: Date | null
  hasReminder: boolean
  reminderState: DeliveryState | null
  reminderEndedAt: Date | null
}

const atOnce = 500

const statement = `
select r.campaign_id as "campaignId", r.id, r.asked_at as "askedAt", b.state::text as state, b.email_index as "emailIndex",
  b.sealed_email as "sealedEmail", b.sealed_name as "sealedName", b.id is not null and ${isHeld('b')} as held,
  l.state::text as "letterState", l.ended_at as "letterEndedAt",
  r.reminder is not null as "hasReminder", m.state::text as "reminderState", m.ended_at as "reminderEndedAt"
from renewal r
left join subscription b on b.campaign_id = r.campaign_id and b.id = r.id
left join delivery l on l.campaign_id = r.campaign_id and l.id = r.letter
left join delivery m on m.campaign_id = r.campaign_id and m.id = r.reminder
where r.outcome is null and (r.campaign_id, r.id) > ($1, $2::uuid)
order by r.campaign_id, r.id limit ${atOnce}`

interface Following {
  now: Date
  campaignIds: readonly number[]
}

/**
 * What follows from questions without an answer: a reminder after two weeks, the end of the wish after thirty days. Whoever said
 * yes meanwhile, anywhere on this site, is reminded of nothing and keeps everything. Safe to run again.
 */
export async function followUp(following: Following): Promise<{ reminded: number; ended: number }> {
  const done = { reminded: 0, ended: 0 }
  let [campaignId, id] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const { rows } = await pool().query<OpenQuestion>(statement, [campaignId, id])
    for (const question of rows) {
      const step = await followOne(question, following).catch((error: unknown) =>
        log.error('a yearly question cannot be followed', { job: 'ask-yearly', id: question.id, error }),
      )
      if (step) done[step] += 1
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return done
    ;[campaignId, id] = [last.campaignId, last.id]
  }
}

const letterOf = (state: DeliveryState | null, endedAt: Date | null): LetterState | null =>
  state === null ? null : { state, endedAt: endedAt?.getTime() ?? null }

async function followOne(question: OpenQuestion, following: Following): Promise<'reminded' | 'ended' | null> {
  const { state, held } = question
  const { now } = following
  if (state !== 'active') return close(question, state === 'paused' ? 'paused' : 'left', now)
  const letter = letterOf(question.letterState, question.letterEndedAt)
  // A reminder whose row is gone is one that reached nobody.
  const gone = { state: 'failed', endedAt: now.getTime() } as const
  const reminder = question.hasReminder ? (letterOf(question.reminderState, question.reminderEndedAt) ?? gone) : null
  const step = renewalStep({ letter, reminder }, now.getTime())
  if (step === 'close') return close(question, 'unreached', now)
  // Whoever is under review gets nothing from us, and loses nothing by it.
  if (step === 'wait' || held) return null
  const [wishes = []] = await wishesAt([placesOf(question, addressOf(question), following.campaignIds)])
  if (wishes.some(({ yes }) => yes > question.askedAt)) return close(question, 'kept', now)
  return step === 'remind' ? remind(question, now) : end(question, wishes, now)
}

async function close({ campaignId, id }: OpenQuestion, outcome: RenewalOutcome, now: Date): Promise<null> {
  await db().renewal.updateMany({ where: { campaignId, id, outcome: null }, data: { outcome, closedAt: now } })
  return null
}

async function remind({ campaignId, id }: OpenQuestion, now: Date): Promise<'reminded' | null> {
  const { rowCount } = await pool().query(
    `with noted as (
       update renewal set reminder = $3 where campaign_id = $1 and id = $2 and outcome is null and reminder is null returning campaign_id, id, reminder
     )
     insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
     select campaign_id, reminder, 'renewal-reminder', id, 3, least($4::timestamptz, now()) from noted`,
    [campaignId, id, timeId(now), now],
  )
  return rowCount ? 'reminded' : null
}

/** All that the person still gets ends; pauses they chose, signatures and everything else stay. An answer that comes at the same moment wins. */
async function end(
  { campaignId, id }: OpenQuestion,
  wishes: readonly PersonsWish[],
  now: Date,
): Promise<'ended' | null> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.renewal.updateMany({
      where: { campaignId, id, outcome: null },
      data: { outcome: 'ended', closedAt: now },
    })
    if (count === 0) return null
    await tx.$executeRawUnsafe(
      `with reader as (
         update subscription b set state = 'unsubscribed', ended_at = $3::timestamptz from unnest($1::int[], $2::uuid[]) as w(campaign_id, id)
         where b.campaign_id = w.campaign_id and b.id = w.id and b.state::text = 'active' returning b.campaign_id, b.id
       )
       update delivery d set state = 'suppressed', ended_at = $3::timestamptz from reader r
       where d.campaign_id = r.campaign_id and d.subject_id = r.id and d.lane = 1 and d.state in ('queued', 'deferred')`,
      wishes.map((wish) => wish.campaignId),
      wishes.map((wish) => wish.id),
      now,
    )
    await tx.$executeRaw`
      insert into leaving_tally values (${campaignId}, ${parisDay(now)}::date, 'no-answer', 1)
      on conflict (campaign_id, day, reason) do update set n = leaving_tally.n + 1`
    return 'ended'
  })
}
