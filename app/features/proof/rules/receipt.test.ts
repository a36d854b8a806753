import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Receipt } from '../schema.ts'
import { logEvents } from './entry.ts'
import { headMark, readHead, readReceipt, receiptParts } from './receipt.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const receipts: fc.Arbitrary<Receipt> = fc.record({
  log: fc.constant('site.example.org:3000/score'),
  index: fc.nat({ max: 2 ** 31 - 1 }),
  signature: fc.uuid(),
  nonce: hashes.map(base64),
  text: hashes.map(base64),
  day: fc.constant('2026-11-28'),
  event: fc.constantFrom(...logEvents),
})
const read = ({ nonce, text, ...rest }: Receipt) => ({
  ...rest,
  nonce: new Uint8Array(Buffer.from(nonce, 'base64')),
  text: new Uint8Array(Buffer.from(text, 'base64')),
})
const lineOf = (receipt: Receipt) => receiptParts(receipt).join('.')

test('a receipt is read again as it was written: as an object, as a link, and as what stands behind its #', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const link = `https://site.example.org:3000/fr/score/proof#${lineOf(receipt)}`
      expect(readReceipt(JSON.stringify(receipt))).toEqual(read(receipt))
      expect(readReceipt(`Mon reçu :\n<${link}>.`)).toEqual(read(receipt))
      expect(readReceipt(lineOf(receipt))).toEqual({ ...read(receipt), log: null })
    }),
    { numRuns: 200 },
  )
})

test('a link that a mail program broke and quoted is read, and each of its parts goes into a letter as it is', () => {
  fc.assert(
    fc.property(receipts, fc.array(fc.nat({ max: 250 }), { maxLength: 4 }), (receipt, breaks) => {
      let link = `https://site.example.org:3000/en/score/proof#${lineOf(receipt)}`
      for (const at of breaks) link = `${link.slice(0, at)}\r\n> ${link.slice(at)}`
      expect(readReceipt(`> ${link}`)).toEqual(read(receipt))
      for (const part of receiptParts(receipt)) expect(part).toMatch(/^(?!\.)[\w.~-]{1,72}$/)
    }),
    { numRuns: 200 },
  )
})

test('whatever else is pasted is no receipt and no head, and nothing throws', () => {
  const one = fc.sample(receipts, { numRuns: 1, seed: 1 })[0]
  if (!one) throw new Error('there is a sample')
  const line = lineOf(one)
  const cut = [line.slice(0, -1), line.replace(/^\d+/, ''), `${line}X`, line.replace('-', '')]
  expect(['', '{', '{}', 'null', '}{', ...cut].filter((typed) => readReceipt(typed) !== null)).toEqual([])
  const changes = [
    { nonce: 'AAAA' },
    { event: 'none' },
    { index: 0.5 },
    { index: -1 },
    { signature: 'me' },
    { text: 7 },
  ]
  expect(changes.filter((change) => readReceipt(JSON.stringify({ ...one, ...change })) !== null)).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
      expect(readReceipt(typed)).toBeNull()
      expect(readReceipt(`{${typed}}`)).toBeNull()
      expect(readHead(typed)).toBeNull()
    }),
  )
})

test('a head is read from the link of an update and from a signed note', () => {
  const root = base64(new Uint8Array(32).fill(251))
  const hash = new Uint8Array(32).fill(251)
  const link = `https://site.example.org/fr/score/proof?v=aB3#${headMark({ size: 12_345, root })}`
  expect(readHead(link)).toEqual({ log: 'site.example.org/score', size: 12_345, root: hash })
  expect(readHead(headMark({ size: 1, root }))).toEqual({ log: null, size: 1, root: hash })
  const note = `site.example.org/score\n12345\n${root}\n\n— site.example.org/score AAAA\n`
  expect(readHead(note)).toEqual({ log: 'site.example.org/score', size: 12_345, root: hash })
  expect(readHead(`head.1.${'A'.repeat(42)}`)).toBeNull()
})
