import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { singleton } from '#app/infra/singleton.ts'

/** What is looked at of a request. */
interface Arriving {
  socket: { remoteAddress?: string | undefined }
  headers: IncomingHttpHeaders
}

/**
 * The visitor's address: the connection's, or the one that the last of `proxies` proxies we trust wrote down. Counted from
 * the right, because everything further left was written by the visitor.
 */
export function clientAddress(request: Arriving, proxies: number): string {
  const peer = request.socket.remoteAddress ?? ''
  if (proxies === 0) return peer
  const written = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return [...written, peer].at(-1 - proxies) ?? written[0] ?? peer
}

const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right]
}

/** /24 of an IPv4 address, /56 of an IPv6 one: about one household, school or operator. `null` for the loopback and what is no address. */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain.startsWith('127.') ? null : plain.split('.').slice(0, 3).join('.')
  if (isIP(plain) !== 6 || plain === '::1') return null
  const [a = '0', b = '0', c = '0', d = '0'] = groupsOf(plain.split('%')[0] ?? plain)
  return [a, b, c, (Number.parseInt(d, 16) & 0xff00).toString(16)].join(':')
}

/** The salt of the day. It lives in memory only and is forgotten with the day: yesterday's keys cannot be computed again. */
const salt = (day: string) => {
  const kept = singleton<{ day: string; bytes: Buffer }>('network-salt', () => ({ day: '', bytes: randomBytes(32) }))
  if (kept.day !== day) {
    kept.day = day
    kept.bytes = randomBytes(32)
  }
  return kept.bytes
}

/** A key that tells networks apart for a day, and says nothing else. `null` when there is no network to tell apart. */
export function networkKey(request: Arriving, proxies: number, now: Date): string | null {
  const network = networkOf(clientAddress(request, proxies))
  return network === null
    ? null
    : createHmac('sha256', salt(now.toISOString().slice(0, 10)))
        .update(network)
        .digest('base64url')
}
