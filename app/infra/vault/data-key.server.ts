import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { SealBroken, type Place } from './seal.server.ts'

/** A key for one thing and its parts. Whoever destroys it destroys what it sealed, wherever a copy of that is. */
export interface DataKey {
  /** 32 bytes. */
  readonly bytes: Buffer
}

const version = 2
const aes256gcm = 1
const headBytes = 2
const nonceBytes = 12
const tagBytes = 16

export const dataKeyBytes = 32
export const newDataKey = (): DataKey => ({ bytes: randomBytes(dataKeyBytes) })

/** A key made of a secret that somebody keeps for themselves: HKDF-SHA-256 (RFC 5869). The secret has its own chance; no slow hash. */
export const keyFrom = (secret: string | Uint8Array, purpose: string, salt: string): DataKey => ({
  bytes: Buffer.from(hkdfSync('sha256', secret, salt, `portevoix/${purpose}`, dataKeyBytes)),
})

const boundTo = ({ table, column, row }: Place) => Buffer.from(`portevoix|${table}|${column}|${row}|${version}`)

/** Version(1) · algorithm(1) · nonce(12) · ciphertext · tag(16); AES-256-GCM, bound to its place like `seal`. */
export function sealWith({ bytes: key }: DataKey, content: Uint8Array, place: Place): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(place))
  const sealed = cipher.update(content)
  cipher.final() // nothing is left in this mode, but the tag exists only afterwards
  return Uint8Array.from(Buffer.concat([Buffer.from([version, aes256gcm]), nonce, sealed, cipher.getAuthTag()]))
}

/** Opens what `sealWith` made. @throws SealBroken */
export function openWith({ bytes: key }: DataKey, envelope: Uint8Array, place: Place): Buffer {
  if (envelope.length < headBytes + nonceBytes + tagBytes || envelope[0] !== version || envelope[1] !== aes256gcm)
    throw new SealBroken('unknown envelope')
  const nonceEnd = headBytes + nonceBytes
  const opener = createDecipheriv('aes-256-gcm', key, envelope.subarray(headBytes, nonceEnd))
  opener.setAAD(boundTo(place))
  opener.setAuthTag(envelope.subarray(-tagBytes))
  try {
    return Buffer.concat([opener.update(envelope.subarray(nonceEnd, -tagBytes)), opener.final()])
  } catch {
    throw new SealBroken('changed or moved')
  }
}
