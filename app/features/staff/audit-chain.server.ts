import { createHash } from 'node:crypto'

/** Never personal data: ids, counts, states. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface AuditFacts {
  seq: bigint
  at: Date
  staffId: string | null
  action: string
  subject: string
  detail: unknown
}

export interface ChainedEntry extends AuditFacts {
  previous: Uint8Array
  hash: Uint8Array
}

/** What stands before the first entry. */
export const beforeTheFirst: Uint8Array<ArrayBuffer> = new Uint8Array(32)

/** JSON with its keys in order: the database keeps objects in an order of its own. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** SHA-256 over the entry and the hash before it. */
export function entryHash(
  { seq, at, staffId, action, subject, detail }: AuditFacts,
  previous: Uint8Array,
): Buffer<ArrayBuffer> {
  const text = canonicalJson({
    seq: seq.toString(),
    at: at.toISOString(),
    staffId,
    action,
    subject,
    detail,
    previous: Buffer.from(previous).toString('hex'),
  })
  return createHash('sha256').update(text).digest()
}

/** Whether an entry follows what came before it, unchanged and without a gap. */
export const follows = (entry: ChainedEntry, before: { seq: bigint; hash: Uint8Array }): boolean =>
  entry.seq === before.seq + 1n &&
  Buffer.compare(entry.previous, before.hash) === 0 &&
  Buffer.compare(entry.hash, entryHash(entry, before.hash)) === 0
