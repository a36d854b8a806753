import type { Dns } from './dns.ts'
import { finding, type Check, type Finding } from './finding.ts'
import type { OurKey } from './sender.ts'
import { readTags } from './tag-list.ts'

/** RFC 8301 §3.2: receivers do not take less, and signers should not use less than the second. */
const leastBits = 1024
const goodBits = 2048

/** Whether a published `p=` is our own key, however it is encoded. `null`: it is no key. */
export type IsOurs = (published: string, kind: string) => boolean | null

export const dkimRecordOf = ({ kind, published }: OurKey): string => `v=DKIM1; k=${kind}; p=${published}`

const listOf = (text: string) => text.split(':').map((part) => part.trim().toLowerCase())

function ofKey(tags: ReadonlyMap<string, string>, key: OurKey, isOurs: IsOurs): Finding | null {
  const kind = tags.get('k')?.toLowerCase() ?? 'rsa'
  const published = tags.get('p')?.replaceAll(/\s/g, '')
  if (published === undefined) return finding('dkim-broken')
  if (published === '') return finding('dkim-revoked')
  if (kind !== key.kind) return finding('dkim-other-key')
  const same = isOurs(published, kind)
  return same ? null : finding(same === null ? 'dkim-broken' : 'dkim-other-key')
}

function ofUse(tags: ReadonlyMap<string, string>): Finding[] {
  const found: Finding[] = []
  const hashes = tags.get('h')
  const services = tags.get('s')
  if (hashes !== undefined && !listOf(hashes).includes('sha256')) found.push(finding('dkim-no-sha256'))
  if (services !== undefined && !listOf(services).some((service) => service === '*' || service === 'email'))
    found.push(finding('dkim-not-for-mail'))
  if (listOf(tags.get('t') ?? '').includes('y')) found.push(finding('dkim-testing'))
  return found
}

function ofStrength({ kind, bits }: OurKey): Finding[] {
  if (kind === 'ed25519') return [finding('dkim-ed25519-alone')]
  if (bits < leastBits) return [finding('dkim-weak', { bits })]
  return bits < goodBits ? [finding('dkim-short', { bits })] : []
}

function judge(record: string, key: OurKey, isOurs: IsOurs): Finding[] {
  const tags = readTags(record)
  const version = tags?.get('v')
  if (!tags || (version !== undefined && version !== 'DKIM1')) return [finding('dkim-broken')]
  const wrong = ofKey(tags, key, isOurs)
  return [...(wrong ? [wrong] : []), ...ofUse(tags), ...ofStrength(key)]
}

/** The record of the key that we sign with (RFC 6376 §3.6.1, RFC 8463): is it there, is it ours, is it enough. */
export async function checkDkim(key: OurKey | null, dns: Dns, isOurs: IsOurs): Promise<Check> {
  const check = { name: 'dkim', published: [], advised: [] } as const
  if (!key) return { ...check, findings: [finding('dkim-no-key')] }
  const name = `${key.selector}._domainkey.${key.domain}`
  const at = (value: string) => ({ name, type: 'TXT', value }) as const
  const records = await dns.txt(name)
  if (records === 'no-answer') return { ...check, findings: [finding('no-answer')] }
  const published = records.map(at)
  const advised = [at(dkimRecordOf(key))]
  const [record, second] = records
  if (record === undefined)
    return { ...check, findings: [finding('dkim-missing', { name }), ...ofStrength(key)], advised }
  if (second !== undefined) return { ...check, published, findings: [finding('dkim-several', { name })], advised }
  const findings = judge(record, key, isOurs)
  // A new key has a record of its own: none of today's would put a short one right.
  const isAboutRecord = findings.some(({ code }) => !['dkim-short', 'dkim-weak', 'dkim-ed25519-alone'].includes(code))
  if (findings.length > 0) return { ...check, published, findings, advised: isAboutRecord ? advised : [] }
  return { ...check, published, findings: [finding('dkim-fine', { bits: key.bits })] }
}
