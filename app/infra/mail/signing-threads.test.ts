import { generateKeyPairSync, verify } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { dkimSigner, headerField } from './dkim.server.ts'
import { openSigningThreads, SigningThreads, signingThreads } from './signing-threads.server.ts'

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const ed25519 = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const letters = Array.from({ length: 60 }, (_, n) => `to:camille-${n}@example.org`)
const signing = { privateKey: rsa.privateKey, domainName: 'example.org', keySelector: 'test' }
const signed = () =>
  Promise.all(letters.map((line) => dkimSigner(signing).sign([headerField(line)], Buffer.from('Bonjour\r\n'))))

let open: { close: () => Promise<void> } | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

test('a thread signs each text with the key it was given', async () => {
  const threads = new SigningThreads(rsa.privateKey)
  const signatures = await Promise.all(letters.map((text) => threads.sign(text)))
  await threads.close()
  const good = signatures.map((signature, n) =>
    verify(
      'RSA-SHA256',
      Buffer.from(letters[n] ?? '', 'latin1'),
      rsa.publicKey,
      Buffer.from(signature ?? '', 'base64'),
    ),
  )
  expect(good).toEqual(letters.map(() => true))
})

test('a letter is signed the same in a thread and in the pool', async () => {
  const inPool = await signed()
  open = openSigningThreads(rsa.privateKey)
  expect(signingThreads()?.signsWith(rsa.privateKey)).toBe(true)
  expect(await signed()).toEqual(inPool)
})

test('threads that end in the middle take no letter with them', async () => {
  const inPool = await signed()
  const threads = openSigningThreads(rsa.privateKey)
  const asked = signed()
  await threads.close()
  expect(await asked).toEqual(inPool)
  expect(signingThreads()).toBeNull()
})

test('no thread is made for a key that signs fast, for none, and for what is no key', async () => {
  for (const key of [ed25519.privateKey, undefined, 'no key']) {
    const opened = openSigningThreads(key)
    expect(signingThreads()).toBeNull()
    await opened.close()
  }
})
