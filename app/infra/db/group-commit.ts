/** More work waits than could be done in time. Answer 503 and ask to come back. */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

export interface GroupCommitOptions<Row, Result> {
  /** Writes all rows in one statement; resolves after the commit, one result for each row in order. */
  flush: (rows: readonly Row[]) => Promise<readonly Result[]>
  /** Rows that travel together at most. */
  most?: number
  /** Statements under way at most. */
  inFlight?: number
  /** Rows that wait at most. Beyond, `add` rejects with Overloaded: a queue in memory is never unbounded. */
  waiting?: number
}

export interface GroupCommit<Row, Result> {
  /** Resolves once this row is durable. */
  add(row: Row): Promise<Result>
  /** Resolves when nothing waits and nothing is under way. */
  drain(): Promise<void>
}

interface Waiting<Row, Result> {
  row: Row
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** Two groups met in different orders; PostgreSQL ended one of them, which may simply try again. */
const mayRetry = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')

/** Class 22: this data cannot be stored. One such row must not take the others of its group with it. */
const isAboutData = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)

/**
 * Group commit: rows that arrive while a flush is under way travel together in the next one. Each caller is answered after
 * its own commit. One durable write costs one flush of the disk, whoever shares it (DeWitt et al. 1984, "Implementation
 * techniques for main memory database systems").
 */
export function groupCommit<Row, Result>({
  flush,
  most = 400,
  inFlight = 3,
  waiting = 20_000,
}: GroupCommitOptions<Row, Result>): GroupCommit<Row, Result> {
  let queue: Waiting<Row, Result>[] = []
  let flights = 0
  let scheduled = false
  let idle: (() => void)[] = []

  async function write(group: readonly Waiting<Row, Result>[], tries = 0): Promise<void> {
    try {
      const results = await flush(group.map(({ row }) => row))
      if (results.length !== group.length) throw new Error('flush answered for another number of rows')
      results.forEach((result, at) => group[at]?.resolve(result))
    } catch (error) {
      if (mayRetry(error) && tries < 5) return write(group, tries + 1)
      if (isAboutData(error) && group.length > 1) {
        const half = Math.ceil(group.length / 2)
        await Promise.all([write(group.slice(0, half)), write(group.slice(half))])
      } else for (const { reject } of group) reject(error)
    }
  }

  function depart() {
    scheduled = false
    while (queue.length > 0 && flights < inFlight) {
      const group = queue.slice(0, most)
      queue = queue.slice(most)
      flights += 1
      void write(group).finally(() => {
        flights -= 1
        schedule()
      })
    }
    if (queue.length === 0 && flights === 0) {
      for (const wake of idle) wake()
      idle = []
    }
  }

  // One turn of the event loop, so that requests read in the same turn leave together.
  function schedule() {
    if (scheduled) return
    scheduled = true
    setImmediate(depart)
  }

  return {
    add: (row) =>
      new Promise((resolve, reject) => {
        if (queue.length >= waiting) return reject(new Overloaded('too many rows wait to be written'))
        queue.push({ row, resolve, reject })
        schedule()
      }),
    drain: () =>
      new Promise((resolve) => {
        idle.push(resolve)
        schedule()
      }),
  }
}
