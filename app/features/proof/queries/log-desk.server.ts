import { pool } from '#app/infra/db/pool.server.ts'

/** Heads on the page of the team. */
const mostHeads = 24
/** More that waits is not counted one by one. */
const mostCounted = 10_000

export interface HeadRow {
  size: number
  signedAt: string
  counted: number
  /** So many updates printed it. */
  printed: number
}

export interface LogDesk {
  heads: readonly HeadRow[]
  /** Moves of the count that are not in the log yet; at most ten thousand are counted. */
  waiting: number
  /** Receipts that wait to be sent; the same. */
  receiptsWaiting: number
  receiptsOffSince: string | null
}

const countUpTo = async (from: string, campaignId: number): Promise<number> => {
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from (select from ${from} limit ${mostCounted}) few`,
    [campaignId],
  )
  return rows[0]?.n ?? 0
}

/** How the log of a campaign stands, for the team. */
export async function findLogDesk(campaignId: number): Promise<LogDesk> {
  const [heads, waiting, receiptsWaiting, settings] = await Promise.all([
    pool().query<{ size: string; signed_at: Date; counted: string; printed: number }>(
      `select h.size, h.signed_at, h.confirmed - h.withdrawn - h.invalidated + h.restored as counted,
         (select count(*)::int from mailing m where m.campaign_id = h.campaign_id and m.head_size = h.size) as printed
       from log_head h where campaign_id = $1 order by size desc limit ${mostHeads}`,
      [campaignId],
    ),
    countUpTo('log_event where campaign_id = $1', campaignId),
    countUpTo(`delivery where lane = 4 and state in ('queued', 'deferred') and campaign_id = $1`, campaignId),
    pool().query<{ off_since: Date | null }>(`select off_since from log_receipt where campaign_id = $1`, [campaignId]),
  ])
  return {
    heads: heads.rows.map(({ size, signed_at: at, counted, printed }) => ({
      size: Number(size),
      signedAt: at.toISOString(),
      counted: Number(counted),
      printed,
    })),
    waiting,
    receiptsWaiting,
    receiptsOffSince: settings.rows[0]?.off_since?.toISOString() ?? null,
  }
}
