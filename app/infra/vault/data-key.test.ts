import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyFrom, newDataKey, openWith, sealWith } from './data-key.server.ts'

const place = { table: 'thing', column: 'sealed', row: '7' }

test('what is sealed under a key opens under it, in its place', () => {
  const key = newDataKey()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
      expect(openWith(key, sealWith(key, content, place), place)).toEqual(Buffer.from(content))
    }),
  )
})

test('changed, moved, cut or under another key it does not open', () => {
  const key = newDataKey()
  const sealed = sealWith(key, Buffer.from('words'), place)
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(() => openWith(key, changed, place)).toThrow(/changed or moved|unknown envelope/)
  }
  for (const elsewhere of [
    { ...place, row: '8' },
    { ...place, column: 'other' },
    { ...place, table: 'other' },
  ])
    expect(() => openWith(key, sealed, elsewhere)).toThrow('changed or moved')
  for (const length of [0, 1, 29]) expect(() => openWith(key, sealed.subarray(0, length), place)).toThrow('unknown')
  expect(() => openWith(newDataKey(), sealed, place)).toThrow('changed or moved')
})

test('a secret makes the same key each time, and another for another purpose or salt', () => {
  const keys = [
    keyFrom('secret', 'a', '1'),
    keyFrom('secret', 'b', '1'),
    keyFrom('secret', 'a', '2'),
    keyFrom('other', 'a', '1'),
  ].map(({ bytes }) => bytes.toString('hex'))
  expect(new Set(keys).size).toBe(4)
  expect(keyFrom('secret', 'a', '1').bytes.toString('hex')).toBe(keys[0])
})
