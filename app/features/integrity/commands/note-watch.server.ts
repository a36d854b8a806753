import { pool } from '#app/infra/db/pool.server.ts'
import type { AlertKind } from '../schema.ts'

export interface Noticed {
  kind: AlertKind
  key: Buffer
  signatures: number
}

/** Who has seen an alert is not told the same again for so long. */
const quietHours = 1

/** Raises what was noticed, or says that it goes on. Safe to call at every look. @returns how many are new */
export async function raiseAlerts(campaignId: number, noticed: readonly Noticed[], now: Date): Promise<number> {
  if (noticed.length === 0) return 0
  const { rows } = await pool().query<{ fresh: boolean }>(
    `insert into alert (campaign_id, kind, key, signatures, raised_at, last_at)
     select $1, t.kind, t.key, t.n, $5, $5 from unnest($2::text[], $3::bytea[], $4::int[]) as t(kind, key, n)
     where not exists (
       select from alert a where a.campaign_id = $1 and a.kind = t.kind and a.key = t.key and a.seen_at > $5::timestamptz - make_interval(hours => ${quietHours})
     )
     on conflict (campaign_id, kind, key) where seen_at is null
     do update set signatures = greatest(alert.signatures, excluded.signatures), last_at = excluded.last_at
     returning raised_at = $5 as fresh`,
    [
      campaignId,
      noticed.map(({ kind }) => kind),
      noticed.map(({ key }) => key),
      noticed.map(({ signatures }) => signatures),
      now,
    ],
  )
  return rows.filter(({ fresh }) => fresh).length
}

export interface TrendSeen {
  kind: 'network' | 'domain'
  key: Buffer
  n: number
  odd: boolean
}

/** Writes down the largest of the hour, each with its highest number. */
export async function noteTrends(campaignId: number, trends: readonly TrendSeen[], now: Date): Promise<void> {
  if (trends.length === 0) return
  const column = <V>(pick: (trend: TrendSeen) => V) => trends.map(pick)
  await pool().query(
    `insert into trend (campaign_id, hour, kind, key, n, odd)
     select $1, date_trunc('hour', $2::timestamptz), t.kind, t.key, t.n, t.odd
     from unnest($3::text[], $4::bytea[], $5::int[], $6::boolean[]) as t(kind, key, n, odd)
     on conflict (campaign_id, hour, kind, key) do update set n = greatest(trend.n, excluded.n), odd = trend.odd or excluded.odd`,
    [
      campaignId,
      now,
      column(({ kind }) => kind),
      column(({ key }) => key),
      column(({ n }) => n),
      column(({ odd }) => odd),
    ],
  )
}
