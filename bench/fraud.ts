import { randomUUID } from 'node:crypto'
import { releaseHeld } from '#app/features/integrity/commands/release-held.server.ts'
import {
  startInvalidation,
  undoInvalidation,
  writeInvalidation,
} from '#app/features/integrity/commands/steer-invalidation.server.ts'
import { runInvalidations } from '#app/features/integrity/jobs/run-invalidations.server.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { sumOf } from '#app/features/integrity/rules.ts'
import { invalidationForm } from '#app/features/integrity/schema.ts'
import { signalNames } from '#app/features/signatures/signals.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aStaffMember } from './support/a-staff-member.ts'
import type { Benchmark } from './support/benchmark.ts'
import { honestHour } from './support/fraud/honest.ts'
import { play, type PlayResult } from './support/fraud/play.ts'
import { wave } from './support/fraud/wave.ts'
import { assertEqual } from './support/limit-table.ts'
import { oneNumber, ownDatabase } from './support/own-database.ts'
import { tallyDifferences } from '#prisma/factories/tally-differences.ts'

const sizes = {
  full: { people: 500_000, wave: { fakes: 50_000, networks: 20, domains: 300 } },
  quick: { people: 50_000, wave: { fakes: 5000, networks: 10, domains: 60 } },
}
const goals = { caught: 0.95, peopleHeld: 0.005, minutesToAlarm: 5 }
const start = Date.UTC(2026, 1, 3, 8)
const minute = 60_000
const percent = (share: number) => `${(share * 100).toFixed(3)} %`

const heldNow = async (campaignId: number) => {
  const { rows } = await pool().query<{ id: string }>(
    `select id::text from signature where campaign_id = $1 and state = 'quarantined'`,
    [campaignId],
  )
  return new Set(rows.map(({ id }) => id))
}

const fingerprint = async (campaignId: number) => {
  const { rows } = await pool().query<{ hash: string }>(
    `select md5(string_agg(concat_ws('|', id, state, confirmed_at, held_since, invalidation_id), ',' order by id)) as hash
     from signature where campaign_id = $1`,
    [campaignId],
  )
  return rows[0]?.hash ?? ''
}

/** What is held is invalidated by a rule, that is undone, and all of it released: nobody is lost on the way. */
async function giveBack(campaignId: number, { played }: PlayResult): Promise<string[]> {
  const [camille, dominique] = [await aStaffMember('campaigner'), await aStaffMember('owner')]
  const now = new Date(start + 80 * minute)
  const before = await fingerprint(campaignId)
  const held = (await heldNow(campaignId)).size
  const texts = { reasonFr: 'Vague du 3 février.', reasonEn: 'Wave of 3 February.' }
  const form = { campaign: String(campaignId), signals: [...signalNames], states: ['quarantined'], ...texts }
  const rule = await writeInvalidation(camille, invalidationForm.parse(form), now)
  const steering = { actor: dominique, id: rule?.id ?? 0, now }
  await runInvalidations({ now })
  await startInvalidation(steering)
  await runInvalidations({ now })
  const removed = await oneNumber(
    `select count(*) as n from signature where campaign_id = $1 and state = 'invalidated'`,
    [campaignId],
  )
  await undoInvalidation(steering)
  await runInvalidations({ now })
  const same = (await fingerprint(campaignId)) === before
  const groups = signalNames.map((key) => ({ by: 'signal' as const, key }))
  await releaseHeld({ actor: camille, campaignId, groups, heldUntil: now, trust: false, now })
  const total = await oneNumber(`select count(*) as n from signature where campaign_id = $1 and state = 'confirmed'`, [
    campaignId,
  ])
  const confirmed = await oneNumber(
    'select count(*) as n from signature where campaign_id = $1 and confirmed_at is not null',
    [campaignId],
  )
  const sums = sumOf(await ledgerOf(campaignId))
  return [
    assertEqual('invalidated by a rule', removed, held),
    assertEqual('rows that undoing left otherwise than they were', same ? 0 : 1, 0),
    assertEqual('under review after the release', (await heldNow(campaignId)).size, 0),
    assertEqual('confirmed signatures that count', total, confirmed),
    assertEqual(
      'signatures',
      await oneNumber('select count(*) as n from signature where campaign_id = $1', [campaignId]),
      played.length,
    ),
    assertEqual('cells in which tallies and rows differ', (await tallyDifferences(campaignId)).length, 0),
    assertEqual('sum of the ledger: under review', sums.held, 0),
    assertEqual('sum of the ledger: invalidated', sums.invalidated, 0),
  ]
}

/** A wave of fakes inside an hour of honest signing: how many are caught, how many people are held, and how soon the team knows. */
export const fraud: Benchmark = async ({ quick, seed }) => {
  const { people, wave: size } = quick ? sizes.quick : sizes.full
  const chosen = seed ?? randomSeed()
  const database = await ownDatabase('fraud')
  try {
    const { campaignId } = database
    const { signers, country } = honestHour(people, chosen)
    const attack = wave(size, chosen, country)
    const result = await play(campaignId, [...signers, ...attack.signers], start)
    const held = await heldNow(campaignId)
    const fakes = attack.signers.filter(({ fake }) => fake).length
    const fakesHeld = result.played.filter(({ id, fake }) => fake && held.has(id)).length
    const peopleHeld = result.played.filter(({ id, fake, decoy }) => !fake && !decoy && held.has(id)).length
    const figures = {
      seed: chosen,
      attack: attack.says,
      caught: fakesHeld / fakes,
      peopleHeld: peopleHeld / signers.length,
      minutesToAlarm: result.alarmAt === null ? null : (result.alarmAt - attack.from) / minute,
    }
    const met =
      figures.caught >= goals.caught &&
      figures.peopleHeld <= goals.peopleHeld &&
      figures.minutesToAlarm !== null &&
      figures.minutesToAlarm >= 0 &&
      figures.minutesToAlarm <= goals.minutesToAlarm
    return {
      comparisons: [],
      beside: [
        `seed ${chosen}: ${attack.says}`,
        `caught ${percent(figures.caught)} of ${fakes} fakes (${percent(result.heldOnArrival.fakes / fakes)} as they came)`,
        `held ${percent(figures.peopleHeld)} of ${signers.length} people: ${peopleHeld} (${result.heldOnArrival.people} as they came)`,
        `alarm after ${figures.minutesToAlarm?.toFixed(1) ?? 'never'} simulated minutes`,
        `assess ${result.microsecondsOfAssess.toFixed(1)} µs; a look of the watch ${Math.max(...result.millisecondsOfWatch).toFixed(0)} ms at most`,
        met ? 'every goal is met' : 'A GOAL IS MISSED',
      ],
      checked: await giveBack(campaignId, result),
      figures: { ...figures, goals, met },
    }
  } finally {
    await database.close()
  }
}

const randomSeed = () => Number.parseInt(randomUUID().slice(0, 6), 16)
