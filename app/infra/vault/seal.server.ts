import { createCipheriv, createDecipheriv } from 'node:crypto'
import { chance } from './chance.server.ts'
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

/** Version, key id and algorithm: the same for all that one key seals. */
const heads = new Map<string, Buffer>()

function headOf(id: string): Buffer {
  const known = heads.get(id)
  if (known) return known
  const head = Buffer.from([version, id.length, ...Buffer.from(id, 'ascii'), aes256gcm])
  heads.set(id, head)
  return head
}

/**
 * Seals text for one place. Envelope: version(1) · key id length(1) · key id · algorithm(1) · nonce(12) · ciphertext · tag(16);
 * AES-256-GCM (NIST SP 800-38D) with the place as additional data.
 */
export function seal(text: string, place: Place, ring: Keyring = keyring()): Buffer<ArrayBuffer> {
  const { id, key } = ring.sealing
  const head = headOf(id)
  const envelope = Buffer.allocUnsafe(head.length + nonceBytes + Buffer.byteLength(text) + tagBytes)
  head.copy(envelope)
  chance(envelope, { at: head.length, length: nonceBytes })
  const nonceEnd = head.length + nonceBytes
  const cipher = createCipheriv('aes-256-gcm', key, envelope.subarray(head.length, nonceEnd))
  cipher.setAAD(boundTo(place, id))
  cipher.update(text, 'utf8').copy(envelope, nonceEnd)
  cipher.final() // nothing is left in this mode, but the tag exists only afterwards
  cipher.getAuthTag().copy(envelope, envelope.length - tagBytes)
  return envelope
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
