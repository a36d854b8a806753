import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'
import { z } from 'zod'
import { Mac } from '#app/infra/vault/mac.server.ts'
import { saltBytes, type DaySalt } from './day-salts.server.ts'

const day = z.int().nonnegative()
const origin = z.object({ at: z.int(), by: z.string().max(64) })
const publicKey = z.base64url().length(43)

const letter = z.discriminatedUnion('kind', [
  /** "Who has the salt of that day?" With what the asker has, if any. */
  z.object({ kind: z.literal('ask'), day, key: publicKey, at: z.int(), has: origin.nullable() }),
  /** The salt, for the eyes of the one who asked. */
  z.object({ kind: z.literal('give'), day, to: publicKey, key: publicKey, origin, sealed: z.base64url().max(200) }),
])

type Letter = z.infer<typeof letter>
export type Ask = Extract<Letter, { kind: 'ask' }>
export type Give = Extract<Letter, { kind: 'give' }>

/** A key pair for one question. The private half is in memory until the question is over, and nowhere else. */
export interface Pair {
  privateKey: KeyObject
  key: string
}

export function newPair(): Pair {
  const { privateKey, publicKey: open } = generateKeyPairSync('x25519')
  return { privateKey, key: open.export({ format: 'jwk' }).x ?? '' }
}

/** A letter as it goes over the channel: its code, a dot, its text. */
export function written(what: Letter, macKey: Buffer): string {
  const text = JSON.stringify(what)
  return `${new Mac(macKey).base64url(text)}.${text}`
}

/** `null` for what no process of this product wrote, or was changed on the way. */
export function readLetter(told: string, macKey: Buffer): Letter | null {
  const dot = told.indexOf('.')
  const [code, text] = [told.slice(0, dot), told.slice(dot + 1)]
  const expected = Buffer.from(new Mac(macKey).base64url(text))
  const given = Buffer.from(code)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return letter.safeParse(JSON.parse(text)).data ?? null
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

interface Sides {
  privateKey: KeyObject
  /** The other's. */
  theirs: string
}

/** What only the two ends of one question can compute. */
function sharedKey({ privateKey, theirs }: Sides, { to, key }: Pick<Give, 'to' | 'key'>): Buffer {
  const open = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: theirs }, format: 'jwk' })
  const secret = diffieHellman({ privateKey, publicKey: open })
  return Buffer.from(hkdfSync('sha256', secret, `${to}${key}`, 'portevoix/salt-of-the-day', 32))
}

const boundTo = ({ day: of, origin: { at, by } }: Pick<Give, 'day' | 'origin'>) => Buffer.from(`${of}|${at}|${by}`)

/** Seals a salt for the one who asked (X25519, HKDF-SHA-256, AES-256-GCM), with a key pair that is forgotten here. */
export function sealSalt(salt: DaySalt, to: string): Give {
  const { privateKey, key } = newPair()
  const nonce = randomBytes(nonceBytes)
  const sealer = createCipheriv(cipher, sharedKey({ privateKey, theirs: to }, { to, key }), nonce)
  sealer.setAAD(boundTo(salt))
  const sealed = Buffer.concat([nonce, sealer.update(salt.bytes), sealer.final(), sealer.getAuthTag()])
  return { kind: 'give', day: salt.day, to, key, origin: salt.origin, sealed: sealed.toString('base64url') }
}

/** Opens what was sealed for this pair. @throws when it was not, or was changed */
export function openSalt(give: Give, { privateKey }: Pair): DaySalt {
  const sealed = Buffer.from(give.sealed, 'base64url')
  if (sealed.length !== nonceBytes + saltBytes + tagBytes) throw new Error('not the length of a salt')
  const opener = createDecipheriv(
    cipher,
    sharedKey({ privateKey, theirs: give.key }, give),
    sealed.subarray(0, nonceBytes),
  )
  opener.setAAD(boundTo(give))
  opener.setAuthTag(sealed.subarray(-tagBytes))
  const bytes = Buffer.concat([opener.update(sealed.subarray(nonceBytes, -tagBytes)), opener.final()])
  return { day: give.day, origin: give.origin, bytes }
}
