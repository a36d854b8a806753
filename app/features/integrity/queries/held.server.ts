import { domainIndex, domainPlace } from '#app/features/signatures/indexes.server.ts'
import { commonProviders } from '#app/features/signatures/rules/providers.ts'
import { signalNames, signals, type Signal } from '#app/features/signatures/signals.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { fewestToName } from '../rules.ts'

/** Some of what is under review, by one thing it has in common. Never who. */
export interface Group {
  key: string
  /** Of a domain that several people use. */
  name: string | null
  signatures: number
  /** Confirmed by the owner of the mailbox: they would count. */
  confirmed: number
  since: Date
}

export interface Held {
  signatures: number
  confirmed: number
  networks: Group[]
  domains: Group[]
  signals: { key: Signal; signatures: number; confirmed: number }[]
}

const mostGroups = 50
const held = `from signature where campaign_id = $1 and held_since is not null and state = 'quarantined'`

async function groupsBy(campaignId: number, column: 'network_index' | 'domain_index'): Promise<Group[]> {
  const { rows } = await pool().query<Group>(
    `select encode(${column}, 'hex') as key, null as name, count(*)::int as signatures, count(confirmed_at)::int as confirmed, min(held_since) as since
     ${held} and ${column} is not null group by 1 order by 3 desc, 1 limit ${mostGroups}`,
    [campaignId],
  )
  return rows
}

const commonNames = () =>
  singleton(
    'common-domain-names',
    () => new Map([...commonProviders()].map((name) => [domainIndex(name).toString('hex'), name])),
  )

/** The names of domains that we may name. */
export async function namesOfDomains(keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool().query<{ index: Buffer; sealed: Buffer }>(
    'select index, sealed_name as sealed from mail_domain where index = any($1::bytea[])',
    [keys.map((key) => Buffer.from(key, 'hex'))],
  )
  const names = new Map(rows.map(({ index, sealed }) => [index.toString('hex'), unseal(sealed, domainPlace(index))]))
  for (const key of keys) {
    const name = commonNames().get(key)
    if (name !== undefined) names.set(key, name)
  }
  return names
}

async function named(groups: Group[]): Promise<Group[]> {
  const names = await namesOfDomains(
    groups.filter(({ signatures }) => signatures >= fewestToName).map(({ key }) => key),
  )
  return groups.map((group) => ({ ...group, name: names.get(group.key) ?? null }))
}

/** The domains of what is under review, as the page names them. */
export const heldDomains = (campaignId: number): Promise<Group[]> => groupsBy(campaignId, 'domain_index').then(named)

async function bySignal(campaignId: number) {
  const counts = signalNames.map(
    (name) =>
      `count(*) filter (where signals & ${signals[name]} <> 0)::int as "${name}", count(confirmed_at) filter (where signals & ${signals[name]} <> 0)::int as "${name}Confirmed"`,
  )
  const { rows } = await pool().query<Record<string, number>>(
    `select count(*)::int as signatures, count(confirmed_at)::int as confirmed, ${counts.join(', ')} ${held}`,
    [campaignId],
  )
  const row = rows[0] ?? {}
  return {
    signatures: row.signatures ?? 0,
    confirmed: row.confirmed ?? 0,
    signals: signalNames
      .map((key) => ({ key, signatures: row[key] ?? 0, confirmed: row[`${key}Confirmed`] ?? 0 }))
      .filter(({ signatures }) => signatures > 0),
  }
}

/** What is under review, by network, domain and signal. */
export async function heldOf(campaignId: number): Promise<Held> {
  const [sums, networks, domains] = await Promise.all([
    bySignal(campaignId),
    groupsBy(campaignId, 'network_index'),
    heldDomains(campaignId),
  ])
  return { ...sums, networks, domains }
}

/** How many are under review in all campaigns, from what the ledger sums to. */
export async function countHeld(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>('select coalesce(sum(held), 0)::int as n from ledger_entry')
  return rows[0]?.n ?? 0
}
