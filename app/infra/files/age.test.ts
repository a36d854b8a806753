import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ageBytes, newAgeKey, type AgeKey } from './age.server.ts'

const passphrase = 'une phrase assez longue'

async function* cut(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.subarray(at, at + size))
}

const encrypted = (key: AgeKey | null, content: Buffer, size = 1000) => {
  if (!key) throw new Error('no key')
  return buffer(ageBytes(key, cut(content, size)))
}

test('another implementation opens with the passphrase what was encrypted with it, and with no other', async () => {
  const key = await newAgeKey({ passphrase }, 10)
  const file = await encrypted(key, Buffer.from('camille@example.org'))
  const right = new Decrypter()
  right.addPassphrase(passphrase)
  expect(await right.decrypt(file, 'text')).toBe('camille@example.org')
  const wrong = new Decrypter()
  wrong.addPassphrase(`${passphrase}!`)
  await expect(wrong.decrypt(file)).rejects.toThrow('no identity matched')
})

test('whoever holds the identity of an age key opens what was encrypted for it, whatever its size', async () => {
  const identity = await generateIdentity()
  const key = await newAgeKey({ recipient: await identityToRecipient(identity) })
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const size = fc.oneof(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 131_073), fc.nat(140_000))
  await fc.assert(
    fc.asyncProperty(size, fc.integer({ min: 1, max: 100_000 }), async (bytes, piece) => {
      const content = Buffer.alloc(bytes, 'sixteen letters!')
      expect(Buffer.from(await decrypter.decrypt(await encrypted(key, content, piece))).equals(content)).toBe(true)
    }),
    {
      numRuns: 8,
      examples: [
        [65_536, 65_536],
        [0, 1],
        [131_072, 1000],
      ],
    },
  )
})

test('one key writes a file twice, and no piece of it alike', async () => {
  const key = await newAgeKey({ recipient: await identityToRecipient(await generateIdentity()) })
  const content = Buffer.alloc(70_000)
  const [first, second] = [await encrypted(key, content), await encrypted(key, content)]
  const end = key?.header.length ?? 0
  expect(first.subarray(0, end)).toEqual(second.subarray(0, end))
  expect(first.subarray(end, end + 64)).not.toEqual(second.subarray(end, end + 64))
})

test('a public key with a slip in it is no key', async () => {
  const recipient = await identityToRecipient(await generateIdentity())
  expect(await newAgeKey({ recipient: recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')) })).toBeNull()
})
