import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newKeyPair, openFrom, publicHalf, sealTo } from './hpke.server.ts'

const other = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const bound = { info: Buffer.from('for the tests'), aad: Buffer.from('row 7') }
const text = Buffer.from('Le récit, entier.')

/** A buffer of its own: Node's small buffers share one, and the other implementation wants its own bytes. */
const alone = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

test('another implementation of RFC 9180 opens what is sealed here', async () => {
  const { privateKey, publicKey } = newKeyPair()
  const sealed = sealTo(publicKey, text, bound)
  const opened = await other.open(
    {
      recipientKey: await other.kem.deserializePrivateKey(alone(privateKey)),
      enc: alone(sealed.subarray(0, 32)),
      info: alone(bound.info),
    },
    alone(sealed.subarray(32)),
    alone(bound.aad),
  )
  expect(Buffer.from(opened)).toEqual(text)
})

test('what another implementation of RFC 9180 seals is opened here', async () => {
  const { privateKey, publicKey } = newKeyPair()
  const { ct, enc } = await other.seal(
    { recipientPublicKey: await other.kem.deserializePublicKey(alone(publicKey)), info: alone(bound.info) },
    alone(text),
    alone(bound.aad),
  )
  expect(openFrom(privateKey, Buffer.concat([Buffer.from(enc), Buffer.from(ct)]), bound)).toEqual(text)
})

test('a key has one public half', () => {
  const { privateKey, publicKey } = newKeyPair()
  expect(publicHalf(privateKey)).toEqual(publicKey)
})

test('one bit changed anywhere, another place, another purpose or another key opens nothing', () => {
  const { privateKey, publicKey } = newKeyPair()
  const sealed = sealTo(publicKey, text, bound)
  fc.assert(
    fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
      // The last bit of an X25519 key is not looked at (RFC 7748 §5), but it is part of what the key is made of.
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => openFrom(privateKey, changed, bound)).toThrow('changed, moved')
    }),
  )
  expect(() => openFrom(privateKey, sealed, { ...bound, aad: Buffer.from('row 8') })).toThrow('changed, moved')
  expect(() => openFrom(privateKey, sealed, { ...bound, info: Buffer.from('else') })).toThrow('changed, moved')
  expect(() => openFrom(newKeyPair().privateKey, sealed, bound)).toThrow('changed, moved')
})

test('what is too short to be sealed, and a key of nothing, open nothing', () => {
  const { privateKey } = newKeyPair()
  for (const length of [0, 1, 47, 48, 200])
    expect(() => openFrom(privateKey, Buffer.alloc(length), bound)).toThrow(/too short|changed/)
})
