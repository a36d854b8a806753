import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyring, type Keyring } from './keys.server.ts'

/** What a link in a mail may do. A link for one purpose does nothing for another. */
export type LinkPurpose = 'confirm' | 'unsubscribe'

export interface LinkTarget {
  campaignId: number
  /** UUID of the signature or subscription. */
  id: string
}

const macBytes = 16
const targetBytes = 20

const mac = (purpose: LinkPurpose, target: Buffer, ring: Keyring) =>
  createHmac('sha256', ring.linkKey).update(`${purpose}\u0000`).update(target).digest().subarray(0, macBytes)

/**
 * A token for a link in a mail: campaign (4 bytes), row (16 bytes), HMAC-SHA-256 cut to 128 bits; 48 base64url characters.
 * Nothing is stored: a copy of the database holds no working link.
 */
export function linkToken(purpose: LinkPurpose, { campaignId, id }: LinkTarget, ring: Keyring = keyring()): string {
  const target = Buffer.alloc(targetBytes)
  target.writeUInt32BE(campaignId)
  target.write(id.replaceAll('-', ''), 4, 'hex')
  return Buffer.concat([target, mac(purpose, target, ring)]).toString('base64url')
}

/** Reads a link's token; `null` for anything we did not make for that purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string, ring: Keyring = keyring()): LinkTarget | null {
  if (!/^[\w-]{48}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const target = bytes.subarray(0, targetBytes)
  if (!timingSafeEqual(bytes.subarray(targetBytes), mac(purpose, target, ring))) return null
  const hex = target.toString('hex', 4)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { campaignId: target.readUInt32BE(), id }
}

/** A secret to hand out once, 256 bits, base64url; only its hash is stored. */
export function newSecret(): { secret: string; hash: Buffer<ArrayBuffer> } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}

/** SHA-256: the secret has 256 bits of chance, so that a slow hash would add nothing. */
export const hashSecret = (secret: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(secret).digest())
