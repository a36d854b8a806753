import ipaddr from 'ipaddr.js'
import type { Dns, Exchanger } from './dns.ts'
import { finding, type Check, type DnsRecord, type Finding } from './finding.ts'
import type { Sender } from './sender.ts'

/** More are not looked at. */
const mostExchangers = 5

async function ofExchanger({ exchange }: Exchanger, dns: Dns): Promise<Finding | null> {
  if (ipaddr.isValid(exchange)) return finding('mx-is-an-address', { host: exchange })
  const [four, six] = await Promise.all([dns.a(exchange), dns.aaaa(exchange)])
  if (four.length + six.length === 0) return finding('mx-leads-nowhere', { host: exchange })
  return four === 'no-answer' && six === 'no-answer' ? finding('no-answer') : null
}

async function ofNone(domain: string, dns: Dns): Promise<Finding> {
  const [four, six] = await Promise.all([dns.a(domain), dns.aaaa(domain)])
  const hasAddress = [four, six].some((answer) => answer !== 'no-answer' && answer.length > 0)
  return finding(hasAddress ? 'mx-by-address' : 'mx-none', { domain })
}

async function ofDomain(domain: string, dns: Dns): Promise<{ findings: Finding[]; published: DnsRecord[] }> {
  const exchangers = await dns.mx(domain)
  if (exchangers === 'no-answer') return { findings: [finding('no-answer')], published: [] }
  const published = exchangers.map(({ exchange, priority }): DnsRecord => ({
    name: domain,
    type: 'MX',
    value: `${priority} ${exchange || '.'}`,
  }))
  if (exchangers.length === 0) return { findings: [await ofNone(domain, dns)], published }
  // RFC 7505: this domain takes no mail.
  if (exchangers.some(({ exchange }) => exchange === '' || exchange === '.'))
    return { findings: [finding('mx-refuses', { domain })], published }
  const faults = await Promise.all(exchangers.slice(0, mostExchangers).map((one) => ofExchanger(one, dns)))
  const findings = faults.filter((fault) => fault !== null)
  return { findings: findings.length > 0 ? findings : [finding('mx-fine', { domain })], published }
}

/** Where answers to our letters arrive, and what cannot be delivered (RFC 5321 §5.1). */
export async function checkExchangers({ from, envelope }: Sender, dns: Dns): Promise<Check> {
  const asked = await Promise.all([...new Set([from, envelope])].map((domain) => ofDomain(domain, dns)))
  return {
    name: 'mx',
    findings: asked.flatMap(({ findings }) => findings),
    published: asked.flatMap(({ published }) => published),
    advised: [],
  }
}
