import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { domainIndex, networkKeyOf } from '../indexes.server.ts'
import type { Standing } from '../signals.ts'

interface Standings {
  /** Changes whenever another is read. */
  version: number
  /** By domain index, hexadecimal. */
  domains: ReadonlyMap<string, Standing>
  /** Networks of today that the team trusts. */
  networks: ReadonlySet<string>
}

interface Kept {
  standings: Standings
  readAt: number
  said: string
}

const lookEvery = 30_000
const none: Standings = { version: 0, domains: new Map(), networks: new Set() }
const kept = () => singleton<Kept>('standings', () => ({ standings: none, readAt: -Infinity, said: '' }))

/** Reads anew what the team said of domains and networks. */
export async function readStandings(now: Date): Promise<void> {
  const { rows } = await pool().query<{ kind: 'domain' | 'network'; key: Buffer; standing: Standing }>(
    'select kind, key, standing from standing where until is null or until > $1 order by kind, key',
    [now],
  )
  const said = rows.map(({ kind, key, standing }) => `${kind}${key.toString('hex')}${standing}`).join()
  const state = kept()
  if (said === state.said) return
  state.said = said
  state.standings = {
    version: state.standings.version + 1,
    domains: new Map(
      rows.filter(({ kind }) => kind === 'domain').map(({ key, standing }) => [key.toString('hex'), standing]),
    ),
    networks: new Set(
      rows
        .filter(({ kind, standing }) => kind === 'network' && standing === 'trusted')
        .map(({ key }) => networkKeyOf(key)),
    ),
  }
}

/** What the team said, from memory: never waits. Looked up again every half minute, behind. */
export function standings(at: number): Standings {
  const state = kept()
  if (at - state.readAt >= lookEvery) {
    state.readAt = at
    void readStandings(new Date(at)).catch((error: unknown) => log.warn('cannot read the standings', { error }))
  }
  return state.standings
}

export function standingOfDomain(domain: string): Standing | undefined {
  const { domains } = kept().standings
  return domains.size === 0 ? undefined : domains.get(domainIndex(domain).toString('hex'))
}
