import type { Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { areRepeated } from '../rules.ts'
import { isPauseReason, type MailAlarms, type PausedMailing, type Refusals } from '../schema.ts'
import { findLock } from './run.server.ts'
import { subjectFields, subjectIn } from './subject.server.ts'

/** Counting stops there: more say nothing else. */
const mostCounted = 10_000

/** The words of the index `delivery_refused_idx`: it holds these letters and no others. */
const refused = `state = 'failed' and reply ~ '^5[0-9][0-9] 5[.]7[.]'`

/**
 * Letters of every kind that receivers refused in the last hours for what they think of the sender.
 * @returns `null` while they are too few to say anything of the sender
 */
export async function findRefusals(hours: number): Promise<(Refusals & { reply: string }) | null> {
  const { rows } = await pool().query<{ count: number; since: Date; reply: string }>(
    `select count(*)::int as count, min(ended_at) as since, coalesce(mode() within group (order by reply), '') as reply
     from (
       select ended_at, reply from delivery where ${refused} and ended_at > now() - make_interval(hours => $1) limit ${mostCounted}
     ) seen`,
    [hours],
  )
  const [found] = rows
  return found && areRepeated(found.count) ? { ...found, since: found.since.toISOString() } : null
}

async function pausedByThemselves(locale: Locale): Promise<PausedMailing[]> {
  const found = await db().mailing.findMany({
    where: { state: 'paused', pausedBecause: { not: null } },
    orderBy: { startedAt: 'desc' },
    take: 20,
    select: { id: true, pausedBecause: true, ...subjectFields(locale) },
  })
  return found.flatMap(({ id, pausedBecause: because, ...named }) =>
    isPauseReason(because) ? [{ id, because, subject: subjectIn(named, locale) }] : [],
  )
}

/** What stands in the way of mail and needs a person, for the pages that the team looks at first. */
export async function findMailAlarms(locale: Locale): Promise<MailAlarms> {
  const [lock, paused, found] = await Promise.all([findLock(), pausedByThemselves(locale), findRefusals(24)])
  return { lock, paused, refusals: found && { count: found.count, since: found.since } }
}

export interface MailFigures {
  locked: boolean
  pausedByThemselves: number
  refusals: number
}

/** The same in figures, for `/metrics`. */
export async function countMailAlarms(): Promise<MailFigures> {
  const { rows } = await pool().query<MailFigures>(
    `select exists (select from mail_place where waiting_since is not null) as locked,
       (select count(*) from mailing where state = 'paused' and paused_because is not null)::int as "pausedByThemselves",
       (select count(*) from delivery where ${refused} and ended_at > now() - interval '1 day')::int as refusals`,
  )
  return rows[0] ?? { locked: false, pausedByThemselves: 0, refusals: 0 }
}
