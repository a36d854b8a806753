import { expect, test } from 'vitest'
import { isWithin, overlap, readRange, tableOf, type Range } from './shared-network.ts'

const range = (typed: string): Range => {
  const read = readRange(typed)
  if (typeof read === 'string') throw new Error(`${typed}: ${read}`)
  return read
}

test.each([
  ['192.0.2.0/24', '192.0.2.0/24'],
  [' 192.0.2.77/24 ', '192.0.2.0/24'],
  ['192.0.2.77', '192.0.2.77/32'],
  ['2001:DB8:1:2::/48', '2001:db8:1::/48'],
  ['2001:db8::7', '2001:db8::7/128'],
])('%s is read as %s', (typed, text) => {
  expect(range(typed).text).toBe(text)
})

test.each([
  '',
  'school',
  '192.0.2',
  '010.0.0.1/24',
  '0x7f.1/24',
  '192.0.2.0/',
  '192.0.2.0/33',
  '192.0.2.0/24/24',
  '192.0.2.0/-1',
  '2001:db8::/129',
  '::ffff:192.0.2.0/120',
])('“%s” is no range', (typed) => {
  expect(readRange(typed)).toBe('not-a-range')
})

test.each(['10.0.0.0/8', '0.0.0.0/0', '192.0.0.0/15', '2001:db8::/31', '::/0'])(
  '%s is too wide for a school',
  (typed) => {
    expect(readRange(typed)).toBe('too-wide')
  },
)

test.each([
  ['192.0.2.0/24', '192.0.2.128/25', true],
  ['192.0.2.0/24', '192.0.3.0/24', false],
  ['192.0.0.0/16', '192.0.2.7', true],
  ['2001:db8::/32', '2001:db8:ffff::/48', true],
  ['2001:db8::/32', '2001:db9::/32', false],
  ['0.0.0.0/16', '::/32', false],
])('%s and %s have addresses in common: %s', (one, other, common) => {
  expect(overlap(range(one), range(other))).toBe(common)
  expect(overlap(range(other), range(one))).toBe(common)
})

test('an address is found in its range, however it is written, and nowhere else', () => {
  const table = tableOf(['192.0.2.0/24', '198.51.100.64/26', '2001:db8:7::/48'].map(range))
  for (const inside of [
    '192.0.2.1',
    '192.0.2.255',
    '198.51.100.100',
    '::ffff:192.0.2.9',
    '2001:db8:7:ff::1',
    '2001:0DB8:0007::',
  ])
    expect([inside, isWithin(table, inside)]).toEqual([inside, true])
  for (const outside of ['192.0.3.1', '198.51.100.1', '2001:db8:8::1', '::1', 'nonsense', ''])
    expect([outside, isWithin(table, outside)]).toEqual([outside, false])
})

test('an empty list holds nobody', () => {
  expect(isWithin(tableOf([]), '192.0.2.1')).toBe(false)
})
