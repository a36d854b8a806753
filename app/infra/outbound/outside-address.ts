import ipaddr from 'ipaddr.js'

export type AddressFault = 'not-an-address' | 'not-https' | 'other-port' | 'has-password' | 'too-long'

const longest = 500

const isLoopbackName = (host: string) => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

/**
 * Reads an address that somebody wants us to call: https on port 443, without a name and password in it. `tryingOut` also allows this
 * machine in clear, on any port: for products that run without https themselves.
 */
export function readOutsideUrl(typed: string, { tryingOut }: { tryingOut: boolean }): URL | AddressFault {
  if (typed.length > longest) return 'too-long'
  if (!URL.canParse(typed)) return 'not-an-address'
  const url = new URL(typed)
  url.hash = ''
  if (url.username !== '' || url.password !== '') return 'has-password'
  if (tryingOut && isLoopbackName(url.hostname) && /^https?:$/.test(url.protocol)) return url
  if (url.protocol !== 'https:') return 'not-https'
  return url.port === '' ? url : 'other-port'
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/** All that IPv6 gives to the open internet (RFC 4291). What nobody assigned, or was written for IPv4, the library calls unicast too. */
const isGlobal = (address: ipaddr.IPv4 | ipaddr.IPv6) => address instanceof ipaddr.IPv4 || address.match(globalUnicast)

/**
 * Whether an address is one of the open internet: no private or local network, no loopback, no link, no multicast, no reserved range,
 * and none that hides another address in itself (mapped, compatible, translated, tunnelled).
 */
export function isOutside(typed: string): boolean {
  if (!ipaddr.isValid(typed)) return false
  const address = ipaddr.parse(typed)
  return address.range() === 'unicast' && isGlobal(address)
}

export const isThisMachine = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback'
