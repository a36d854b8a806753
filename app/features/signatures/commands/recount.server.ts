import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { refreshCounts } from '../queries/live-count.server.ts'

/**
 * Counts the confirmed signatures anew into the tallies. Confirmations wait meanwhile, so that none is counted twice or lost.
 * @returns by how much the total was wrong
 */
export async function recount(campaignId: number, now: Date): Promise<{ before: number; after: number }> {
  const client = await pool().connect()
  try {
    const total = async () => {
      const { rows } = await client.query<{ n: number }>(
        `select coalesce(sum(n), 0)::int as n from tally where campaign_id = $1 and dimension = 'all'`,
        [campaignId],
      )
      return rows[0]?.n ?? 0
    }
    await client.query('begin')
    await client.query('lock table tally in share row exclusive mode')
    const before = await total()
    await client.query('delete from tally where campaign_id = $1', [campaignId])
    await client.query(
      `insert into tally (campaign_id, day, dimension, key, n)
       select campaign_id, (confirmed_at at time zone 'Europe/Paris')::date, dimension, key, count(*)::int
       from signature cross join lateral (values
         ('all', ''), ('department', coalesce(department, 'unknown')), ('country', country), ('language', locale),
         ('hour', to_char(confirmed_at at time zone 'Europe/Paris', 'HH24'))
       ) as counted(dimension, key)
       where campaign_id = $1 and state = 'confirmed' group by 1, 2, 3, 4`,
      [campaignId],
    )
    const after = await total()
    await client.query(`select pg_notify('count', $1)`, [String(campaignId)])
    await client.query('commit')
    await refreshCounts()
    await db().$transaction((tx) =>
      appendAudit(
        tx,
        { actor: null, action: 'signatures.recounted', subject: `campaign:${campaignId}`, detail: { before, after } },
        now,
      ),
    )
    return { before, after }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
