import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { keyring, type Keyring } from './keys.server.ts'
import { macOf } from './mac.server.ts'

/** What a link in a mail may do. A link for one purpose does nothing for another. */
export type LinkPurpose =
  'confirm' | 'unsubscribe' | 'renew' | 'news-yes' | 'not-me' | 'confirm-organisation' | 'not-me-organisation'

export interface LinkTarget {
  campaignId: number
  /** UUID of the signature or subscription. */
  id: string
}

const macBytes = 16
const targetBytes = 20
const timeBytes = 4
/** Letters of a token that says no time. */
export const tokenLength = ((targetBytes + macBytes) * 4) / 3

const digest = (purpose: LinkPurpose | 'code', said: Buffer, ring: Keyring) =>
  macOf(ring.linkKey).digest(`${purpose}\u0000`, said)

const mac = (purpose: LinkPurpose, said: Buffer, ring: Keyring) => digest(purpose, said, ring).subarray(0, macBytes)

/** Campaign (4 bytes), row (16 bytes), and what else a token says. */
function written({ campaignId, id }: LinkTarget, more = 0): Buffer {
  const said = Buffer.alloc(targetBytes + more)
  said.writeUInt32BE(campaignId)
  said.write(id.replaceAll('-', ''), 4, 'hex')
  return said
}

function targetIn(said: Buffer): LinkTarget {
  const hex = said.toString('hex', 4, targetBytes)
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { campaignId: said.readUInt32BE(), id }
}

/**
 * A token for a link in a mail: campaign, row, HMAC-SHA-256 cut to 128 bits; 48 base64url characters.
 * Nothing is stored: a copy of the database holds no working link.
 */
export function linkToken(purpose: LinkPurpose, target: LinkTarget, ring: Keyring = keyring()): string {
  const said = written(target)
  return Buffer.concat([said, mac(purpose, said, ring)]).toString('base64url')
}

/** What a token says when we made it for that purpose. */
function readToken(purpose: LinkPurpose, token: string, ring: Keyring): Buffer | null {
  const timed = purpose === 'confirm' && /^[\w-]{54}$/.test(token)
  if (!timed && (token.length !== tokenLength || !/^[\w-]+$/.test(token))) return null
  const bytes = Buffer.from(token, 'base64url')
  // The bits that the last letter has to spare are none of the token: it has one spelling.
  if (bytes.toString('base64url') !== token) return null
  const found = bytes.subarray(0, -macBytes)
  return timingSafeEqual(bytes.subarray(-macBytes), mac(purpose, found, ring)) ? found : null
}

/** Reads a link's token; `null` for anything we did not make for that purpose. */
export function readLinkToken(purpose: LinkPurpose, token: string, ring: Keyring = keyring()): LinkTarget | null {
  const found = readToken(purpose, token, ring)
  return found && targetIn(found)
}

/**
 * The token of a confirmation also says when its mail was written (4 bytes, seconds), so that the page behind it knows how
 * long ago that was and nothing has to be stored; 54 characters.
 */
export function confirmToken(target: LinkTarget, writtenAt: Date, ring: Keyring = keyring()): string {
  const timed = written(target, timeBytes)
  timed.writeUInt32BE(Math.floor(writtenAt.getTime() / 1000), targetBytes)
  return Buffer.concat([timed, mac('confirm', timed, ring)]).toString('base64url')
}

interface ConfirmLink extends LinkTarget {
  /** `null` for the 48 characters of before, which said nothing of it. They confirm as long as their row may be confirmed. */
  writtenAt: Date | null
}

export function readConfirmToken(token: string, ring: Keyring = keyring()): ConfirmLink | null {
  const found = readToken('confirm', token, ring)
  if (!found) return null
  const writtenAt = found.length > targetBytes ? new Date(found.readUInt32BE(targetBytes) * 1000) : null
  return { ...targetIn(found), writtenAt }
}

const codeDigits = 6

/**
 * The digits that may be typed instead of following the link. Derived like the link and stored as little; that a million codes
 * are few is made good by how few may be tried.
 */
export function confirmationCode(target: LinkTarget, ring: Keyring = keyring()): string {
  const number = digest('code', written(target), ring).readBigUInt64BE() % 10n ** BigInt(codeDigits)
  return number.toString().padStart(codeDigits, '0')
}

/** A secret to hand out once, 256 bits, base64url; only its hash is stored. */
export function newSecret(): { secret: string; hash: Buffer<ArrayBuffer> } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}

/** SHA-256: the secret has 256 bits of chance, so that a slow hash would add nothing. */
export const hashSecret = (secret: string): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(secret).digest())
