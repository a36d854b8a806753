import { pool } from '#app/infra/db/pool.server.ts'
import { sha256 } from '../hash.server.ts'
import { leafBytes, type LogEvent } from '../rules/entry.ts'
import { consistencyRanges, inclusionRanges, type Range } from '../rules/ranges.ts'
import { receiptParts, type ReceiptParts } from '../rules/receipt.ts'
import { counted } from '../rules/turns.ts'
import type { PrintedHead, PublicEntry, PublicHead, Receipt } from '../schema.ts'
import { originOf, verifierKeyOf } from '../signed-head.server.ts'
import { all, rootsOf, type Asked } from './tiles.server.ts'

interface Named {
  id: number
  slug: string
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

interface HeadRow {
  size: string
  root: Buffer
  note: string
  signed_at: Date
  confirmed: string
  withdrawn: string
  invalidated: string
  restored: string
}

/** The newest signed head of a campaign's log; `null` in the first minute of a campaign. */
export async function headOf({ id, slug }: Named, on = all): Promise<PublicHead | null> {
  const { rows } = await on.query<HeadRow>(
    `select size, root, note, signed_at, confirmed, withdrawn, invalidated, restored
     from log_head where campaign_id = $1 order by size desc limit 1`,
    [id],
  )
  const [head] = rows
  if (!head) return null
  const [confirmed, withdrawn] = [Number(head.confirmed), Number(head.withdrawn)]
  const [invalidated, restored] = [Number(head.invalidated), Number(head.restored)]
  return {
    size: Number(head.size),
    root: base64(head.root),
    note: head.note,
    key: verifierKeyOf(slug),
    signedAt: head.signed_at.toISOString(),
    confirmed,
    withdrawn,
    invalidated,
    restored,
    counted: counted({ confirm: confirmed, withdraw: withdrawn, invalidate: invalidated, restore: restored }),
  }
}

interface LeafRow {
  index: string
  commitment: Buffer
  text: Buffer
  day: string
  event: LogEvent
}

/** The entries from one place to another, both included. */
export async function entriesOf(
  campaignId: number,
  [start, end]: readonly [number, number],
  on = all,
): Promise<PublicEntry[]> {
  const { rows } = await on.query<LeafRow>(
    `select index, commitment, text, day::text, event from log_leaf
     where campaign_id = $1 and index between $2 and $3 order by index`,
    [campaignId, start, end],
  )
  return rows.map((leaf) => ({
    index: Number(leaf.index),
    leafHash: base64(sha256(leafBytes(leaf))),
    commitment: base64(leaf.commitment),
    text: base64(leaf.text),
    day: leaf.day,
    event: leaf.event,
  }))
}

const proofOf = async (campaignId: number, ranges: readonly Range[], on: Asked) =>
  ranges.length > 0 ? (await rootsOf(campaignId, ranges, on)).map(base64) : []

/** That the leaf at `index` stands in the tree of `size` leaves (RFC 9162 §2.1.3). For `index < size`, `size` at most the log's. */
export const inclusionOf = (
  campaignId: number,
  [index, size]: readonly [number, number],
  on = all,
): Promise<string[]> => proofOf(campaignId, inclusionRanges(index, size), on)

/** That the tree of `second` leaves begins with that of `first` (RFC 9162 §2.1.4). For `0 < first <= second`. */
export const consistencyOf = (
  campaignId: number,
  [first, second]: readonly [number, number],
  on = all,
): Promise<string[]> => proofOf(campaignId, consistencyRanges(first, second), on)

/** The last leaf of whoever counts, as they keep it; `null` while they do not, and when they left. */
async function keptLeaf(campaignId: number, signature: string): Promise<Omit<Receipt, 'log'> | null> {
  const { rows } = await pool().query<LeafRow & { nonce: Buffer }>({
    name: 'kept-leaf',
    text: `select index, nonce, text, day::text, event from log_leaf
      where campaign_id = $1 and signature_id = $2 and nonce is not null order by index desc limit 1`,
    values: [campaignId, signature],
  })
  const [leaf] = rows
  if (!leaf || (leaf.event !== 'confirm' && leaf.event !== 'restore')) return null
  const { index, nonce, text, day, event } = leaf
  return { index: Number(index), signature, nonce: base64(nonce), text: base64(text), day, event }
}

/** What a signer needs to show that they are counted; `null` while they are not, and when they left. */
export async function receiptOf({ id, slug }: Named, signatureId: string): Promise<Receipt | null> {
  const leaf = await keptLeaf(id, signatureId)
  return leaf && { log: originOf(slug), ...leaf }
}

/** The same in the parts that a letter links to (`receiptParts`). */
export async function receiptPartsOf(campaignId: number, signatureId: string): Promise<ReceiptParts | null> {
  const leaf = await keptLeaf(campaignId, signatureId)
  return leaf && receiptParts(leaf)
}

/** What letters print of the newest head; `null` while the log is empty. */
export async function printedHead(campaignId: number): Promise<PrintedHead | null> {
  const { rows } = await pool().query<{ size: string; root: Buffer; counted: string }>(
    `select size, root, confirmed - withdrawn - invalidated + restored as counted
     from log_head where campaign_id = $1 and size > 0 order by size desc limit 1`,
    [campaignId],
  )
  const [head] = rows
  return head ? { size: Number(head.size), root: base64(head.root), counted: Number(head.counted) } : null
}
