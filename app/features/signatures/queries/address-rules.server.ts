import { listen, type Listener } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { standardRules, tableOf, type AddressRule } from '../rules/canonical-address.ts'
import { useAddressRules } from '../whose.server.ts'

/** A rule with where it comes from. */
export interface ListedRule extends AddressRule {
  origin: 'ours' | 'team'
  /** The team's stands in place of one that we bring. */
  replaces: boolean
}

const teamRules = () =>
  db().addressRule.findMany({
    select: { domain: true, ignoresDots: true, tags: true, aliasOf: true },
    orderBy: { domain: 'asc' },
  })

/** Every rule in use: the team's first, then those we bring that none of theirs replaces. */
export async function listAddressRules(): Promise<ListedRule[]> {
  const team = await teamRules()
  const replaced = new Set(team.map(({ domain }) => domain))
  const brought = new Set(standardRules.map(({ domain }) => domain))
  return [
    ...team.map((rule) => ({ ...rule, origin: 'team' as const, replaces: brought.has(rule.domain) })),
    ...standardRules
      .filter(({ domain }) => !replaced.has(domain))
      .map((rule) => ({ ...rule, origin: 'ours' as const, replaces: false })),
  ]
}

/** Reads the team's rules again. */
export async function refreshAddressRules(): Promise<void> {
  useAddressRules(tableOf([...standardRules, ...(await teamRules())]))
}

const minutesBetweenLooks = 1

/** Keeps this process's rules true: looks when another process tells, and every minute in case nobody could. */
export async function followAddressRules(): Promise<Listener> {
  const look = () =>
    void refreshAddressRules().catch((error: unknown) => log.warn('cannot read the rules of addresses', { error }))
  await refreshAddressRules()
  const listener = listen({ rules: look }, look)
  const timer = setInterval(look, minutesBetweenLooks * 60_000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await listener.stop()
    },
  }
}
