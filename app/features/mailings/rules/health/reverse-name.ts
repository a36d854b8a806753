import ipaddr from 'ipaddr.js'
import type { Dns } from './dns.ts'
import { finding, type Check, type DnsRecord, type Finding } from './finding.ts'
import type { Sender } from './sender.ts'

const mostNames = 5

/** Where the name of an address is kept: `1.2.0.192.in-addr.arpa`. */
export function reverseZone(ip: string): string {
  const address = ipaddr.process(ip)
  const bytes = [...address.toByteArray()].toReversed()
  if (address.kind() === 'ipv4') return `${bytes.join('.')}.in-addr.arpa`
  const nibbles = bytes.flatMap((byte) => [byte & 15, byte >> 4].map((nibble) => nibble.toString(16)))
  return `${nibbles.join('.')}.ip6.arpa`
}

/** As providers name the machines of anybody: with the numbers of the address in it. */
function isGeneric(name: string, ip: string): boolean {
  const numbers = ipaddr.process(ip).toString().split(/[.:]/).filter(Boolean).slice(-2)
  const parts = name.split(/[^\da-z]+/i)
  return numbers.length === 2 && numbers.every((number) => parts.some((part) => part.replace(/^\D*0*/, '') === number))
}

async function leadsTo(name: string, ip: string, dns: Dns): Promise<boolean> {
  const answer = await (ip.includes(':') ? dns.aaaa(name) : dns.a(name))
  const wanted = ipaddr.process(ip).toNormalizedString()
  return (
    answer !== 'no-answer' &&
    answer.some((address) => ipaddr.isValid(address) && ipaddr.process(address).toNormalizedString() === wanted)
  )
}

async function ofAddress(ip: string, sender: Sender, dns: Dns): Promise<{ found: Finding; published: DnsRecord[] }> {
  const of = (code: 'none' | 'unconfirmed', name: string) =>
    finding(sender.isCertain ? `reverse-${code}` : `reverse-${code}-server`, { ip, name, host: sender.host })
  const answer = await dns.ptr(ip)
  if (answer === 'no-answer') return { found: finding('no-answer'), published: [] }
  const names = answer.slice(0, mostNames)
  const published = names.map((value): DnsRecord => ({ name: reverseZone(ip), type: 'PTR', value }))
  const [first] = names
  if (first === undefined) return { found: of('none', ''), published }
  for (const name of names)
    if (await leadsTo(name, ip, dns))
      return { found: finding(isGeneric(name, ip) ? 'reverse-generic' : 'reverse-fine', { ip, name }), published }
  return { found: of('unconfirmed', first), published }
}

/** Whether each address that mail leaves from has a name that leads back to it. */
export async function checkReverse(sender: Sender, dns: Dns): Promise<Check> {
  const { leavesFrom, host, from, isCertain } = sender
  const check = { name: 'reverse', published: [], advised: [] } as const
  if (leavesFrom.length === 0) return { ...check, findings: [finding('reverse-unknown-address', { host })] }
  const asked = await Promise.all(leavesFrom.map((ip) => ofAddress(ip, sender, dns)))
  const wanting = leavesFrom.filter((_, at) => asked[at]?.found.code === 'reverse-none')
  return {
    ...check,
    findings: asked.map(({ found }) => found),
    published: asked.flatMap(({ published }) => published),
    advised: isCertain ? wanting.map((ip) => ({ name: reverseZone(ip), type: 'PTR', value: `mail.${from}` })) : [],
  }
}
