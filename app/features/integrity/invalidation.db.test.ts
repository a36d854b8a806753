import { beforeEach, expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anIntegrityDesk, later, noon, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { domainIndex } from '../signatures/indexes.server.ts'
import { runBatch } from './commands/run-invalidation.server.ts'
import {
  cancelInvalidation,
  dropInvalidation,
  pauseInvalidation,
  resumeInvalidation,
  startInvalidation,
  undoInvalidation,
} from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { ledgerOf } from './queries/ledger.server.ts'
import { sumOf } from './rules.ts'

let desk: IntegrityDesk

beforeEach(async () => {
  desk = await anIntegrityDesk()
})

const invalidation = (id: number) => db().invalidation.findUniqueOrThrow({ where: { id } })
const snapshot = () =>
  db().signature.findMany({
    select: { id: true, state: true, confirmedAt: true, heldSince: true, invalidationId: true, cleared: true },
    orderBy: { id: 'asc' },
  })

test('a rule is counted first, and touches nothing while it is', async () => {
  await desk.sign({ domain: 'fake.example' })
  await desk.sign({ domain: 'fake.example', state: 'pending' })
  await desk.sign()
  await desk.countAnew()
  const before = await snapshot()
  const id = await desk.written()
  expect(await invalidation(id)).toMatchObject({
    state: 'counted',
    drySignatures: 2,
    dryCounted: 1,
    toLook: 3,
    signatures: 0,
  })
  expect(await snapshot()).toEqual(before)
  expect(await ledgerOf(desk.campaign.id)).toEqual([])
})

test('started, it removes what it counted, in tallies and ledger too, and undone it gives exactly that back', async () => {
  await desk.sign({ domain: 'fake.example', department: '75', confirmedAt: new Date('2026-01-20T23:30:00Z') })
  await desk.sign({ domain: 'fake.example', state: 'pending' })
  await desk.sign({ domain: 'fake.example', state: 'quarantined', confirmedAt: noon })
  await desk.sign({ department: null, country: 'BE' })
  await pool().query(
    `insert into ledger_entry (campaign_id, day, event, rule, signatures, counted, held, invalidated) values ($1, '2026-02-01', 'held', 'mixed', 1, 0, 1, 0)`,
    [desk.campaign.id],
  )
  await desk.countAnew()
  const before = await snapshot()
  const id = await desk.written()
  expect(await startInvalidation(desk.steering(id))).toEqual({ outcome: 'done' })
  await runInvalidations({ now: later(62) })
  expect(await desk.states()).toEqual({ confirmed: 1, invalidated: 3 })
  expect(await invalidation(id)).toMatchObject({ state: 'done', signatures: 3, counted: 1 })
  expect(await desk.differences()).toEqual([])
  expect(sumOf(await ledgerOf(desk.campaign.id))).toEqual({ counted: -1, held: 0, invalidated: 3 })
  expect((await ledgerOf(desk.campaign.id)).find(({ event }) => event === 'invalidated')).toMatchObject({
    invalidation: id,
    reasonFr: 'Adresses inventées.',
    signatures: 3,
  })

  expect(await undoInvalidation(desk.steering(id))).toEqual({ outcome: 'done' })
  await runInvalidations({ now: later(63) })
  expect(await snapshot()).toEqual(before)
  expect(await invalidation(id)).toMatchObject({
    state: 'undone',
    signatures: 3,
    counted: 1,
    givenBack: 3,
    givenBackCounted: 1,
  })
  expect(await desk.differences()).toEqual([])
  expect(sumOf(await ledgerOf(desk.campaign.id))).toEqual({ counted: 0, held: 1, invalidated: 0 })
})

test('at the end of every batch the tallies are what a recount would say', async () => {
  const rows = 45_000
  await pool().query(
    `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at, domain_index)
     select $1, ('0190a1b2-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, decode(md5(n::text), 'hex'), '', '', lpad((1 + n % 90)::text, 2, '0'), 'FR', case when n % 5 = 0 then 'en' else 'fr' end, 1, false,
       case when n % 7 = 0 then 'pending' else 'confirmed' end::signature_state, $2, $2, case when n % 7 <> 0 then $2::timestamptz + make_interval(mins => n % 3000) end, case when n % 3 = 0 then $3::bytea else $4::bytea end
     from generate_series(1, ${rows}) n`,
    [desk.campaign.id, noon, domainIndex('fake.example'), domainIndex('example.org')],
  )
  await desk.countAnew()
  const id = await desk.written()
  const dry = await invalidation(id)
  await startInvalidation(desk.steering(id))
  let batches = 0
  for (let outcome = 'went-on'; outcome === 'went-on'; batches += 1) {
    outcome = await runBatch(id, later(62))
    expect(await desk.differences()).toEqual([])
  }
  expect(batches).toBeGreaterThan(2)
  expect(await invalidation(id)).toMatchObject({
    state: 'done',
    signatures: rows / 3,
    counted: dry.dryCounted,
    looked: rows,
  })
  await undoInvalidation(desk.steering(id))
  for (let outcome = 'went-on'; outcome === 'went-on';) {
    outcome = await runBatch(id, later(63))
    expect(await desk.differences()).toEqual([])
  }
  expect((await desk.states())['invalidated']).toBeUndefined()
  expect(sumOf(await ledgerOf(desk.campaign.id))).toEqual({ counted: 0, held: 0, invalidated: 0 })
}, 60_000)

test('above the threshold who starts a rule is not who wrote it; below, one person may', async () => {
  for (let n = 0; n < 3; n += 1) await desk.sign({ domain: 'fake.example' })
  const id = await desk.written()
  expect(await startInvalidation(desk.steering(id, desk.camille))).toEqual({ outcome: 'done' })
  await db().integritySetting.create({ data: { id: 1, twoPeopleAbove: 2 } })
  await cancelInvalidation(desk.steering(id))
  const second = await desk.written()
  expect(await startInvalidation(desk.steering(second, desk.camille))).toEqual({ outcome: 'needs-another' })
  expect(await startInvalidation(desk.steering(second))).toEqual({ outcome: 'done' })
})

test('paused it waits where it is, cancelled it leaves what it removed, and that can be undone', async () => {
  await desk.sign({ domain: 'fake.example' })
  await desk.countAnew()
  const id = await desk.written()
  await startInvalidation(desk.steering(id))
  expect(await pauseInvalidation(desk.steering(id))).toEqual({ outcome: 'done' })
  expect(await runBatch(id, later(62))).toBe('not-now')
  expect(await desk.states()).toEqual({ confirmed: 1 })
  await resumeInvalidation(desk.steering(id))
  expect(await runBatch(id, later(62))).toBe('finished')
  expect(await cancelInvalidation(desk.steering(id))).toEqual({ outcome: 'not-possible' })
  await undoInvalidation(desk.steering(id))
  await runInvalidations({ now: later(63) })
  expect(await desk.states()).toEqual({ confirmed: 1 })
  expect(await startInvalidation(desk.steering(id))).toEqual({ outcome: 'not-possible' })
  expect(await dropInvalidation(desk.steering(id))).toEqual({ outcome: 'not-possible' })
})

test('two processes that work on one rule remove each signature once', async () => {
  for (let n = 0; n < 40; n += 1) await desk.sign({ domain: 'fake.example' })
  await desk.countAnew()
  const id = await desk.written()
  await startInvalidation(desk.steering(id))
  await Promise.all(Array.from({ length: 6 }, () => runBatch(id, later(62))))
  await runInvalidations({ now: later(62) })
  expect(await invalidation(id)).toMatchObject({ state: 'done', signatures: 40, counted: 40 })
  expect(await desk.differences()).toEqual([])
  expect(sumOf(await ledgerOf(desk.campaign.id)).invalidated).toBe(40)
})

test.each<[string, Record<string, unknown>, number]>([
  ['a domain, its parent or its address', { domains: 'mail.fake.example; someone@other.example' }, 2],
  ['a network', { domains: '', networks: '0102030405060708090a0b0c' }, 1],
  ['a window in Paris', { domains: '', from: '2026-02-01T11:59', to: '2026-02-01T12:01' }, 3],
  ['a name, whatever its accents', { domains: '', name: 'helene *' }, 1],
  ['a name within other conditions', { name: '*vef*' }, 0],
  ['a name and a domain', { domains: 'other.example', name: 'hel*' }, 1],
  ['a place', { domains: '', departments: '2a', countries: '' }, 1],
  ['a country', { domains: '', countries: 'va' }, 1],
  ['a language and a domain', { languages: ['en'] }, 0],
  ['a language', { domains: '', countries: 'va', languages: ['en'] }, 1],
  ['another language', { domains: '', countries: 'va', languages: ['fr'] }, 0],
  ['a signal', { domains: '', signals: ['mixed'] }, 1],
  ['a state and a domain', { domains: 'other.example', states: ['pending'] }, 0],
  ['a state', { domains: 'other.example', states: ['confirmed'] }, 1],
])('a rule finds signatures by %s', async (_, given, found) => {
  await desk.sign({ domain: 'fake.example', network: Buffer.from('0102030405060708090a0b0c', 'hex'), signals: 8 })
  await desk.sign({ domain: 'other.example', name: 'Hélène Lefèvre', department: '2A', createdAt: later(20) })
  await desk.sign({ country: 'VA', department: null, locale: 'en' })
  await desk.sign({ state: 'withdrawn', domain: 'fake.example', signals: 8 })
  const id = await desk.written(given)
  // The window holds the withdrawn one too, which no rule removes.
  expect((await invalidation(id)).drySignatures).toBe(given.from ? found - 1 : found)
})

test('a rule concerns no signature that came after it was written', async () => {
  await desk.sign({ domain: 'fake.example' })
  await desk.sign({ domain: 'fake.example', createdAt: later(90) })
  const id = await desk.written()
  expect((await invalidation(id)).drySignatures).toBe(1)
})

test('a line of the ledger is never changed', async () => {
  await desk.sign({ domain: 'fake.example' })
  await startInvalidation(desk.steering(await desk.written()))
  await runInvalidations({ now: later(62) })
  await expect(pool().query('update ledger_entry set signatures = 0')).rejects.toThrow('never changed')
  await expect(pool().query('delete from ledger_entry')).rejects.toThrow('never changed')
})
