import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { runBatch } from '#app/features/integrity/commands/run-invalidation.server.ts'
import {
  startInvalidation,
  undoInvalidation,
  writeInvalidation,
} from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { sumOf } from '#app/features/integrity/rules.ts'
import { invalidationForm } from '#app/features/integrity/schema.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { domainIndex } from '#app/features/signatures/indexes.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { tallyDifferences } from '#prisma/factories/tally-differences.ts'
import { aStaffMember } from './support/a-staff-member.ts'
import type { Benchmark } from './support/benchmark.ts'
import { assertEqual } from './support/limit-table.ts'
import { oneNumber, ownDatabase, type OwnDatabase } from './support/own-database.ts'

/** As the British Parliament did in 2016: 77,000 of 3.6 million, half of them from one very small country. */
const sizes = { full: { all: 3_600_000, fakes: 77_000 }, quick: { all: 100_000, fakes: 2100 } }
const goalSeconds = 300

/** Signatures of four days, the wanted ones spread among them; one in twelve not confirmed, one in a hundred under review. */
const fill = `
insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name,
  state, held_since, mailed_at, created_at, confirmed_at, domain_index)
select $1, (lpad(to_hex(extract(epoch from at)::bigint * 1000), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
  decode(md5(n::text) || md5((-n)::text), 'hex'), decode(repeat('5a', 68), 'hex'), decode(repeat('5a', 56), 'hex'),
  lpad((1 + n % 95)::text, 2, '0'), case when fake then 'VA' else 'FR' end, case when n % 7 = 0 then 'en' else 'fr' end, 1, false,
  (case when n % 100 = 0 then 'quarantined' when n % 12 = 0 then 'pending' else 'confirmed' end)::signature_state,
  case when n % 100 = 0 then at end, at, at, case when n % 12 <> 0 then at + make_interval(mins => n % 600) end, $4::bytea
from (
  select n, '2026-02-01T08:00:00Z'::timestamptz + make_interval(secs => n * 4.0 * 86400 / $2::bigint) as at,
    (n * $3::bigint) / $2::bigint <> ((n - 1) * $3::bigint) / $2::bigint as fake
  from generate_series($5::int, $6::int) n
) rows`

async function makeRows(campaignId: number, { all, fakes }: { all: number; fakes: number }): Promise<void> {
  const atOnce = 200_000
  for (let from = 1; from <= all; from += atOnce)
    await pool().query(fill, [
      campaignId,
      all,
      fakes,
      domainIndex('example.org'),
      from,
      Math.min(all, from + atOnce - 1),
    ])
  await pool().query('vacuum analyze signature')
}

/** As text: what undoing must give back. */
async function fingerprint(campaignId: number): Promise<string> {
  const { rows } = await pool().query<{ hash: string }>(
    `select md5(string_agg(md5(concat_ws('|', id, state, confirmed_at, held_since, invalidation_id)), '' order by id)) as hash
     from signature where campaign_id = $1 and (country = 'VA' or state <> 'confirmed')`,
    [campaignId],
  )
  return rows[0]?.hash ?? ''
}

async function killedHalfway(database: OwnDatabase, id: number, half: number): Promise<number> {
  const child = fork(path.join(import.meta.dirname, 'support', 'run-rules.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, BENCH_DATABASE: database.url },
  })
  const ended = once(child, 'exit')
  for (;;) {
    const { looked, state } = await db().invalidation.findUniqueOrThrow({ where: { id } })
    if (looked >= half || state === 'done') break
    await pause(5)
  }
  child.kill('SIGKILL')
  await ended
  return (await db().invalidation.findUniqueOrThrow({ where: { id } })).signatures
}

const checkedEvery = 30

/** Takes a rule to its end here; at every so manieth batch the tallies must be what the rows say. */
async function goOn(
  campaignId: number,
  id: number,
): Promise<{ milliseconds: number; batches: number; differences: number; longest: number }> {
  const done = { milliseconds: 0, batches: 0, differences: 0, longest: 0 }
  for (let outcome = 'went-on'; outcome === 'went-on';) {
    const before = performance.now()
    outcome = await runBatch(id, new Date())
    const spent = performance.now() - before
    done.milliseconds += spent
    done.longest = Math.max(done.longest, spent)
    done.batches += 1
    if (done.batches % checkedEvery === 1) done.differences += (await tallyDifferences(campaignId)).length
  }
  done.differences += (await tallyDifferences(campaignId)).length
  return done
}

