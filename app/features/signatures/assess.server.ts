import { randomInt } from 'node:crypto'
import MailChecker from 'mailchecker'
import { LRUCache } from 'lru-cache'
import { singleton } from '#app/infra/singleton.ts'
import { noteDomain } from './commands/remember-domains.server.ts'
import { networkKeyLength } from './indexes.server.ts'
import { standings, standingOfDomain } from './queries/standings.server.ts'
import { Crowd, type Facts, type Nature } from './rules/crowd.ts'
import { hasMachineShape } from './rules/name-shape.ts'
import { isCommonProvider, organisationOf } from './rules/providers.ts'
import { Often } from './rules/sliding.ts'
import { isHeld, thresholds } from './rules/suspicion.ts'
import type { SignatureForm } from './schema.ts'
import { signals } from './signals.ts'

/** What is known of a signature while it is taken in. */
export interface Arrival {
  campaignId: number
  form: Pick<SignatureForm, 'name'>
  /** Domain of the address under the rules of its provider, lower case ASCII. */
  domain: string
  /** The network under the salt of the day; `null` when there is none to tell apart. */
  network: string | null
  /** A school, a library, a job centre: many people come from there, and that says nothing. */
  sharedNetwork?: boolean
  /** A proof of work, which is asked for only while a campaign is under attack. */
  proof?: 'not-asked' | 'given' | 'missing'
  now: Date
}

export interface Assessment {
  /** Bits of `signals`. */
  signals: number
  /** To be reviewed before it counts. */
  held: boolean
}

const hour = 3_600_000
const mostCampaigns = 50

interface Company {
  crowd: Crowd
  names: Often
  /** Which standings its domains were judged by. */
  version: number
}

const companies = () => singleton('companies', () => new LRUCache<number, Company>({ max: mostCampaigns }))

function companyOf(campaignId: number): Company {
  const known = companies().get(campaignId)
  if (known) return known
  const made = { crowd: new Crowd(natureOf), names: new Often(hour, randomInt(2 ** 32 - 1)), version: 0 }
  companies().set(campaignId, made)
  return made
}

/** On the list of addresses made to be thrown away, itself or the domain above it. The list is the package's own version. */
const isListed = (domain: string): boolean => {
  const list = MailChecker.blacklist()
  return list.has(domain) || list.has(organisationOf(domain))
}

/** What the team says of a domain goes before what lists say. */
export function natureOf(domain: string): Nature {
  const standing = standingOfDomain(domain)
  if (standing === 'trusted') return { common: true, disposable: false }
  if (standing === 'suspect') return { common: false, disposable: true }
  const common = isCommonProvider(domain)
  return { common, disposable: !common && isListed(domain) }
}

const bitsOf = (facts: Facts): number =>
  (facts.disposable ? signals.disposable : 0) |
  (facts.domainBurst ? signals.domainBurst : 0) |
  (facts.networkBurst ? signals.networkBurst : 0) |
  (facts.mixed ? signals.mixed : 0) |
  (facts.metronome ? signals.metronome : 0)

function bitsOfName(name: string, { names }: Company, at: number): number {
  const { times, total } = names.add(name.toLowerCase(), at)
  const often = total * thresholds.nameShare
  const repeated = times > (often > thresholds.nameHour ? often : thresholds.nameHour)
  return (hasMachineShape(name) ? signals.nameShape : 0) | (repeated ? signals.nameRepeat : 0)
}

/** A domain is given a name for the team only when several use it within an hour: that of one person is theirs. */
const namedFrom = 3

/**
 * How much a signature looks like a machine's: the company it comes in, its name, its rhythm. On the hot path: constant time,
 * bounded memory, no waiting. Nothing of it is kept longer than two hours.
 */
export function assess({ campaignId, form, domain, network, sharedNetwork = false, proof, now }: Arrival): Assessment {
  const at = now.getTime()
  const trusted = standings(at)
  const company = companyOf(campaignId)
  if (company.version !== trusted.version) {
    company.version = trusted.version
    company.crowd.reconsider()
  }
  const key = network === null || sharedNetwork ? null : network.slice(0, networkKeyLength)
  const organisation = organisationOf(domain)
  const seen = { network: key !== null && trusted.networks.has(key) ? null : key, domain: organisation, at }
  const facts = company.crowd.arrive(seen)
  if (!facts.common && company.crowd.countOf(organisation, at) >= namedFrom) noteDomain(organisation)
  const bits = bitsOf(facts) | bitsOfName(form.name, company, at) | (proof === 'missing' ? signals.noProof : 0)
  return { signals: bits, held: isHeld(bits) }
}
