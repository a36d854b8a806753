import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blindIndex } from './index.server.ts'
import { makeKeyring } from './keys.server.ts'
import { seal, SealBroken, unseal } from './seal.server.ts'
import { linkToken, readLinkToken } from './tokens.server.ts'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const secrets = { keys: `a:${key(1)}`, indexKey: key(2), sessionSecret: key(3), logKey: key(4) }
const ring = makeKeyring(secrets)
const place = { table: 'signature', column: 'sealed_email', row: '1' }
const id = '01890a5d-ac96-774b-bcce-b302099a8057'

test('what is sealed opens in its place and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unseal(seal(text, place, ring), place, ring)).toBe(text)
    }),
  )
})

test('a sealed value does not open in another row, column or table', () => {
  const envelope = seal('camille@example.org', place, ring)
  for (const moved of [{ row: '2' }, { column: 'sealed_name' }, { table: 'subscription' }])
    expect(() => unseal(envelope, { ...place, ...moved }, ring)).toThrow(SealBroken)
})

test('every flipped bit of a sealed value is noticed', () => {
  const envelope = seal('camille', place, ring)
  for (let bit = 0; bit < envelope.length * 8; bit += 1) {
    const flipped = Buffer.from(envelope)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => unseal(flipped, place, ring)).toThrow(SealBroken)
  }
})

test('a cut envelope is refused, not misread', () => {
  const envelope = seal('camille', place, ring)
  for (let length = 0; length < envelope.length; length += 1)
    expect(() => unseal(envelope.subarray(0, length), place, ring)).toThrow(SealBroken)
})

test('the first key seals and an older one still opens', () => {
  const before = seal('camille', place, ring)
  const rotated = makeKeyring({ ...secrets, keys: `b:${key(9)},a:${key(1)}` })
  expect(unseal(before, place, rotated)).toBe('camille')
  expect(() => unseal(seal('camille', place, rotated), place, ring)).toThrow(SealBroken)
})

test('the same text never looks the same twice', () => {
  expect(seal('camille', place, ring)).not.toEqual(seal('camille', place, ring))
})

test('a blind index finds the equal value of the same purpose and nothing else', () => {
  expect(blindIndex('a', 'x', ring)).toEqual(blindIndex('a', 'x', ring))
  expect(blindIndex('a', 'x', ring)).not.toEqual(blindIndex('b', 'x', ring))
  expect(blindIndex('a', 'x', ring)).not.toEqual(blindIndex('a', 'x', makeKeyring({ ...secrets, indexKey: key(7) })))
})

test('a link leads to its row', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (row, campaignId) => {
      const token = linkToken('confirm', { campaignId, id: row }, ring)
      expect(token).toMatch(/^[\w-]{48}$/)
      expect(readLinkToken('confirm', token, ring)).toEqual({ campaignId, id: row })
    }),
  )
})

test('a link for one purpose does nothing for another', () => {
  expect(readLinkToken('unsubscribe', linkToken('confirm', { campaignId: 1, id }, ring), ring)).toBeNull()
})

test('no changed link is read', () => {
  const token = linkToken('confirm', { campaignId: 1, id }, ring)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 47 }),
      fc.constantFrom(...'ABCDEFGHabcdefgh0123-_'.split('')),
      (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        fc.pre(changed !== token)
        expect(readLinkToken('confirm', changed, ring)).toBeNull()
      },
    ),
  )
})

test.each(['', 'x', 'é'.repeat(48), 'a'.repeat(47), 'a'.repeat(49), '../../../etc/passwd'])(
  '%j is no link',
  (token) => {
    expect(readLinkToken('confirm', token, ring)).toBeNull()
  },
)
