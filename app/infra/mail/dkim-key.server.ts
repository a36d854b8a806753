import { createPublicKey, type KeyObject } from 'node:crypto'

/** What of a signing key is public. */
export interface PublicKey {
  kind: 'rsa' | 'ed25519'
  bits: number
  /** The `p=` of its record: RSA as SubjectPublicKeyInfo (RFC 6376 §3.6.1), Ed25519 as its 32 bytes (RFC 8463 §4.2). */
  published: string
}

/** What stands before the 32 bytes of an Ed25519 key when a structure is made of them (RFC 8410 §4). */
const before = Buffer.from('302a300506032b6570032100', 'hex')
const bytesOfEd25519 = 32

function describe(key: KeyObject): PublicKey | null {
  const spki = key.export({ type: 'spki', format: 'der' })
  if (key.asymmetricKeyType === 'ed25519')
    return { kind: 'ed25519', bits: 256, published: spki.subarray(-bytesOfEd25519).toString('base64') }
  if (key.asymmetricKeyType !== 'rsa') return null
  return { kind: 'rsa', bits: key.asymmetricKeyDetails?.modulusLength ?? 0, published: spki.toString('base64') }
}

/** The public half of a private key; `null` when it is none that DKIM knows. */
export function publicHalf(privateKey: string): PublicKey | null {
  try {
    return describe(createPublicKey(privateKey))
  } catch {
    return null
  }
}

/** Both ways in which RSA keys are found in records: whole, and as the two numbers alone. */
const waysOfRsa = [
  { format: 'der', type: 'spki' },
  { format: 'der', type: 'pkcs1' },
] as const

/** A key as it stands in a record; `null` when it is none. */
export function readPublishedKey(published: string, kind: string): PublicKey | null {
  const bytes = Buffer.from(published, 'base64')
  const ways =
    kind === 'ed25519'
      ? [{ key: Buffer.concat([before, bytes]), format: 'der', type: 'spki' } as const]
      : waysOfRsa.map((way) => ({ key: bytes, ...way }))
  for (const way of ways)
    try {
      return describe(createPublicKey(way))
    } catch {
      continue
    }
  return null
}
