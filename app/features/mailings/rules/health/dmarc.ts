import type { Answer, Dns } from './dns.ts'
import { finding, type Check, type Finding } from './finding.ts'
import { isAligned, organizationalDomain, type Sender } from './sender.ts'
import { readTags } from './tag-list.ts'

const isDmarc = (text: string) => /^v=DMARC1\s*(?:;|$)/.test(text)

interface Found {
  /** Where it stands. */
  name: string
  records: Answer<string>
}

/** At the domain itself, else at the one that was registered (RFC 7489 §6.6.3). */
async function discover(from: string, dns: Dns): Promise<Found> {
  for (const domain of new Set([from, organizationalDomain(from)])) {
    const name = `_dmarc.${domain}`
    const texts = await dns.txt(name)
    const records = texts === 'no-answer' ? texts : texts.filter(isDmarc)
    if (records === 'no-answer' || records.length > 0) return { name, records }
  }
  return { name: `_dmarc.${from}`, records: [] }
}

const policies = ['none', 'quarantine', 'reject']
const isStrict = (tags: ReadonlyMap<string, string>, tag: string) => tags.get(tag)?.toLowerCase() === 's'

/** What holds for this domain: a record further up may say something else for those below (`sp`). */
function policyOf(tags: ReadonlyMap<string, string>, isAbove: boolean): string {
  return ((isAbove ? tags.get('sp') : undefined) ?? tags.get('p') ?? '').toLowerCase()
}

function ofPolicy(tags: ReadonlyMap<string, string>, isAbove: boolean): Finding {
  const policy = policyOf(tags, isAbove)
  const share = Number(tags.get('pct') ?? 100)
  if (policy === 'none') return finding('dmarc-watching')
  return share < 100 ? finding('dmarc-partly', { share, policy }) : finding('dmarc-fine', { policy })
}

/** Receivers send reports elsewhere only when that place says it wants them (RFC 7489 §7.1). */
async function ofReports(tags: ReadonlyMap<string, string>, name: string, dns: Dns): Promise<Finding[]> {
  const domain = name.slice('_dmarc.'.length)
  const targets = (tags.get('rua') ?? '')
    .split(',')
    .flatMap((uri) => /^\s*mailto:[^@\s]+@([^!\s]+)(?:!\S*)?\s*$/i.exec(uri)?.[1]?.toLowerCase() ?? [])
    .slice(0, 5)
  if (targets.length === 0) return [finding('dmarc-no-reports')]
  const refused: Finding[] = []
  for (const target of targets) {
    if (isAligned(target, domain, false)) continue
    const texts = await dns.txt(`${domain}._report._dmarc.${target}`)
    if (texts !== 'no-answer' && !texts.some(isDmarc))
      refused.push(finding('dmarc-reports-refused', { target, domain }))
  }
  return refused
}

/** DMARC takes one of both for proof: the signature's domain, or the envelope's. */
function ofAlignment(tags: ReadonlyMap<string, string>, { from, envelope, key }: Sender): Finding {
  const byKey = key !== null && isAligned(key.domain, from, isStrict(tags, 'adkim'))
  const byEnvelope = isAligned(envelope, from, isStrict(tags, 'aspf'))
  if (byKey) return finding('dmarc-aligned', { domain: key.domain })
  return byEnvelope ? finding('dmarc-spf-alone', { from }) : finding('dmarc-unaligned', { from, envelope })
}

/** With what stands there kept, as far as it can be read. */
function mend(tags: ReadonlyMap<string, string> | null, from: string): string {
  const kept = new Map(tags)
  const policy = kept.get('p')?.toLowerCase() ?? ''
  kept.delete('v')
  kept.delete('p')
  if (!kept.has('rua')) kept.set('rua', `mailto:dmarc@${organizationalDomain(from)}`)
  const said = [...kept].map(([tag, value]) => `; ${tag}=${value}`).join('')
  return `v=DMARC1; p=${policies.includes(policy) ? policy : 'none'}${said}`
}

const isFixed = new Set(['dmarc-fine', 'dmarc-aligned', 'dmarc-spf-alone', 'dmarc-unaligned', 'dmarc-watching'])

/** DMARC of the domain that readers see (RFC 7489): a policy, reports, and that what we send is taken for ours. */
export async function checkDmarc(sender: Sender, dns: Dns): Promise<Check> {
  const { from } = sender
  const { name, records } = await discover(from, dns)
  const check = { name: 'dmarc', published: [], advised: [] } as const
  if (records === 'no-answer') return { ...check, findings: [finding('no-answer')] }
  const at = (value: string) => ({ name, type: 'TXT', value }) as const
  const published = records.map(at)
  const [record, second] = records
  if (record === undefined) {
    const aligned = ofAlignment(new Map(), sender)
    const alone = aligned.code === 'dmarc-aligned' ? [] : [aligned]
    return { ...check, findings: [finding('dmarc-none', { domain: from }), ...alone], advised: [at(mend(null, from))] }
  }
  const tags = readTags(record)
  const advised = [at(mend(tags, from))]
  if (second !== undefined) return { ...check, published, findings: [finding('dmarc-several', { name })], advised }
  const isAbove = name !== `_dmarc.${from}`
  if (!tags || !policies.includes(policyOf(tags, isAbove)))
    return { ...check, published, findings: [finding('dmarc-broken')], advised }
  const findings = [ofPolicy(tags, isAbove), ofAlignment(tags, sender), ...(await ofReports(tags, name, dns))]
  const wantsRecord = findings.some(({ code }) => code === 'dmarc-no-reports')
  const isAsItIs = findings.every(({ code }) => isFixed.has(code))
  return { ...check, published, findings, advised: wantsRecord && !isAsItIs ? advised : [] }
}
