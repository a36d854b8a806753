import type { PoolClient } from 'pg'
import { timeZone } from '#app/i18n/format.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { uuidArray } from '#app/infra/db/binary-array.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'

/** Leaves that are looked at in one commit. */
const most = 5000
/** Who came into the count longer ago is not surprised with a receipt: the worker stood still, or the log was made later. */
const daysFresh = 7
/** Signatures of the demonstration have smaller ids. Nobody is behind them. */
const firstRealId = '00000001-0000-0000-0000-000000000000'

/** Behind all other letters. */
export const receiptLane = 4

interface Window {
  next: string
  size: string
  off: boolean
}

/** Where this campaign stands. Its row is locked: of several who come, one goes on. */
async function hold(on: PoolClient, campaignId: number): Promise<Window | undefined> {
  await on.query(`insert into log_receipt (campaign_id) values ($1) on conflict do nothing`, [campaignId])
  const { rows } = await on.query<Window>(
    `select r.next_index as next, t.size, r.off_since is not null as off
     from log_receipt r join log_tree t using (campaign_id) where campaign_id = $1 and r.next_index < t.size for update of r`,
    [campaignId],
  )
  return rows[0]
}

interface Between {
  campaignId: number
  from: number
  /** Without it. */
  to: number
  now: Date
}

/** The first time that somebody counts is a confirmation: there is one for each signature. */
async function firstTimers(on: PoolClient, { campaignId, from, to, now }: Between): Promise<string[]> {
  const { rows } = await on.query<{ id: string }>(
    `select signature_id as id from log_leaf
     where campaign_id = $1 and index >= $2 and index < $3 and event = 'confirm' and signature_id >= $4
       and day >= ($5::timestamptz at time zone '${timeZone}')::date - ${daysFresh}`,
    [campaignId, from, to, firstRealId, now],
  )
  return rows.map(({ id }) => id)
}

/** @returns the letters that were queued, and whether there is more to look at */
async function queueOnce(on: PoolClient, campaignId: number, now: Date): Promise<{ queued: number; more: boolean }> {
  const window = await hold(on, campaignId)
  if (!window) return { queued: 0, more: false }
  const [from, size] = [Number(window.next), Number(window.size)]
  const to = window.off ? size : Math.min(size, from + most)
  const ids = window.off ? [] : await firstTimers(on, { campaignId, from, to, now })
  if (ids.length > 0)
    await on.query(
      `insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
       select $1, id, 'receipt'::delivery_kind, subject_id, ${receiptLane}, least($4::timestamptz, now())
       from unnest($2::uuid[], $3::uuid[]) as t(id, subject_id)`,
      [campaignId, uuidArray(ids.map(() => timeId(now))), uuidArray(ids), now],
    )
  await on.query(`update log_receipt set next_index = $2 where campaign_id = $1`, [campaignId, to])
  return { queued: ids.length, more: to < size }
}

/**
 * Queues one letter with their receipt for each signature that came into the log since the last time. A letter and the mark up to
 * which everybody has theirs are one commit: whoever is killed has queued nothing twice and left nobody out. Where the team wants
 * no such letters, the mark goes on without them.
 */
export async function queueReceipts(campaignId: number, now: Date): Promise<void> {
  for (let [more, queued] = [true, 0]; more;) {
    const client = await pool().connect()
    try {
      await client.query('begin')
      ;({ more, queued } = await queueOnce(client, campaignId, now))
      await client.query('commit')
      client.release()
    } catch (error) {
      client.release(true) // what state it is in is not known
      throw error
    }
    if (queued > 0) await notify('delivery', '')
  }
}
