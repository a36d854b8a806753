import { performance } from 'node:perf_hooks'

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
  /**
   * Milliseconds that a row may have to wait for its turn. When more is to be expected, at the pace of the last groups, or
   * when the first in the queue has waited longer, `add` rejects with Overloaded: who would be late is told at once.
   * For people who wait; what nobody may refuse is given `Infinity`.
   */
  patience?: number
  /** Rows that wait at most, whatever the pace: a queue in memory is never unbounded. */
  waiting?: number
  clock?: () => number
}

export interface GroupCommit<Row, Result> {
  /** Resolves once this row is durable. */
  add(row: Row): Promise<Result>
  /** Resolves when nothing waits and nothing is under way. */
  drain(): Promise<void>
}

interface Waiting<Row, Result> {
  row: Row
  since: number
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** Milliseconds for a row, until the first large group was measured: 10,000 rows a second. */
const firstGuess = 0.1
const weightOfTheLast = 0.2

/** Two groups met in different orders; PostgreSQL ended one of them, which may simply try again. */
const mayRetry = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')

/** Class 22: this data cannot be stored. One such row must not take the others of its group with it. */
const isAboutData = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)

/** How fast rows go, from the groups that went. */
class Pace {
  readonly #most: number
  #perRow = firstGuess

  /** @param most rows of a full group */
  constructor(most: number) {
    this.#most = most
  }

  /** A small group is mostly its own commit and says little about many rows, unless even it went faster than we thought. */
  learn(rows: number, milliseconds: number, alongside: number): void {
    const seen = milliseconds / rows / alongside
    if (rows * 2 >= this.#most || seen < this.#perRow) this.#perRow += (seen - this.#perRow) * weightOfTheLast
  }

  /** Milliseconds until so many rows have gone. Less than a group goes with the next departure, whatever the pace was. */
  waitFor(rows: number): number {
    return rows < this.#most ? 0 : rows * this.#perRow
  }
}

interface Writing<Row, Result> extends Pick<GroupCommitOptions<Row, Result>, 'flush'> {
  /** A statement took so long. */
  measure: (rows: number, work: Promise<readonly Result[]>) => Promise<readonly Result[]>
}

/** Writes a group and answers everyone in it, whatever happens. */
async function write<Row, Result>(
  group: readonly Waiting<Row, Result>[],
  { flush, measure }: Writing<Row, Result>,
  tries = 0,
): Promise<void> {
  try {
    const results = await measure(group.length, flush(group.map(({ row }) => row)))
    if (results.length !== group.length) throw new Error('flush answered for another number of rows')
    results.forEach((result, at) => group[at]?.resolve(result))
  } catch (error) {
    if (mayRetry(error) && tries < 5) return write(group, { flush, measure }, tries + 1)
    if (isAboutData(error) && group.length > 1) {
      const half = Math.ceil(group.length / 2)
      const halves = [group.slice(0, half), group.slice(half)]
      await Promise.all(halves.map((part) => write(part, { flush, measure })))
    } else for (const { reject } of group) reject(error)
  }
}

/**
 * Group commit: rows that arrive while a flush is under way travel together in the next one. Each caller is answered after
 * its own commit. One durable write costs one flush of the disk, whoever shares it (DeWitt et al. 1984, "Implementation
 * techniques for main memory database systems").
 */
export function groupCommit<Row, Result>({
  flush,
  most = 400,
  inFlight = 3,
  patience = 1000,
  waiting = 10_000,
  clock = () => performance.now(),
}: GroupCommitOptions<Row, Result>): GroupCommit<Row, Result> {
  let queue: Waiting<Row, Result>[] = []
  let flights = 0
  let scheduled = false
  let idle: (() => void)[] = []
  const pace = new Pace(most)

  async function measure(rows: number, work: Promise<readonly Result[]>): Promise<readonly Result[]> {
    const [startedAt, alongside] = [clock(), flights]
    const results = await work
    pace.learn(rows, clock() - startedAt, alongside)
    return results
  }

  function isTooLate(now: number): boolean {
    const first = queue[0]
    if (!first) return false
    return queue.length >= waiting || now - first.since > patience || pace.waitFor(queue.length) > patience
  }

  function depart() {
    scheduled = false
    while (queue.length > 0 && flights < inFlight) {
      const group = queue.slice(0, most)
      queue = queue.slice(most)
      flights += 1
      void write(group, { flush, measure }).finally(() => {
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
        const since = clock()
        if (isTooLate(since)) return reject(new Overloaded('too many rows wait to be written'))
        queue.push({ row, since, resolve, reject })
        schedule()
      }),
    drain: () =>
      new Promise((resolve) => {
        idle.push(resolve)
        schedule()
      }),
  }
}
