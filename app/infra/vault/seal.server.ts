import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyring, type Keyring } from './keys.server.ts'

/** Where a sealed value lives. It is bound to that place: moved to another row or column, it does not open. */
export interface Place {
  table: string
  column: string
  row: string
}

/** The value was changed, moved, or sealed with a key we do not hold. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

const version = 1
const aes256gcm = 1
const nonceBytes = 12
const tagBytes = 16

const boundTo = ({ table, column, row }: Place, keyId: string) =>
  Buffer.from(`portevoix|${table}|${column}|${row}|${version}|${keyId}`)

const noncesAtOnce = 512
let nonces = Buffer.alloc(0)
let used = 0

/** Fresh chance, fetched for many seals at a time: a call to the system for each costs as much as the sealing. */
function nextNonce(): Buffer {
  if (used === nonces.length) {
    nonces = randomBytes(nonceBytes * noncesAtOnce)
    used = 0
  }
  return nonces.subarray(used, (used += nonceBytes))
}

/**
 * Seals text for one place. Envelope: version(1) · key id length(1) · key id · algorithm(1) · nonce(12) · ciphertext · tag(16);
 * AES-256-GCM (NIST SP 800-38D) with the place as additional data.
 */
export function seal(text: string, place: Place, ring: Keyring = keyring()): Buffer<ArrayBuffer> {
  const { id, key } = ring.sealing
  const nonce = nextNonce()
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(place, id))
  const head = Buffer.from([version, id.length, ...Buffer.from(id, 'ascii'), aes256gcm])
  return Buffer.concat([head, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made. @throws SealBroken */
export function unseal(envelope: Uint8Array, place: Place, ring: Keyring = keyring()): string {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength)
  const idEnd = 2 + (bytes[1] ?? 0)
  // latin1 keeps all eight bits: ascii would drop one, and a changed id would pass for the one it was.
  const id = bytes.toString('latin1', 2, idEnd)
  const key = ring.byId.get(id)
  if (bytes[0] !== version || bytes[idEnd] !== aes256gcm || !key || bytes.length < idEnd + 1 + nonceBytes + tagBytes)
    throw new SealBroken('unknown envelope or key')
  const nonceEnd = idEnd + 1 + nonceBytes
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(idEnd + 1, nonceEnd))
  opener.setAAD(boundTo(place, id))
  opener.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return opener.update(bytes.subarray(nonceEnd, -tagBytes), undefined, 'utf8') + opener.final('utf8')
  } catch {
    throw new SealBroken('changed or moved')
  }
}
