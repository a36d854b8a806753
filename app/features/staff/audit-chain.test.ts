import { expect, test } from 'vitest'
import { beforeTheFirst, canonicalJson, entryHash, follows, type ChainedEntry } from './audit-chain.server.ts'

const facts = {
  seq: 1n,
  at: new Date('2026-03-01T10:00:00.123Z'),
  staffId: 'a5a6e7a8-0000-4000-8000-000000000001',
  action: 'staff.added',
  subject: 'staff:a5a6e7a8-0000-4000-8000-000000000002',
  detail: { role: 'moderator', sessions: 2 },
}
const start = { seq: 0n, hash: beforeTheFirst }
const entry: ChainedEntry = { ...facts, previous: beforeTheFirst, hash: entryHash(facts, beforeTheFirst) }

test('an entry’s hash does not depend on the order in which its detail is kept', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  expect(entryHash({ ...facts, detail: { sessions: 2, role: 'moderator' } }, beforeTheFirst)).toEqual(entry.hash)
})

test('an entry follows what came before it', () => {
  expect(follows(entry, start)).toBe(true)
})

const changes: Partial<ChainedEntry>[] = [
  { seq: 2n },
  { at: new Date('2026-03-01T10:00:00.124Z') },
  { staffId: null },
  { action: 'staff.removed' },
  { subject: 'staff:somebody' },
  { detail: { role: 'owner', sessions: 2 } },
  { previous: new Uint8Array(32).fill(1) },
  { hash: new Uint8Array(32) },
]
for (const change of changes) {
  test(`an entry with another ${Object.keys(change).join()} does not follow`, () => {
    expect(follows({ ...entry, ...change }, start)).toBe(false)
  })
}

test('an entry rewritten with a hash of its own breaks the one after it', () => {
  const next = { ...facts, seq: 2n }
  const second = { ...next, previous: entry.hash, hash: entryHash(next, entry.hash) }
  const forged = { ...facts, action: 'staff.removed' }
  expect(follows(second, entry)).toBe(true)
  expect(follows(second, { seq: 1n, hash: entryHash(forged, beforeTheFirst) })).toBe(false)
})
