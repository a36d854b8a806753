import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKeyring } from './keys.server.ts'
import { confirmationCode, confirmToken, linkToken, readConfirmToken, readLinkToken } from './tokens.server.ts'

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const secrets = { keys: `a:${key(1)}`, indexKey: key(2), sessionSecret: key(3), logKey: key(4) }
const ring = makeKeyring(secrets)
const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const target = { campaignId: 7, id }
const noon = new Date('2026-02-01T11:00:00Z')

test('the link of a confirmation says to the second when its mail was written', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1), (row, campaignId, seconds) => {
      const token = confirmToken({ campaignId, id: row }, new Date(seconds * 1000 + 999), ring)
      expect(token).toMatch(/^[\w-]{54}$/)
      expect(readConfirmToken(token, ring)).toEqual({ campaignId, id: row, writtenAt: new Date(seconds * 1000) })
      expect(readLinkToken('confirm', token, ring)).toEqual({ campaignId, id: row })
    }),
  )
})

test('a link of before, which says no time, still leads to its row', () => {
  // As it was made in the first release: campaign, row, HMAC over purpose and both.
  const said = Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.from(id.replaceAll('-', ''), 'hex')])
  const mac = createHmac('sha256', ring.linkKey).update('confirm\0').update(said).digest().subarray(0, 16)
  const token = Buffer.concat([said, mac]).toString('base64url')
  expect(token).toHaveLength(48)
  expect(linkToken('confirm', target, ring)).toBe(token)
  expect(readLinkToken('confirm', token, ring)).toEqual(target)
  expect(readConfirmToken(token, ring)).toEqual({ ...target, writtenAt: null })
})

test('no letter of the longer link can be changed, the time included', () => {
  const token = confirmToken(target, noon, ring)
  const changed = Array.from(token, (_, at) => at).flatMap((at) =>
    Array.from('AQgw_-z0', (letter) => token.slice(0, at) + letter + token.slice(at + 1)),
  )
  expect(changed.filter((one) => readConfirmToken(one, ring) !== null && one !== token)).toEqual([])
})

test('neither a longer nor a shorter link is made by cutting or joining', () => {
  const timed = Buffer.from(confirmToken(target, noon, ring), 'base64url')
  const plain = Buffer.from(linkToken('confirm', target, ring), 'base64url')
  const pieces = [
    Buffer.concat([timed.subarray(0, 20), timed.subarray(24)]),
    Buffer.concat([plain.subarray(0, 20), Buffer.alloc(4), plain.subarray(20)]),
    Buffer.concat([timed, Buffer.alloc(1)]),
    timed.subarray(0, -1),
  ]
  expect(pieces.map((piece) => readConfirmToken(piece.toString('base64url'), ring))).toEqual(pieces.map(() => null))
})

test('what takes back does not confirm, and what confirms does not take back or unsubscribe', () => {
  expect(readConfirmToken(linkToken('not-me', target, ring), ring)).toBeNull()
  for (const token of [confirmToken(target, noon, ring), linkToken('confirm', target, ring)]) {
    expect(readLinkToken('not-me', token, ring)).toBeNull()
    expect(readLinkToken('unsubscribe', token, ring)).toBeNull()
  }
  expect(readLinkToken('not-me', linkToken('not-me', target, ring), ring)).toEqual(target)
})

test('a code has six digits, is its signature’s own, and needs the key', () => {
  expect(confirmationCode(target, ring)).toMatch(/^\d{6}$/)
  expect(confirmationCode(target, ring)).toBe(confirmationCode({ campaignId: 7, id: id.toUpperCase() }, ring))
  const others = Array.from({ length: 2000 }, (_, campaignId) => confirmationCode({ campaignId, id }, ring))
  expect(others.every((code) => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(others).size).toBeGreaterThan(1980)
  expect(confirmationCode(target, ring)).not.toBe(
    confirmationCode(target, makeKeyring({ ...secrets, indexKey: key(9) })),
  )
})

test('codes are spread evenly over what six digits can say', () => {
  const tens = Array.from({ length: 10 }, () => 0)
  for (let campaignId = 0; campaignId < 5000; campaignId += 1) {
    const first = Number(confirmationCode({ campaignId, id }, ring)[0])
    tens[first] = (tens[first] ?? 0) + 1
  }
  for (const count of tens) expect(Math.abs(count - 500)).toBeLessThan(120)
})
