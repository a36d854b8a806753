import type { PoolClient } from 'pg'
import { pool } from '#app/infra/db/pool.server.ts'
import { sha256 } from '../hash.server.ts'
import { committedBytes, leafBytes, logEvents, type LogEvent } from '../rules/entry.ts'
import { append, grown, rootOfTree, type Tile, type Tree } from '../rules/tiles.ts'
import { counted, type Tally } from '../rules/turns.ts'
import { signHeadOf } from '../signed-head.server.ts'

/** Leaves that are looked at together. */
const page = 20_000

interface LeafRow {
  index: string
  commitment: Buffer
  text: Buffer
  day: string
  event: LogEvent
  signature_id: string | null
  nonce: Buffer | null
}

interface HeadRow {
  size: string
  root: Buffer
  note: string
  tally: Tally
}

export interface Verified {
  size: number
  /** What the log says is counted. */
  counted: number
  /** What is wrong, a sentence each; none when everything holds. */
  wrong: string[]
}

/** What is found on the way through a log. */
class Walk {
  readonly wrong: string[] = []
  readonly tally: Tally = { confirm: 0, withdraw: 0, invalidate: 0, restore: 0 }
  tree: Tree = { size: 0, edge: [] }

  take(rows: readonly LeafRow[]): Tile[] {
    rows.forEach((row, at) => this.#look(row, this.tree.size + at))
    const tiles = append(
      this.tree,
      rows.map((row) => sha256(leafBytes(row))),
      sha256,
    )
    this.tree = grown(this.tree, tiles, rows.length)
    return tiles
  }

  #look({ index, commitment, event, signature_id: id, nonce }: LeafRow, place: number) {
    if (Number(index) !== place) this.wrong.push(`where leaf ${place} should be, there is leaf ${index}`)
    if ((id === null) !== (nonce === null)) this.wrong.push(`leaf ${index} is half forgotten`)
    if (id !== null && nonce !== null && !commitment.equals(sha256(committedBytes(nonce, id))))
      this.wrong.push(`leaf ${index} does not commit to its signature`)
    if (logEvents.includes(event)) this.tally[event] += 1
    else this.wrong.push(`leaf ${index} says nothing that is known`)
  }

  /** At the size of a head that was signed. */
  meet(slug: string, { size, root, note, tally }: HeadRow) {
    const computed = rootOfTree(this.tree, sha256)
    if (!root.equals(computed)) this.wrong.push(`the head of ${size} leaves has another root`)
    if (note !== signHeadOf(slug, { size: Number(size), root: computed }))
      this.wrong.push(`the head of ${size} leaves is not what this key would sign`)
    if (logEvents.some((event) => this.tally[event] !== tally[event]))
      this.wrong.push(`the head of ${size} leaves counts otherwise`)
  }
}

const headsOf = async (on: PoolClient, campaignId: number) =>
  (
    await on.query<HeadRow>(
      `select size, root, note, json_build_object('confirm', confirmed, 'withdraw', withdrawn, 'invalidate', invalidated, 'restore', restored) as tally
       from log_head where campaign_id = $1 order by size`,
      [campaignId],
    )
  ).rows

/** Compares what was computed with what proofs are made from. */
async function otherTiles(on: PoolClient, campaignId: number, tiles: readonly Tile[]): Promise<string[]> {
  const wrong: string[] = []
  for (const level of new Set(tiles.map((tile) => tile.level))) {
    const computed = tiles.filter((tile) => tile.level === level)
    const { rows } = await on.query<{ number: string; hashes: Buffer }>(
      `select number, hashes from log_tile where campaign_id = $1 and level = $2 and number = any($3::bigint[])`,
      [campaignId, level, computed.map(({ number }) => number)],
    )
    const stored = new Map(rows.map((row) => [Number(row.number), row.hashes]))
    // The last one may have grown since it was computed.
    const differs = computed.filter(({ number, hashes }) => {
      const bytes = Buffer.concat(hashes)
      return !stored.get(number)?.subarray(0, bytes.length).equals(bytes)
    })
    for (const { number } of differs) wrong.push(`tile ${level}/${number} holds other hashes`)
  }
  return wrong
}

