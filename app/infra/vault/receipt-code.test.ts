import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkSymbol,
  groupReceipt,
  groupsAsRead,
  readReceipt,
  receiptAlphabet,
  receiptFault,
  receiptSymbols,
} from './receipt-code.ts'

const body = fc.string({
  unit: fc.constantFrom(...receiptAlphabet.split('')),
  minLength: receiptSymbols - 1,
  maxLength: receiptSymbols - 1,
})
const code = body.map((symbols) => symbols + checkSymbol(symbols))

test('a receipt is read however it is typed', () => {
  fc.assert(
    fc.property(code, (receipt) => {
      expect(readReceipt(groupReceipt(receipt))).toBe(receipt)
      expect(readReceipt(` ${groupReceipt(receipt).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(
        receipt,
      )
    }),
  )
})

test('a receipt is read with whatever stood between its groups where it was copied from', () => {
  fc.assert(
    fc.property(code, fc.constantFrom('-', '–', '\u2011', '\u00a0', '. ', '\n', '\u200b'), (receipt, between) => {
      expect(readReceipt(groupReceipt(receipt).replaceAll('-', between))).toBe(receipt)
    }),
  )
})

test.each([
  ['', 'missing'],
  [' - ', 'missing'],
  ['ABCD', 'length'],
  ['0'.repeat(25), 'length'],
  ['U'.repeat(24), 'sign'],
  ['é'.repeat(24), 'sign'],
  [`${'0'.repeat(23)}1`, 'check'],
  ['0'.repeat(24), null],
])('of %j is said what is wrong: %s', (typed, fault) => {
  expect(receiptFault(typed)).toBe(fault)
})

test('every single wrong symbol is noticed', () => {
  fc.assert(
    fc.property(
      code,
      fc.nat(receiptSymbols - 1),
      fc.constantFrom(...receiptAlphabet.split('')),
      (receipt, at, symbol) => {
        fc.pre(receipt[at] !== symbol)
        expect(readReceipt(receipt.slice(0, at) + symbol + receipt.slice(at + 1))).toBeNull()
      },
    ),
  )
})

test.each(['', 'ABCD', 'U'.repeat(24), 'é'.repeat(24), '0'.repeat(25)])('%j is no receipt', (typed) => {
  expect(readReceipt(typed)).toBeNull()
})

test('a receipt is shown in six groups of four', () => {
  expect(groupReceipt('0123456789ABCDEFGHJKMNPQ')).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ')
})

test('a slip is shown in its group: a sign that is in no code, one missing or one too many', () => {
  const doubtful = (typed: string) =>
    groupsAsRead(typed).map(({ symbols, doubtful: is }) => (is ? `${symbols}?` : symbols))
  expect(doubtful('abcd-efgh-jkmu 0123 o1il 7777')).toEqual(['ABCD', 'EFGH', 'JKMU?', '0123', '0111', '7777'])
  expect(doubtful('ABCD EFG JKMNP 0123')).toEqual(['ABCD', 'EFG?', 'JKMNP?', '0123'])
  expect(doubtful('ABCDEFG!JKM')).toEqual(['ABCD', 'EFG!?', 'JKM'])
  expect(doubtful('')).toEqual([])
  expect(groupsAsRead('A '.repeat(100))).toHaveLength(12)
})

test('of a code with one wrong sign every group looks alike: the check symbol does not say where', () => {
  fc.assert(
    fc.property(code, (receipt) => {
      expect(groupsAsRead(groupReceipt(receipt))).toEqual(
        (receipt.match(/.{4}/g) ?? []).map((symbols) => ({ symbols, doubtful: false })),
      )
    }),
  )
})
