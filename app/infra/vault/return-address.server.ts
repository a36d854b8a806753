import { createHmac, timingSafeEqual } from 'node:crypto'
import { keyring, type Keyring } from './keys.server.ts'
import type { LinkTarget } from './tokens.server.ts'

const idBytes = 20
const macBytes = 10
const idDigits = (idBytes * 8) / 5
const macDigits = (macBytes * 8) / 5

/** Digits and small letters up to v: some servers write the part before the @ in capitals, or in small letters. */
const digits = (bytes: Buffer, length: number) =>
  BigInt(`0x${bytes.toString('hex')}`)
    .toString(32)
    .padStart(length, '0')

function bytesOf(text: string, length: number): Buffer {
  let value = 0n
  for (const digit of text) value = value * 32n + BigInt(Number.parseInt(digit, 32))
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex')
}

/** Over the id and the domain: an address of another site's is none of ours, even with the same keys. */
const mac = (id: Buffer, domain: string, ring: Keyring) =>
  createHmac('sha256', ring.returnKey).update(id).update(domain.toLowerCase()).digest().subarray(0, macBytes)

const partsOf = (base: string) => {
  const at = base.lastIndexOf('@')
  return { local: base.slice(0, at), domain: base.slice(at + 1) }
}

/**
 * The sender on the envelope of one letter (variable envelope return path): `local+<id>.<mac>@domain`. The id is the delivery's; it
 * says nothing of whom the letter is for, and the HMAC-SHA-256, cut to 80 bits, keeps anybody from making up another one.
 */
export function returnAddress({ campaignId, id }: LinkTarget, base: string, ring: Keyring = keyring()): string {
  const { local, domain } = partsOf(base)
  const said = Buffer.alloc(idBytes)
  said.writeUInt32BE(campaignId)
  said.write(id.replaceAll('-', ''), 4, 'hex')
  return `${local}+${digits(said, idDigits)}.${digits(mac(said, domain, ring), macDigits)}@${domain}`
}

export interface ReturnAddresses {
  /** Deliveries whose addresses are genuine, in order. */
  targets: LinkTarget[]
  /** Addresses of that form that we did not make. */
  forged: number
}

const most = 50
const escaped = (text: string) => text.replace(/[.+-]/g, '\\$&')

/** Looks for such addresses in a message, whatever wraps them. */
export function readReturnAddresses(text: string, base: string, ring: Keyring = keyring()): ReturnAddresses {
  const { local, domain } = partsOf(base)
  const pattern = new RegExp(
    `(?<![\\w+.-])${escaped(local)}\\+([\\da-v]{${idDigits}})\\.([\\da-v]{${macDigits}})@${escaped(domain)}(?![\\w.-]*\\w)`,
    'gi',
  )
  const seen = new Map<string, Buffer>()
  let forged = 0
  for (const [, id = '', code = ''] of text.matchAll(pattern)) {
    if (seen.size + forged >= most) break
    const said = bytesOf(id.toLowerCase(), idBytes)
    const genuine = timingSafeEqual(bytesOf(code.toLowerCase(), macBytes), mac(said, domain, ring))
    if (genuine) seen.set(id.toLowerCase(), said)
    else forged += 1
  }
  return { targets: [...seen.values()].map(targetIn), forged }
}

function targetIn(said: Buffer): LinkTarget {
  const id = said.toString('hex', 4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { campaignId: said.readUInt32BE(), id }
}
