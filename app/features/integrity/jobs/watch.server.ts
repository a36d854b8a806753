import { LRUCache } from 'lru-cache'
import { firstIdOf } from '#app/features/signatures/jobs/walk.server.ts'
import { domainIndex, networkKeyOf } from '#app/features/signatures/indexes.server.ts'
import { readStandings, standings } from '#app/features/signatures/queries/standings.server.ts'
import { Crowd } from '#app/features/signatures/rules/crowd.ts'
import { Sliding } from '#app/features/signatures/rules/sliding.ts'
import { commonProviders } from '#app/features/signatures/rules/providers.ts'
import { signals } from '#app/features/signatures/signals.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'

const minute = 60_000
const hour = 60 * minute
/** Ids are made when a request comes and their rows committed soon after: what is younger is left for the next look. */
const lag = 3000

export interface Watched {
  crowd: Crowd
  /** Of the last five minutes: all, and those held as they came in or afterwards. */
  all: Sliding
  held: Sliding
  readTo: number
  /** Which standings its domains were judged by. */
  version: number
  /** What was already looked for, and how far: a key that trips anew is looked for in the whole hour. */
  swept: { keys: ReadonlySet<string>; to: number }
}

/** What this process remembers of a campaign between two looks. Lost with it, and read again from the last hour's rows. */
const watched = () => singleton('watched-campaigns', () => new LRUCache<number, Watched>({ max: 50 }))
const disposables = () => singleton('watched-disposables', () => new LRUCache<string, true>({ max: 20_000 }))
const commons = () =>
  singleton(
    'common-domain-indexes',
    () => new Set([...commonProviders()].map((name) => domainIndex(name).toString('hex'))),
  )

function watchedOf(campaignId: number, now: Date): Watched {
  const trusted = standings(now.getTime())
  const known = watched().get(campaignId)
  if (known) {
    if (known.version !== trusted.version) known.crowd.reconsider()
    known.version = trusted.version
    return known
  }
  const made: Watched = {
    crowd: new Crowd(natureOfKey),
    all: new Sliding(5 * minute),
    held: new Sliding(5 * minute),
    readTo: now.getTime() - hour,
    version: trusted.version,
    swept: { keys: new Set(), to: 0 },
  }
  watched().set(campaignId, made)
  return made
}

export const forgetWatched = (): void => watched().clear()

function natureOfKey(key: string) {
  const standing = standings(0).domains.get(key)
  if (standing === 'trusted') return { common: true, disposable: false }
  const common = commons().has(key)
  return { common, disposable: !common && (standing === 'suspect' || disposables().has(key)) }
}

interface Pair {
  minute: Date
  network: Buffer | null
  domain: Buffer | null
  n: number
  held: number
  disposable: boolean
}

/** What came since the last look, by network and domain: a range of the primary key, and never more than an hour of it. */
async function pairsSince(campaignId: number, from: number, to: number): Promise<Pair[]> {
  const { rows } = await pool().query<Pair>(
    `select date_trunc('minute', created_at) as minute, network_index as network, domain_index as domain, count(*)::int as n,
       (count(*) filter (where held_since is not null))::int as held, bool_or(signals & ${signals.disposable} <> 0) as disposable
     from signature where campaign_id = $1 and id >= $2::uuid and id < $3::uuid and domain_index is not null
     group by 1, 2, 3 order by 1`,
    [campaignId, firstIdOf(new Date(from)), firstIdOf(new Date(to))],
  )
  return rows
}

/** Reads what came and says what is odd about it now. @returns how many were held as they came in */
export async function look(campaignId: number, now: Date): Promise<{ watching: Watched; held: number }> {
  await readStandings(now)
  const watching = watchedOf(campaignId, now)
  const to = now.getTime() - lag
  const from = Math.max(watching.readTo, to - hour)
  if (to <= from) return { watching, held: 0 }
  const trusted = standings(now.getTime()).networks
  let held = 0
  for (const pair of await pairsSince(campaignId, from, to)) {
    const domain = pair.domain?.toString('hex') ?? ''
    if (pair.disposable) disposables().set(domain, true)
    const network = pair.network && networkKeyOf(pair.network)
    const own = network !== null && trusted.has(network) ? null : network
    const at = Math.max(pair.minute.getTime(), from)
    watching.crowd.arrive({ network: own, domain, at, n: pair.n, held: pair.held })
    held += pair.held
    // When they came and not now: after a start a whole hour is read at once, and it is no wave.
    watching.held.add(at, pair.held)
    watching.all.add(at, pair.n)
  }
  watching.readTo = to
  return { watching, held }
}
