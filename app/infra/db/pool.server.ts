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

function openPool(own: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({
    connectionString: databaseUrl(),
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5000,
    ...own,
  })
  // A connection that breaks is replaced at the next use; without a listener it would end the process.
  const lost = (error: Error) => log.warn('database connection lost', { error })
  made.on('error', lost)
  made.on('connect', (client) => client.on('error', lost))
  return made
}

/** The connections that every room shares: Prisma for the ordinary, SQL for the hot paths. */
export const pool = (): pg.Pool => singleton('pool', () => openPool({ max: 20, application_name: 'portevoix' }))

/** A plan made while the tables were small would read them whole at every group once they are large: the index is always taken. */
export const byIndexAlways =
  '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan'

/** Few connections for the statements that sign and confirm. */
export const hotPool = (): pg.Pool =>
  singleton('hot-pool', () => openPool({ max: 4, application_name: 'portevoix-hot', options: byIndexAlways }))

export async function closePool(): Promise<void> {
  const open = [pool(), hotPool()]
  for (const name of ['pool', 'hot-pool', 'prisma']) forgetSingleton(name)
  await Promise.all(open.map((one) => one.end()))
}
