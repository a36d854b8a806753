import { domainIndex } from '#app/features/signatures/indexes.server.ts'
import { signals } from '#app/features/signatures/signals.ts'
import type { Conditions } from './schema.ts'

export interface Sql {
  where: string
  values: unknown[]
}

const bytes = (keys: readonly string[]) => keys.map((key) => Buffer.from(key, 'hex'))

const indexesOf = ({ domains, domainKeys }: Conditions): Buffer[] => [...bytes(domainKeys), ...domains.map(domainIndex)]

/**
 * The conditions of a rule as SQL over `signature`, all but the name, which is sealed. Values are numbered after `first`.
 */
export function whereOf(rule: Conditions, first: number): Sql {
  const parts: string[] = []
  const values: unknown[] = []
  const also = (given: boolean, condition: (place: string) => string, value: unknown) => {
    if (!given) return
    values.push(value)
    parts.push(condition(`$${first + values.length}`))
  }
  const domains = indexesOf(rule)
  also(domains.length > 0, (place) => `domain_index = any(${place}::bytea[])`, domains)
  also(rule.networks.length > 0, (place) => `network_index = any(${place}::bytea[])`, bytes(rule.networks))
  also(rule.from !== null, (place) => `created_at >= ${place}::timestamp at time zone 'Europe/Paris'`, rule.from)
  also(rule.to !== null, (place) => `created_at < ${place}::timestamp at time zone 'Europe/Paris'`, rule.to)
  also(rule.departments.length > 0, (place) => `department = any(${place}::text[])`, rule.departments)
  also(rule.countries.length > 0, (place) => `country = any(${place}::text[])`, rule.countries)
  also(rule.languages.length > 0, (place) => `locale = any(${place}::text[])`, rule.languages)
  const mask = rule.signals.reduce((bits, name) => bits | signals[name], 0)
  also(mask !== 0, (place) => `signals & ${place}::int <> 0`, mask)
  also(rule.states.length > 0, (place) => `state::text = any(${place}::text[])`, rule.states)
  return { where: parts.length > 0 ? parts.join(' and ') : 'true', values }
}
