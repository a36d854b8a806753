import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Mac } from './mac.server.ts'

/** RFC 4231, the test cases whose data is text. */
test.each([
  ['4a656665', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  [
    'aa'.repeat(131),
    'Test Using Larger Than Block-Size Key - Hash Key First',
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  ['0b'.repeat(20), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
])('key %s', (key, text, digest) => {
  expect(new Mac(Buffer.from(key, 'hex')).digest(text).toString('hex')).toBe(digest)
})

test('it is the HMAC of Node, whatever the key and the text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 130 }), fc.string({ unit: 'binary', maxLength: 9000 }), (key, text) => {
      const mac = new Mac(key)
      const expected = createHmac('sha256', key).update(text, 'utf8').digest()
      expect(mac.digest(text)).toEqual(expected)
      expect(mac.base64url(text)).toBe(expected.toString('base64url'))
      expect(mac.digest(text, key)).toEqual(createHmac('sha256', key).update(text, 'utf8').update(key).digest())
    }),
  )
})

test('a key that was forgotten makes nothing of before', () => {
  const mac = new Mac(Buffer.from('key'))
  const before = mac.base64url('network')
  mac.forget()
  expect(mac.base64url('network')).not.toBe(before)
})
