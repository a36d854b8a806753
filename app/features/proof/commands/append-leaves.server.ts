import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { bigintArray, bytesArray, integerArray, textArray, uuidArray } from '#app/infra/db/binary-array.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { sha256 } from '../hash.server.ts'
import { edgeOf } from '../queries/tiles.server.ts'
import { committedBytes, leafBytes, logEvents, type Entry } from '../rules/entry.ts'
import { append, type Tile } from '../rules/tiles.ts'
import { eventOf, forgets, type Turn } from '../rules/turns.ts'

/** Rows of one commit: some megabytes, and a second or two. */
const most = 20_000
const nonceBytes = 32

interface Noted {
  id: string
  signature_id: string
  kind: Turn
  day: string
  /** Of the text that was signed. */
  text: Buffer
  counted_before: boolean
}

interface Leaf extends Entry {
  signatureId: string
  nonce: Buffer
}

/**
 * Takes them away as they are read, in one pass. Whether somebody counted before is asked of the index for each: written as `exists`,
 * the planner may read all leaves for a large batch, and appending would slow down as the log grows. A text that is not there any more is
 * told by zeros.
 */
const noted = `
  with taken as (
    delete from log_event where id in (select id from log_event where campaign_id = $1 order by id limit ${most}) returning *
  )
  select e.id, e.signature_id, e.kind, e.day::text, coalesce(t.hash, decode(repeat('00', 32), 'hex')) as text,
    coalesce((
      select true from log_leaf l where l.campaign_id = e.campaign_id and l.signature_id = e.signature_id limit 1
    ), false) as counted_before
  from taken e
  left join campaign_text t on t.campaign_id = e.campaign_id and t.locale = e.locale and t.version = e.text_version
  order by e.id`

/** Names the turns, and commits to each signature under a nonce of its own: two leaves of one person look like those of two. */
function leavesOf(rows: readonly Noted[]): Leaf[] {
  const counted = new Set<string>()
  // Drawn for all of them at once: each by itself would cost as much as its hashes.
  const nonces = randomBytes(nonceBytes * rows.length)
  return rows.flatMap(({ signature_id: signatureId, kind, day, text, counted_before: before }, at) => {
    const event = eventOf(kind, before || counted.has(signatureId))
    if (!event) return []
    counted.add(signatureId)
    const nonce = nonces.subarray(at * nonceBytes, (at + 1) * nonceBytes)
    return [{ signatureId, nonce, commitment: sha256(committedBytes(nonce, signatureId)), text, day, event }]
  })
}

const insertLeaves = (on: PoolClient, { campaignId, size, leaves }: Batch) =>
  on.query(
    `insert into log_leaf (campaign_id, index, commitment, text, day, event, signature_id, nonce)
     select $1, $2::bigint + o - 1, commitment, text, day::date, event, signature_id, nonce
     from unnest($3::bytea[], $4::bytea[], $5::text[], $6::text[], $7::uuid[], $8::bytea[])
       with ordinality as t(commitment, text, day, event, signature_id, nonce, o)`,
    [
      campaignId,
      size,
      bytesArray(leaves.map(({ commitment }) => commitment)),
      bytesArray(leaves.map(({ text }) => text)),
      textArray(leaves.map(({ day }) => day)),
      textArray(leaves.map(({ event }) => event)),
      uuidArray(leaves.map(({ signatureId }) => signatureId)),
      bytesArray(leaves.map(({ nonce }) => nonce)),
    ],
  )

const writeTiles = (on: PoolClient, campaignId: number, tiles: readonly Tile[]) =>
  on.query(
    `insert into log_tile (campaign_id, level, number, hashes)
     select $1, level, number, hashes from unnest($2::int[], $3::bigint[], $4::bytea[]) as t(level, number, hashes)
     on conflict (campaign_id, level, number) do update set hashes = excluded.hashes`,
    [
      campaignId,
      integerArray(tiles.map(({ level }) => level)),
      bigintArray(tiles.map(({ number }) => String(number))),
      bytesArray(tiles.map(({ hashes }) => Buffer.concat(hashes))),
    ],
  )

interface Batch {
  campaignId: number
  /** Leaves of the tree before. */
  size: number
  leaves: readonly Leaf[]
}

async function grow(on: PoolClient, batch: Batch): Promise<void> {
  const { campaignId, size, leaves } = batch
  const hashes = leaves.map((leaf) => sha256(leafBytes(leaf)))
  await insertLeaves(on, batch)
  await writeTiles(on, campaignId, append({ size, edge: await edgeOf(on, campaignId, size) }, hashes, sha256))
  const [confirm, withdraw, invalidate, restore] = logEvents.map(
    (event) => leaves.filter((leaf) => leaf.event === event).length,
  )
  await on.query(
    `update log_tree set size = size + $2, confirmed = confirmed + $3, withdrawn = withdrawn + $4,
       invalidated = invalidated + $5, restored = restored + $6 where campaign_id = $1`,
    [campaignId, leaves.length, confirm, withdraw, invalidate, restore],
  )
}

/** Without the nonce a leaf is noise: nobody can find out any more whose it was, and the proofs of all others hold. */
async function forget(on: PoolClient, campaignId: number, rows: readonly Noted[]): Promise<void> {
  const left = rows.filter(({ kind }) => forgets(kind)).map(({ signature_id: id }) => id)
  if (left.length === 0) return
  await on.query(
    `update log_leaf set signature_id = null, nonce = null where campaign_id = $1 and signature_id = any($2::uuid[])`,
    [campaignId, uuidArray(left)],
  )
}

async function appendOnce(on: PoolClient, campaignId: number): Promise<number> {
  await on.query(`insert into log_tree (campaign_id) values ($1) on conflict do nothing`, [campaignId])
  const { rows: trees } = await on.query<{ size: string }>(
    `select size from log_tree where campaign_id = $1 for update`,
    [campaignId],
  )
  const { rows } = await on.query<Noted>(noted, [campaignId])
  if (rows.length === 0) return 0
  const leaves = leavesOf(rows)
  if (leaves.length > 0) await grow(on, { campaignId, size: Number(trees[0]?.size), leaves })
  await forget(on, campaignId, rows)
  return rows.length
}

/** One commit: whoever is cut off in it has done nothing. Whoever comes at the same time waits for the row of the tree. */
async function inOneCommit<R>(work: (on: PoolClient) => Promise<R>): Promise<R> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    const done = await work(client)
    await client.query('commit')
    client.release()
    return done
  } catch (error) {
    client.release(true) // what state it is in is not known
    throw error
  }
}

/** Takes everything that waits into the log of a campaign, in the order in which it was noted. Safe to call again, and by several. */
export async function appendLeaves(campaignId: number): Promise<void> {
  while ((await inOneCommit((on) => appendOnce(on, campaignId))) === most);
}
