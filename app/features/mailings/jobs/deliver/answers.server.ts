import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'

type Answered = 'handed-over' | 'deferred' | 'failed'

interface Cell {
  'handed-over': number
  deferred: number
  failed: number
  /** Bits of recipients, and how many are set. */
  marks: bigint
  marked: number
}

const kept = () => singleton('receivers-answers', () => ({ cells: new Map<string, Cell>() }))

/** More receivers between two writings are not counted one by one: figures are worth no memory without an end. */
const mostReceivers = 20_000
/** Enough to say that a receiver has many mailboxes. */
const enoughMarks = 16

const empty = (): Cell => ({ 'handed-over': 0, deferred: 0, failed: 0, marks: 0n, marked: 0 })

/** Counts an answer of a receiver, in memory. One bit of 64 is kept of whose it was, by a keyed hash. */
export function countAnswer({ receiver, mailbox }: { receiver: string; mailbox: string }, answered: Answered): void {
  const { cells } = kept()
  const cell = cells.get(receiver) ?? empty()
  if (!cells.has(receiver) && cells.size >= mostReceivers) return
  cells.set(receiver, cell)
  cell[answered] += 1
  if (cell.marked >= enoughMarks) return
  const mark = 1n << BigInt((mailboxIndex(mailbox)[0] ?? 0) % 64)
  if ((cell.marks & mark) === 0n) cell.marked += 1
  cell.marks |= mark
}

const statement = `
insert into receiver_tally as t (hour, receiver, accepted, deferred, refused, marks, last_accepted_at)
select date_trunc('hour', now(), 'UTC'), receiver, accepted, deferred, refused, marks, case when accepted > 0 then now() end
from unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::bigint[]) as c(receiver, accepted, deferred, refused, marks)
order by receiver
on conflict (hour, receiver) do update set accepted = t.accepted + excluded.accepted, deferred = t.deferred + excluded.deferred,
  refused = t.refused + excluded.refused, marks = t.marks | excluded.marks, last_accepted_at = coalesce(excluded.last_accepted_at, t.last_accepted_at)`

/**
 * Writes down what receivers answered since the last time. A process that is killed loses the seconds since then: these are
 * figures to look at, and no letter depends on them.
 */
export async function writeDownAnswers(): Promise<void> {
  const { cells } = kept()
  if (cells.size === 0) return
  kept().cells = new Map()
  const rows = [...cells]
  const of = (pick: (cell: Cell) => number) => rows.map(([, cell]) => pick(cell))
  try {
    await pool().query(statement, [
      rows.map(([receiver]) => receiver),
      of((cell) => cell['handed-over']),
      of((cell) => cell.deferred),
      of((cell) => cell.failed),
      rows.map(([, { marks }]) => BigInt.asIntN(64, marks).toString()),
    ])
  } catch (error) {
    log.warn('answers of receivers could not be counted', { job: 'deliver', count: rows.length, error })
  }
}