const texts = {
  reasonFr: '39 000 personnes n’habitent pas au Vatican.',
  reasonEn: 'Not 39,000 people live in the Vatican.',
}

/** Rows, tallies and ledger as they would have become so: what is under review was held by somebody. */
async function prepare(campaignId: number, size: { all: number; fakes: number }): Promise<void> {
  await makeRows(campaignId, size)
  await pool().query(
    `insert into ledger_entry (campaign_id, day, event, rule, signatures, counted, held, invalidated)
     select $1, '2026-02-01', 'held', 'mixed', count(*), 0, count(*), 0 from signature where campaign_id = $1 and state = 'quarantined'`,
    [campaignId],
  )
  await recount(campaignId, new Date())
}

const inState = (campaignId: number, state: string) =>
  oneNumber(`select count(*) as n from signature where campaign_id = $1 and state::text = $2`, [campaignId, state])

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

async function story(database: OwnDatabase, size: { all: number; fakes: number }) {
  const { campaignId } = database
  const before = await fingerprint(campaignId)
  const [camille, dominique] = [await aStaffMember('campaigner'), await aStaffMember('owner')]
  const form = invalidationForm.parse({ campaign: String(campaignId), countries: 'VA', ...texts })
  const writtenAt = new Date('2026-02-20T08:00:00Z')
  const id = (await writeInvalidation(camille, form, writtenAt))?.id ?? 0
  const steering = { actor: dominique, id, now: new Date() }
  const dry = await timed(() => runInvalidations({ now: new Date() }))
  const counted = await db().invalidation.findUniqueOrThrow({ where: { id } })
  const sameHand = await startInvalidation({ ...steering, actor: camille })
  await startInvalidation(steering)
  const half = await killedHalfway(database, id, size.all / 2)
  const afterKill = (await tallyDifferences(campaignId)).length
  const resumed = await goOn(campaignId, id)
  const removed = await inState(campaignId, 'invalidated')
  const sums = sumOf(await ledgerOf(campaignId))
  const held = await inState(campaignId, 'quarantined')
  await undoInvalidation(steering)
  const undone = await goOn(campaignId, id)
  const same = (await fingerprint(campaignId)) === before
  // Once more from the beginning to the end, with nothing in between: the time it takes.
  const again = (await writeInvalidation(camille, form, writtenAt))?.id ?? 0
  await runInvalidations({ now: new Date() })
  await startInvalidation({ ...steering, id: again })
  const run = await timed(() => runInvalidations({ now: new Date() }))
  return { dry, counted, sameHand, half, afterKill, resumed, removed, sums, held, undone, same, run }
}

/** A rule that removes 77,000 of 3.6 million signatures: counted first, killed in the middle, resumed, undone. */
export const invalidate: Benchmark = async ({ quick }) => {
  const size = quick ? sizes.quick : sizes.full
  const database = await ownDatabase('invalidate')
  try {
    await prepare(database.campaignId, size)
    const { dry, counted, sameHand, half, afterKill, resumed, removed, sums, held, undone, same, run } = await story(
      database,
      size,
    )
    const number = (value: number) => value.toLocaleString('en')
    return {
      comparisons: [],
      beside: [
        `dry count of ${number(size.all)}: ${dry.toFixed(1)} s, found ${number(counted.drySignatures)}, of which ${number(counted.dryCounted)} counted`,
        `who wrote it starts it: ${sameHand.outcome}`,
        `killed (SIGKILL) after ${number(half)} were removed, resumed from the cursor: ${resumed.batches} more batches, the longest ${resumed.longest.toFixed(0)} ms`,
        `undo: ${undone.batches} batches, ${(undone.milliseconds / 1000).toFixed(1)} s`,
        `whole removal in one go: ${run.toFixed(1)} s (goal: ${goalSeconds} s)`,
      ],
      checked: [
        assertEqual('found by the dry count', counted.drySignatures, size.fakes),
        assertEqual('removed', removed, size.fakes),
        assertEqual('cells in which tallies and rows differ after the kill', afterKill, 0),
        assertEqual('and at the end of batches', resumed.differences + undone.differences, 0),
        assertEqual('sum of the ledger: invalidated', sums.invalidated, removed),
        assertEqual('sum of the ledger: under review', sums.held, held),
        assertEqual('rows that undoing left otherwise than they were', same ? 0 : 1, 0),
        assertEqual('runs longer than the goal', run > goalSeconds ? 1 : 0, 0),
      ],
      figures: { size, dry, run, undo: undone.milliseconds / 1000, longestBatch: resumed.longest, goalSeconds },
    }
  } finally {
    await database.close()
  }
}
