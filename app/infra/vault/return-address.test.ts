import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKeyring } from './keys.server.ts'
import { readReturnAddresses, returnAddress } from './return-address.server.ts'

const base = 'b@bounces.example.org'
const target = { campaignId: 7, id: '01900000-0000-7000-8000-00000000abcd' }
const address = returnAddress(target, base)

test('the address that a letter comes back to leads to its delivery and names nobody', () => {
  expect(address).toMatch(/^b\+[\da-v]{32}\.[\da-v]{16}@bounces\.example\.org$/)
  expect(address.indexOf('@')).toBeLessThanOrEqual(64)
  expect(readReturnAddresses(`To: <${address}>`, base)).toEqual({ targets: [target], forged: 0 })
  expect(returnAddress(target, 'retours-du-col@example.org').indexOf('@')).toBeLessThanOrEqual(64)
})

test('it is found in any spelling, once, among whatever surrounds it', () => {
  const text = `Return-Path: ${address.toUpperCase()}\nDelivered-To: ${address}\nX: rfc822;${address}\n`
  expect(readReturnAddresses(text, base)).toEqual({ targets: [target], forged: 0 })
  for (const other of [`x${address}`, `${address}.evil.test`, address.replace('@', '@x.'), address.slice(0, -1)])
    expect(readReturnAddresses(other, base)).toEqual({ targets: [], forged: 0 })
})

test('a thousand forged ones are refused, and those of other keys or another site', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\da-v]{32}\.[\da-v]{16}$/), (made) => {
      expect(readReturnAddresses(`b+${made}@bounces.example.org`, base)).toEqual({ targets: [], forged: 1 })
    }),
    { numRuns: 1000 },
  )
  const key = Buffer.alloc(32, 9).toString('base64')
  const other = makeKeyring({ keys: `a:${key}`, indexKey: key, sessionSecret: key, logKey: key })
  expect(readReturnAddresses(returnAddress(target, base, other), base).forged).toBe(1)
  const elsewhere = returnAddress(target, 'b@bounces.example.net').replace('.net', '.org')
  expect(readReturnAddresses(elsewhere, base).forged).toBe(1)
})

test('one digit that is changed makes it forged', () => {
  for (let at = 2; at < 50; at += 1) {
    const digit = address[at] === '0' ? '1' : '0'
    if (address[at] === '.') continue
    const changed = `${address.slice(0, at)}${digit}${address.slice(at + 1)}`
    expect({ changed, ...readReturnAddresses(changed, base) }).toEqual({ changed, targets: [], forged: 1 })
  }
})

test('any delivery comes back as itself', () => {
  for (let n = 0; n < 50; n += 1) {
    const one = { campaignId: n * 1_000_003, id: randomUUID() }
    expect(readReturnAddresses(returnAddress(one, base), base).targets).toEqual([one])
  }
})