/** Takes all leaves, page by page, and stops at the size of every head. */
async function walk(on: PoolClient, campaignId: number, slug: string): Promise<Walk> {
  const way = new Walk()
  const heads = await headsOf(on, campaignId)
  for (;;) {
    for (; heads[0] && Number(heads[0].size) === way.tree.size; heads.shift()) way.meet(slug, heads[0])
    const next = heads[0] ? Math.min(page, Number(heads[0].size) - way.tree.size) : page
    const { rows } = await on.query<LeafRow>(
      `select index, commitment, text, day::text, event, signature_id, nonce from log_leaf
       where campaign_id = $1 and index >= $2 order by index limit $3`,
      [campaignId, way.tree.size, next],
    )
    if (rows.length === 0) break
    way.wrong.push(...(await otherTiles(on, campaignId, way.take(rows))))
  }
  for (const { size } of heads) way.wrong.push(`a head of ${size} leaves was signed, and there are ${way.tree.size}`)
  return way
}

/** Signatures that count and have no leaf that says so, or the reverse. What waits to be taken into the log is not looked at. */
async function strangersOf(on: PoolClient, campaignId: number): Promise<number> {
  const { rows } = await on.query<{ n: number }>(
    `select count(*)::int as n from (select id, state from signature where campaign_id = $1) s
     full join (
       select distinct on (signature_id) signature_id, event from log_leaf
       where campaign_id = $1 and signature_id is not null order by signature_id, index desc
     ) l on l.signature_id = s.id
     where coalesce(s.state = 'confirmed', false) <> coalesce(l.event in ('confirm', 'restore'), false)
       and not exists (select from log_event e where e.campaign_id = $1 and e.signature_id = coalesce(s.id, l.signature_id))`,
    [campaignId],
  )
  return rows[0]?.n ?? 0
}

/** Heads that letters printed, and that the log does not have: their readers would find out. */
async function printedElsewhere(on: PoolClient, campaignId: number): Promise<string[]> {
  const { rows } = await on.query<{ size: string }>(
    `select m.head_size as size from mailing m where m.campaign_id = $1 and m.head_size is not null and not exists (
       select from log_head h where h.campaign_id = m.campaign_id and h.size = m.head_size and h.root = m.head_root
     )`,
    [campaignId],
  )
  return rows.map(({ size }) => `an update printed another head of ${size} leaves`)
}

interface Counts {
  size: string | null
  on_page: number
  waiting: number
}

async function countsOf(on: PoolClient, campaignId: number): Promise<Counts | undefined> {
  const { rows } = await on.query<Counts>(
    `select (select size from log_tree where campaign_id = $1) as size,
       (select coalesce(sum(n), 0)::int from tally where campaign_id = $1 and dimension = 'all') as on_page,
       (select coalesce(sum(case kind when 'in' then 1 when 'forget' then 0 else -1 end), 0)::int from log_event where campaign_id = $1) as waiting`,
    [campaignId],
  )
  return rows[0]
}

/** The same within a transaction. */
export async function verifyOn(on: PoolClient, { id, slug }: { id: number; slug: string }): Promise<Verified> {
  const { wrong, tally, tree } = await walk(on, id, slug)
  const strangers = await strangersOf(on, id)
  const counts = await countsOf(on, id)
  wrong.push(...(await printedElsewhere(on, id)))
  if (strangers > 0) wrong.push(`${strangers} signatures stand otherwise than their last leaf says`)
  const size = Number(counts?.size ?? 0)
  if (size !== tree.size) wrong.push(`the log should have ${size} leaves and has ${tree.size}`)
  const soon = counted(tally) + (counts?.waiting ?? 0)
  const shown = counts?.on_page ?? 0
  if (soon !== shown) wrong.push(`the page counts ${shown}, the log ${soon}`)
  return { size: tree.size, counted: counted(tally), wrong }
}

/**
 * Computes a campaign's whole log anew, as it stands at one instant: every leaf, every tile, every head that was ever signed and is
 * kept, which signatures it speaks of, and whether it says the number that the page shows.
 */
export async function verifyLog(campaign: { id: number; slug: string }): Promise<Verified> {
  const client = await pool().connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await verifyOn(client, campaign)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
