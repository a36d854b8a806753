import ipaddr from 'ipaddr.js'
import { getDomain } from 'tldts'

export interface OurKey {
  domain: string
  selector: string
  kind: 'rsa' | 'ed25519'
  bits: number
  /** The `p=` of its record (RFC 6376 §3.6.1, RFC 8463 §4). */
  published: string
}

/** Who sends, as the settings have it. */
export interface Sender {
  /** Behind the @ of the address that readers see. */
  from: string
  /** Behind the @ of the address on the envelope, to which comes back what cannot be delivered. */
  envelope: string
  /** `null`: we do not sign. */
  key: OurKey | null
  /** Of the mail server that we hand our mail to. */
  host: string
  /** Addresses from which mail reaches receivers. */
  leavesFrom: readonly string[]
  /** The settings name them. Else they are those of the mail server, which may use others further on. */
  isCertain: boolean
}

/** The domain that somebody registered, from the list of public suffixes (RFC 7489 §3.2). */
export const organizationalDomain = (name: string): string => getDomain(name, { allowPrivateDomains: true }) ?? name

/** Whether two domains belong together, strictly or by the domain that was registered (RFC 7489 §3.1). */
export const isAligned = (one: string, other: string, strict: boolean): boolean =>
  strict ? one === other : organizationalDomain(one) === organizationalDomain(other)

const notOnTheInternet = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'unspecified', 'carrierGradeNat'])

/** Whether others can see an address. */
export const isSeenOutside = (ip: string): boolean =>
  ipaddr.isValid(ip) && !notOnTheInternet.has(ipaddr.process(ip).range())
