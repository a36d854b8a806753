import { LRUCache } from 'lru-cache'
import { singleton } from '#app/infra/singleton.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { organisationOf } from './rules/providers.ts'

const domainBytes = 8
/** Of the key of a network, base64url: twelve bytes, as the column `network_index` holds them. */
export const networkKeyLength = 16

/** Few domains hold most people: their indexes are kept. */
const domains = () => singleton('domain-index-cache', () => new LRUCache<string, Buffer>({ max: 10_000 }))

/** Finds the rows of one mail domain, and of all below the same registered name, without naming it. */
export function domainIndex(domain: string): Buffer {
  const known = domains().get(domain)
  if (known) return known
  // A copy of its own: a part of a larger buffer would keep the whole of it.
  const index = Buffer.alloc(domainBytes)
  blindIndex('domain', organisationOf(domain)).copy(index)
  domains().set(domain, index)
  return index
}

/** Finds the rows of one network of one day. */
export const networkIndex = (network: string): Buffer => Buffer.from(network.slice(0, networkKeyLength), 'base64url')

/** The same as text, as the memory of a process keeps it. */
export const networkKeyOf = (index: Uint8Array): string => Buffer.from(index).toString('base64url')

export const domainPlace = (index: Uint8Array) => ({
  table: 'mail_domain',
  column: 'sealed_name',
  row: Buffer.from(index).toString('hex'),
})
