import { createCipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Encrypter, Stanza, type Recipient } from 'age-encryption'

/** 2^17 · 8 · 128 bytes: 128 MiB for a moment, off the event loop (OWASP's least for scrypt). `age` takes up to 2^22. */
const usualWork = 17
const piece = 65_536
const fileKeyBytes = 16
const macBytes = 16

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
const unpadded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

function sealed(key: Uint8Array, nonce: Uint8Array, content: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: macBytes })
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** The recipient `scrypt` of age v1, with the slow part on another thread. */
const passphraseRecipient = (passphrase: string, workFactor: number): Recipient => ({
  async wrapFileKey(fileKey) {
    const salt = randomBytes(16)
    const cost = { N: 2 ** workFactor, r: 8, p: 1, maxmem: 2 ** (workFactor + 11) }
    const labelled = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt])
    const key = await derive(passphrase, labelled, 32, cost)
    return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], sealed(key, Buffer.alloc(12), fileKey))]
  },
})

export interface AgeKey {
  /** The head of the file up to its last line: says for whom it is, and nothing else. */
  header: Buffer
  /** 16 bytes that encrypt the file. Whoever has them opens it. */
  fileKey: Buffer
}

export type AgeReader = { passphrase: string } | { recipient: string }

/**
 * Draws the key of a file in the format of age v1 (age-encryption.org/v1) and wraps it for its reader. From then on neither
 * passphrase nor recipient is needed to write the file. `null`: there is no such recipient.
 * @param workFactor of scrypt, as a power of two
 */
export async function newAgeKey(reader: AgeReader, workFactor = usualWork): Promise<AgeKey | null> {
  let fileKey: Buffer | null = null
  const encrypter = new Encrypter()
  try {
    if ('passphrase' in reader) encrypter.addRecipient(passphraseRecipient(reader.passphrase, workFactor))
    else encrypter.addRecipient(reader.recipient)
  } catch {
    return null
  }
  // All recipients are given the key that was drawn: this one keeps it, and leaves nothing in the head.
  encrypter.addRecipient({
    wrapFileKey(drawn) {
      fileKey = Buffer.from(drawn)
      return []
    },
  })
  const file = Buffer.from(await encrypter.encrypt(new Uint8Array()))
  const end = file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1
  return fileKey && { header: file.subarray(0, end), fileKey }
}

/**
 * Encrypts a file as it is read, in the format of age v1: `age -d` opens it. The same key may write a file twice: each has a
 * nonce of its own.
 */
export async function* ageBytes({ header, fileKey }: AgeKey, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (fileKey.length !== fileKeyBytes) throw new RangeError('The key of an age file has 16 bytes.')
  const nonce = randomBytes(16)
  const key = Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
  let n = 0n
  const seal = (content: Buffer, isLast: boolean): Buffer => {
    const count = Buffer.alloc(12)
    count.writeBigUInt64BE(n, 3)
    count[11] = isLast ? 1 : 0
    n += 1n
    return sealed(key, count, content)
  }
  yield Buffer.concat([header, nonce])
  let waiting = Buffer.alloc(0)
  for await (const chunk of file) {
    waiting = Buffer.concat([waiting, chunk])
    // The last piece may be a whole one, and must not be an empty one: so one is kept back.
    let at = 0
    for (; waiting.length - at > piece; at += piece) yield seal(waiting.subarray(at, at + piece), false)
    waiting = waiting.subarray(at)
  }
  yield seal(waiting, true)
}
