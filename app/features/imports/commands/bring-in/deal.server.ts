import { createHash } from 'node:crypto'
import { keepListed } from '#app/features/mailings/commands/import-suppressions.server.ts'
import { enterBatchWith, type EnterOutcome } from '#app/features/paper/commands/enter-batch.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import type { Plan } from '../../queries/plan.server.ts'
import type { CsvRecord } from '../../rules/csv.ts'
import { readRow, type PaperRow } from '../../rules/rows.ts'
import type { KnownReason, Reason, Refusal } from '../../schema.ts'
import { bringIn, placed, whoIsKnown, type Placed } from './people.server.ts'

/** What became of some rows. */
export interface Dealt {
  fresh: number
  /** Rows that did not come in, wrong ones and known ones. */
  refusals: Refusal[]
}

/** Of a check: people that stood in the file before, by a part of their index. Of a run the table itself knows. */
export type Seen = Set<number>

const seenBytes = 6

interface Read {
  people: Placed[]
  paper: { line: number; row: PaperRow }[]
  refusals: Refusal[]
}

function readAll(plan: Plan, records: readonly CsvRecord[], today: string): Read {
  const rules = { ...plan, today }
  const read: Read = { people: [], paper: [], refusals: [] }
  for (const { line, cells } of records) {
    const row = readRow(cells, rules)
    if (row.kind === 'refused') read.refusals.push({ line, column: row.column, reason: row.reason })
    else if (row.kind === 'paper') read.paper.push({ line, row: row.paper })
    else read.people.push(placed(plan.campaignId, line, row.person))
  }
  return read
}

/** Of the same person the first row; the others are told. */
function eachOnce(people: readonly Placed[], seen: Seen, refusals: Refusal[]): Placed[] {
  const here = new Set<string>()
  return people.filter(({ line, emailIndex }) => {
    const key = emailIndex.toString('latin1')
    const mark = emailIndex.readUIntBE(0, seenBytes)
    const isAgain = here.has(key) || seen.has(mark)
    here.add(key)
    seen.add(mark)
    if (isAgain) refusals.push({ line, column: null, reason: 'twiceInFile' })
    return !isAgain
  })
}

interface Dealing {
  tx: Transaction
  plan: Plan
  /** `YYYY-MM-DD` in Paris. */
  today: string
  now: Date
  /** Nothing comes in: it is only looked at. */
  seen: Seen | null
}

const known = (people: readonly Placed[], reasons: ReadonlyMap<number, KnownReason>): Refusal[] =>
  people.flatMap(({ line }) => {
    const reason = reasons.get(line)
    return reason === undefined ? [] : [{ line, column: null, reason }]
  })

async function dealWithPeople({ tx, plan, now, seen }: Dealing, { people, refusals }: Read): Promise<Dealt> {
  const once = eachOnce(people, seen ?? new Set(), refusals)
  const asking = {
    importId: plan.id,
    campaignId: plan.campaignId,
    kind: plan.kind === 'signatures' ? ('signature' as const) : ('subscriber' as const),
  }
  const reasons = await whoIsKnown(tx, asking, once)
  refusals.push(...known(once, reasons))
  const fresh = once.filter(({ line }) => !reasons.has(line))
  if (seen) return { fresh: fresh.length, refusals }
  const came = await bringIn(tx, { ...asking, activates: plan.activates, now }, fresh)
  const late = fresh.filter(({ line }) => !came.has(line))
  refusals.push(...late.map(({ line }) => ({ line, column: null, reason: 'importedBefore' as const })))
  return { fresh: came.size, refusals }
}

async function dealWithBlocks({ tx, now, seen }: Dealing, { people, refusals }: Read): Promise<Dealt> {
  const once = eachOnce(people, seen ?? new Set(), refusals)
  const rows = await tx.$queryRawUnsafe<{ line: number }[]>(
    `select p.line from unnest($1::int[], $2::bytea[]) as p(line, mailbox)
     where exists (select from suppression s where s.email_index = p.mailbox)`,
    once.map(({ line }) => line),
    once.map(({ mailbox }) => mailbox),
  )
  const reasons = new Map(rows.map(({ line }) => [line, 'leftAlone' as const]))
  refusals.push(...known(once, reasons))
  const fresh = once.filter(({ line }) => !reasons.has(line))
  if (!seen)
    await keepListed(
      tx,
      once.map(({ person }) => ({ address: person.email })),
      now,
    )
  return { fresh: fresh.length, refusals }
}

const paperReasons: Record<Exclude<EnterOutcome['outcome'], 'entered'>, Reason> = {
  'text-unknown': 'textUnknown',
  'in-future': 'inFuture',
  'scan-known': 'alreadyHere',
  'not-correctable': 'notCorrectable',
}

/** A row that names no scan stands for its line of this very file. */
const hashOf = ({ sha256 }: Plan, line: number) => createHash('sha256').update(`${sha256}:${line}`).digest('hex')

async function dealWithPaper({ tx, plan, now, seen }: Dealing, { paper, refusals }: Read): Promise<Dealt> {
  let fresh = 0
  const { campaignId, locale, textVersion: version, starterId } = plan
  for (const { line, row } of paper) {
    const scanHash = row.scanHash ?? hashOf(plan, line)
    if (seen || starterId === null) {
      const bytes = Uint8Array.from(Buffer.from(scanHash, 'hex'))
      const where = { campaignId, scanHash: bytes, state: { in: ['entered' as const, 'verified' as const] } }
      if ((await tx.paperBatch.count({ where })) > 0) refusals.push({ line, column: null, reason: 'alreadyHere' })
      else fresh += 1
      continue
    }
    const form = { ...row, scanHash, text: { campaignId, locale, version }, corrects: undefined, reason: null }
    const entered = await enterBatchWith(tx, { actor: { id: starterId }, form, now })
    if (entered.outcome === 'entered') fresh += 1
    else refusals.push({ line, column: null, reason: paperReasons[entered.outcome] })
  }
  return { fresh, refusals }
}

/** Deals with some rows of a file: looks at them, or brings them in, in the transaction that moves the position. */
export function dealWith(dealing: Dealing, records: readonly CsvRecord[]): Promise<Dealt> {
  const read = readAll(dealing.plan, records, dealing.today)
  switch (dealing.plan.kind) {
    case 'paper':
      return dealWithPaper(dealing, read)
    case 'suppressions':
      return dealWithBlocks(dealing, read)
    case 'signatures':
    case 'subscribers':
      return dealWithPeople(dealing, read)
  }
}
