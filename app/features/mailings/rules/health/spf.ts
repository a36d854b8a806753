import type { Dns } from './dns.ts'
import { finding, type Check, type Finding } from './finding.ts'
import type { Sender } from './sender.ts'
import { isSpf, mendSpf, readSpf, type SpfRecord } from './spf-record.ts'
import { mostLookups, mostVoids, walkSpf, type SpfOutcome } from './spf-walk.ts'

function ofFault({ fault, lookups, voids, result }: SpfOutcome): Finding[] {
  if (fault?.code === 'several') return [finding('spf-several', { domain: fault.what })]
  if (fault) return [finding(`spf-${fault.code}`, { what: fault.what })]
  if (result === 'temperror') return [finding('no-answer')]
  if (lookups > mostLookups) return [finding('spf-lookups', { count: lookups })]
  return voids > mostVoids ? [finding('spf-voids', { count: voids })] : []
}

/** How a record ends: what it says of everyone it does not name. */
function ofEnding({ terms, redirect }: SpfRecord): Finding[] {
  const all = terms.find(({ mechanism }) => mechanism === 'all')
  const ptr = terms.some(({ mechanism }) => mechanism === 'ptr') ? [finding('spf-ptr')] : []
  if (!all) return redirect === null ? [finding('spf-open-end'), ...ptr] : ptr
  if (all.qualifier === '+') return [finding('spf-everyone'), ...ptr]
  return all.qualifier === '?' ? [finding('spf-neutral'), ...ptr] : ptr
}

/** What the record says of the addresses that mail leaves from. */
async function ofAddresses(sender: Sender, dns: Dns): Promise<{ findings: Finding[]; missing: string[] }> {
  const { envelope, leavesFrom, isCertain, host } = sender
  if (leavesFrom.length === 0) return { findings: [finding('spf-unknown-address', { host })], missing: [] }
  const asked = await Promise.all(
    leavesFrom.map(async (ip) => ({ ip, ...(await walkSpf(envelope, { ip, sender: `postmaster@${envelope}`, dns })) })),
  )
  const missing = asked.filter(({ result }) => result !== 'pass' && result !== 'temperror').map(({ ip }) => ip)
  const findings = asked.map(({ ip, result }) => {
    if (result === 'temperror') return finding('no-answer')
    if (result === 'pass') return finding('spf-allows', { ip })
    return finding(isCertain ? 'spf-forbids' : 'spf-forbids-server', { ip, host })
  })
  return { findings, missing: isCertain ? missing : [] }
}

const isFixed = new Set(['spf-fine', 'spf-allows', 'spf-unknown-address', 'spf-forbids-server', 'no-answer'])
/** Nothing that is said in the record itself would put these right. */
const isElsewhere = new Set(['spf-several', 'spf-broken', 'spf-include-none', 'spf-lookups', 'spf-voids'])

/** SPF of the address on the envelope (RFC 7208): one record, in order, within its ten lookups, that names our addresses. */
export async function checkSpf(sender: Sender, dns: Dns): Promise<Check> {
  const { envelope, leavesFrom, host, isCertain } = sender
  const texts = await dns.txt(envelope)
  const records = texts === 'no-answer' ? [] : texts.filter(isSpf)
  const at = (value: string) => ({ name: envelope, type: 'TXT', value }) as const
  const published = records.map(at)
  const check = { name: 'spf', published } as const
  if (texts === 'no-answer') return { ...check, findings: [finding('no-answer')], advised: [] }
  const own = isCertain ? leavesFrom : []
  const [text, second] = records
  if (text === undefined) {
    const start = own.length > 0 || host === '' ? 'v=spf1' : `v=spf1 a:${host}`
    return { ...check, findings: [finding('spf-none', { domain: envelope })], advised: [at(mendSpf([start], own))] }
  }
  const advice = (addresses: readonly string[]) => [at(mendSpf(records, addresses))]
  if (second !== undefined)
    return { ...check, findings: [finding('spf-several', { domain: envelope })], advised: advice(own) }
  const record = readSpf(text)
  if ('broken' in record) return { ...check, findings: [finding('spf-broken', { what: record.broken })], advised: [] }
  const counted = await walkSpf(envelope, { ip: null, sender: `postmaster@${envelope}`, dns })
  const faults = ofFault(counted)
  const seen = faults.length > 0 ? { findings: [], missing: [] } : await ofAddresses(sender, dns)
  const findings = [...faults, ...ofEnding(record), ...seen.findings]
  const isBroken = findings.some(({ code }) => isElsewhere.has(code))
  const isFine = findings.every(({ code }) => isFixed.has(code))
  return {
    ...check,
    findings: isFine ? [finding('spf-fine', { count: counted.lookups }), ...findings] : findings,
    advised: isBroken || isFine ? [] : advice(seen.missing),
  }
}
