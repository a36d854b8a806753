import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { isSharedNetwork } from '#app/features/staff/queries/shared-networks.server.ts'
import { dayOf, daySalts } from './day-salts.server.ts'

/** What is looked at of a request. */
interface Arriving {
  socket: { remoteAddress?: string | undefined }
  headers: IncomingHttpHeaders
}

/** Where a request comes from, as far as limits are concerned. */
export interface Visitor {
  /** Tells networks apart for a day and says nothing else. `null` when there is none to tell apart (the loopback). */
  network: string | null
  /** Many people share it, says the team: it may do more, and says nothing about anyone. */
  shared: boolean
  /** The site that the network is a part of (/48), told apart in the same way; `null` where there is none larger. Asked of few, so that it is reckoned for few. */
  site?: () => string | null
}

/**
 * The visitor's address: the connection's, or the one that the last of `proxies` proxies we trust wrote down. Counted from
 * the right, because everything further left was written by the visitor. `null` when fewer were written than there are
 * proxies: who comes around them can write anything, and is not believed (docs/decisions/0021).
 */
export function clientAddress(request: Arriving, proxies: number): string | null {
  const peer = request.socket.remoteAddress ?? ''
  if (proxies === 0) return peer
  const header = request.headers['x-forwarded-for']
  const text = typeof header === 'string' ? header : (header?.join(',') ?? '')
  let end = text.length
  for (let passed = 1; passed < proxies; passed += 1) {
    end = text.lastIndexOf(',', end - 1)
    if (end <= 0) return null
  }
  return text.slice(text.lastIndexOf(',', end - 1) + 1, end).trim() || null
}

/** Without what some proxies write around it: brackets and a port. A mapped IPv4 address is the one it maps. */
function bare(written: string): string {
  if (isIP(written) === 4) return written
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(written)?.[1]
  const address = inBrackets ?? written.replace(/^([\d.]+):\d+$/, '$1')
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** All who come from nowhere that can be counted are one network: never unlimited, whatever they write. */
const uncounted = 'uncounted'

const groupOf = (parts: readonly number[], at: number) => (parts[at] ?? 0).toString(16)

/** /24 of an IPv4 address, /56 of an IPv6 one: about one household, school or operator. `null` for the loopback. */
export function networkOf(written: string | null): string | null {
  const address = written === null ? '' : bare(written)
  const version = isIP(address)
  if (version === 0) return uncounted
  if (version === 4) return address.startsWith('127.') ? null : address.slice(0, address.lastIndexOf('.'))
  const parsed = ipaddr.IPv6.parse(address)
  if (parsed.isIPv4MappedAddress()) return networkOf(parsed.toIPv4Address().toString())
  const { parts } = parsed
  if (parsed.range() === 'loopback') return null
  return [
    groupOf(parts, 0),
    groupOf(parts, 1),
    groupOf(parts, 2),
    ((parts[3] ?? 0) & 0xff00).toString(16), // the first half of the fourth group: 56 bits
  ].join(':')
}

/** /48 of an IPv6 address: what a provider gives to one site, in which it may choose among 256 networks. `null` for an IPv4 address. */
export function siteOf(network: string): string | null {
  const groups = network.split(':')
  return groups.length === 4 ? groups.slice(0, 3).join(':') : null
}

/** Where a request comes from, without its address. */
export function visitorOf(request: Arriving, proxies: number, now: Date): Visitor {
  const address = clientAddress(request, proxies)
  const network = networkOf(address)
  if (network === null) return { network, shared: false }
  const keyOf = (of: string) => daySalts().macOf(dayOf(now.getTime())).base64url(of)
  return {
    network: keyOf(network),
    shared: address !== null && isSharedNetwork(bare(address)),
    site() {
      const site = siteOf(network)
      return site === null ? null : keyOf(`site ${site}`)
    },
  }
}
