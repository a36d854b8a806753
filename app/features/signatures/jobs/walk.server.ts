import { pool } from '#app/infra/db/pool.server.ts'

export interface Walk {
  /** Under which the way so far is kept. */
  name: string
  campaignId: number
  /** Signatures made before this instant. */
  before: Date
  /** Which of the signatures `s` it concerns, as SQL: the unconfirmed ones otherwise. */
  concerns?: string
  /** Does what is to be done with these. May be called again for the same ones. */
  visit: (ids: readonly string[]) => Promise<void>
}

const batch = 1000

/** The lowest id of a moment: ids of signatures begin with their time (UUID version 7). */
export function firstIdOf(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Read by their key from where the walk stands, so that those behind it cost nothing, however many there are. */
export const nextOfWalk = (concerns = 's.confirmed_at is null'): string => `
select s.id, ${concerns} as concerned from signature s
where s.campaign_id = $1 and s.id < $2
  and s.id > coalesce((select id from signature_walk where name = $3 and campaign_id = $1), '00000000-0000-0000-0000-000000000000')
order by s.id limit ${batch}`

/**
 * Walks once through the signatures of a campaign in order of their age, ever further as time goes by: ten million of them are
 * read once and not every hour. A walk that was broken off takes its last step again.
 */
export async function walk({ name, campaignId, before, concerns, visit }: Walk): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ id: string; concerned: boolean }>(nextOfWalk(concerns), [
      campaignId,
      firstIdOf(before),
      name,
    ])
    const concerned = rows.filter((row) => row.concerned).map(({ id }) => id)
    if (concerned.length > 0) await visit(concerned)
    const last = rows.at(-1)
    if (last)
      await pool().query(
        `insert into signature_walk as w (name, campaign_id, id) values ($1, $2, $3)
         on conflict (name, campaign_id) do update set id = greatest(w.id, excluded.id)`,
        [name, campaignId, last.id],
      )
    if (rows.length < batch) return
  }
}

interface Revisit {
  name: string
  campaignId: number
  now: Date
  visit: Walk['visit']
}

/** Comes back to those that were too early when the walk came by; a visit that finds one still too early has said so anew. */
export async function revisit({ name, campaignId, now, visit }: Revisit): Promise<void> {
  for (;;) {
    const { rows } = await pool().query<{ id: string }>(
      `select id from signature_revisit where name = $1 and campaign_id = $2 and due_at <= $3 order by due_at limit ${batch}`,
      [name, campaignId, now],
    )
    const ids = rows.map(({ id }) => id)
    if (ids.length > 0) await visit(ids)
    await pool().query(
      `delete from signature_revisit where name = $1 and campaign_id = $2 and id = any($3::uuid[]) and due_at <= $4`,
      [name, campaignId, ids, now],
    )
    if (ids.length < batch) return
  }
}
