import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { Stopwatch, type Slice } from './slice.ts'

export const driverConnections = 32

export interface Statements {
  seconds: number
  /** The next statement; `null` when there is nothing left to write. */
  next: () => pg.QueryConfig | null
  /** That each says it wrote, or gives back. */
  rows?: number
}

export interface DriverCrowd {
  run(statements: Statements): Promise<Slice>
  leave(): Promise<void>
}

/**
 * The driver the product uses, without the product: each connection writes one row, waits for its commit, writes the next.
 * @param options of the session, as `-c name=value`
 */
export async function driverCrowd(url: string, options?: string): Promise<DriverCrowd> {
  const pool = new pg.Pool({
    connectionString: url,
    max: driverConnections,
    min: driverConnections,
    application_name: 'bench-limit',
    options,
  })
  const clients = await Promise.all(Array.from({ length: driverConnections }, () => pool.connect()))

  async function run({ seconds, next, rows = 1 }: Statements): Promise<Slice> {
    const watch = new Stopwatch(seconds)
    let ranOut = false
    const work = async (client: pg.PoolClient) => {
      for (let sentAt = performance.now(); !watch.isOver(sentAt);) {
        const statement = next()
        if (!statement) {
          ranOut = true
          return
        }
        const { rowCount } = await client.query(statement)
        if (rowCount !== rows) throw new Error(`a statement of the limit wrote ${rowCount} rows`)
        const now = performance.now()
        watch.record(sentAt, now)
        sentAt = now
      }
    }
    await Promise.all(clients.map(work))
    return watch.stop({ ranOut })
  }

  return {
    run,
    async leave() {
      for (const client of clients) client.release()
      await pool.end()
    },
  }
}
