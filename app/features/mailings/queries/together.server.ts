import { pool } from '#app/infra/db/pool.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { togetherHours } from '../rules/approval.ts'
import type { Audience } from '../rules/audience.ts'
import { whereOf } from './audience.server.ts'

/** A mailing that is to begin, and who lets it. */
interface Sending {
  campaignId: number
  /** `null`: the command line. */
  sentById: string | null
  id: string
  now: Date
}

/** What the same person sent to the campaign within a week, without a second person. Values: campaign, person, now, this mailing. */
const alone = `
select id from mailing
where campaign_id = $1 and sent_by_id is not distinct from $2::uuid and approved_by_id is null and id <> $4::uuid
  and started_at > $3::timestamptz - interval '${togetherHours} hours'`

const valuesOf = ({ campaignId, sentById, now, id }: Sending) => [campaignId, sentById, now, id]

/** Lets what one person begins at the same moment wait for one another, until the commit: each then counts those before. */
export async function holdTogether(tx: Transaction, { campaignId, sentById }: Sending): Promise<void> {
  const key = `mailings of ${campaignId} by ${sentById ?? 'the command line'}`
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
}

/** Of what counts with a mailing, those whose list of receivers is not complete yet: who is not on it would not be counted. */
export async function listUnfinished(tx: Transaction, sending: Sending): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `${alone} and frozen_up_to is not null and state::text in ('sending', 'paused')`,
    ...valuesOf(sending),
  )
  return rows.map(({ id }) => id)
}

/** People whom a mailing and those that the same person sent alone are for, each once. @param total of its letters, which are written */
export async function countAlone(tx: Transaction, sending: Sending, total: number): Promise<number> {
  const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
    `select count(distinct d.subject_id)::int as n from delivery d
     where d.mailing_id in (${alone}) and d.state <> 'suppressed'
       and not exists (select from delivery e where e.mailing_id = $4::uuid and e.subject_id = d.subject_id)`,
    ...valuesOf(sending),
  )
  return total + (rows[0]?.n ?? 0)
}

/** The same of a draft. @param total of its audience now */
export async function countTogether(
  sending: Sending,
  { audience, total }: { audience: Audience; total: number },
): Promise<number> {
  const { where, values } = whereOf(audience, 4)
  const { rows } = await pool().query<{ n: number }>(
    `select count(distinct d.subject_id)::int as n from delivery d
     where d.mailing_id in (${alone}) and d.state <> 'suppressed'
       and not exists (select from subscription b where b.campaign_id = $1 and b.id = d.subject_id and b.state = 'active' and ${where})`,
    [...valuesOf(sending), ...values],
  )
  return total + (rows[0]?.n ?? 0)
}
