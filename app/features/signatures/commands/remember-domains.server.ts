import { LRUCache } from 'lru-cache'
import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { domainIndex, domainPlace } from '../indexes.server.ts'

interface Noted {
  known: LRUCache<string, true>
  waiting: Set<string>
  timer: NodeJS.Timeout | null
}

const mostKnown = 50_000
const mostWaiting = 5000
const pauseBetweenWrites = 5000

const noted = () =>
  singleton<Noted>('noted-domains', () => ({
    known: new LRUCache({ max: mostKnown }),
    waiting: new Set(),
    timer: null,
  }))

/** Keeps the name of a domain for the team, soon and behind: the path of a signature does not wait for it. */
export function noteDomain(domain: string): void {
  const memory = noted()
  if (memory.known.has(domain) || memory.waiting.size >= mostWaiting) return
  memory.known.set(domain, true)
  memory.waiting.add(domain)
  memory.timer ??= setTimeout(() => {
    memory.timer = null
    writeDomains(new Date()).catch((error: unknown) => log.warn('cannot keep the names of domains', { error }))
  }, pauseBetweenWrites).unref()
}

/** Writes the names that were noted, sealed. Names that cannot be written are noted again when they come again. */
export async function writeDomains(now: Date): Promise<void> {
  const memory = noted()
  const names = [...memory.waiting].toSorted()
  memory.waiting.clear()
  if (names.length === 0) return
  const indexes = names.map(domainIndex)
  try {
    await pool().query(
      `insert into mail_domain (index, sealed_name, first_seen)
       select index, sealed_name, $3 from unnest($1::bytea[], $2::bytea[]) as t(index, sealed_name) on conflict do nothing`,
      [indexes, names.map((name, at) => seal(name, domainPlace(indexes[at] ?? Buffer.alloc(0)))), now],
    )
  } catch (error) {
    for (const name of names) memory.known.delete(name)
    throw error
  }
}
