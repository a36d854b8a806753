import pg from 'pg'
import { log } from '../log/log.server.ts'
import { forgetSingleton, singleton } from '../singleton.ts'

interface Address {
  url: string | null
  /** Roles that connections of this process may take on. */
  roles: readonly string[]
}

const address = () => singleton<Address>('database-address', () => ({ url: null, roles: [] }))

/** Says which database this process uses, and which roles it may take on there. Called once, by whoever composes the process. */
export function useDatabase(url: string, roles: readonly string[] = []): void {
  Object.assign(address(), { url, roles })
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
  // Of a pool that was ended the last good-byes may cross those of the server: nothing is lost any more.
  const lost = (error: Error) => {
    if (!made.ending) log.warn('database connection lost', { error })
  }
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

/** The same for letters, apart: a mailing that begins is no reason for somebody who signs to wait for a connection. */
export const mailPool = (): pg.Pool =>
  singleton('pool-of-letters', () =>
    openPool({ max: 3, application_name: 'portevoix-mail', options: byIndexAlways, query_timeout: longestAnswer }),
  )

const rolePools = () => singleton('role-pools', () => new Map<string, pg.Pool>())

/**
 * Connections that take on a role as they open: what that role may not see, they do not. Where the server does not let this
 * process take it on (said once at the start), the shared connections.
 */
export function poolAs(role: string): pg.Pool {
  if (!address().roles.includes(role)) return pool()
  const known = rolePools().get(role)
  if (known) return known
  const made = openPool({ max: 8, application_name: 'portevoix', options: `-c role=${role}` })
  rolePools().set(role, made)
  return made
}

export async function closePool(): Promise<void> {
  const open = [pool(), hotPool(), mailPool(), ...rolePools().values()]
  for (const name of ['pool', 'hot-pool', 'pool-of-letters', 'role-pools', 'prisma', 'prisma-as']) forgetSingleton(name)
  await Promise.all(open.map((one) => one.end()))
}
