import pg from 'pg'
import { log } from '../log/log.server.ts'
import { forgetSingleton, singleton } from '../singleton.ts'

interface Address {
  url: string | null
}

const address = () => singleton<Address>('database-address', () => ({ url: null }))

/** Says which database this process uses. Called once, by whoever composes the process. */
export function useDatabase(url: string): void {
  address().url = url
}

export function databaseUrl(): string {
  const { url } = address()
  if (!url) throw new Error('useDatabase() was not called')
  return url
}

/** A server that vanishes says nothing. Without a sign of life the system would believe in an idle connection for two hours. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 }

/** What pg says when an answer did not come in time. It has no code of its own. */
const lateAnswer = 'Query read timeout'
/** Connection failure (class 08): whether the statement was done is not known, and whoever asked may come back. */
const connectionFailure = '08006'

function openPool(own: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({
    connectionString: databaseUrl(),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5000,
    ...keptAlive,
    ...own,
  })
  // A connection that breaks is replaced at the next use; without a listener it would end the process.
  const lost = (error: Error) => log.warn('database connection lost', { error })
  made.on('error', lost)
  made.on('connect', (client) => client.on('error', lost))
  // The pool says this before it answers, and never lends again a client that is given back with an error.
  made.on('release', (error: Error | undefined) => {
    if (error?.message === lateAnswer) Object.assign(error, { code: connectionFailure })
  })
  return made
}

/** The connections that every room shares: Prisma for the ordinary, SQL for the hot paths. */
export const pool = (): pg.Pool => singleton('pool', () => openPool({ max: 20, application_name: 'portevoix' }))

/** A plan made while the tables were small would read them whole at every group once they are large: the index is always taken. */
export const byIndexAlways =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan'

/** Milliseconds. A group is written in some ten: whoever waited this long waits for a database that is gone. */
const longestAnswer = 15_000

/** Few connections for the statements that sign and confirm. */
export const hotPool = (): pg.Pool =>
  singleton('hot-pool', () =>
    openPool({ max: 4, application_name: 'portevoix-hot', options: byIndexAlways, query_timeout: longestAnswer }),
  )

export async function closePool(): Promise<void> {
  const open = [pool(), hotPool()]
  for (const name of ['pool', 'hot-pool', 'prisma']) forgetSingleton(name)
  await Promise.all(open.map((one) => one.end()))
}
