import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { confirmTarget } from '../commands/confirm-signature.server.ts'
import { signPetition } from '../commands/sign-petition.server.ts'
import { signatureForm } from '../schema.ts'
import { expireUnconfirmed } from './expire-unconfirmed.server.ts'
import { remindUnconfirmed } from './remind-unconfirmed.server.ts'
import { firstIdOf, nextOfWalk } from './walk.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const hour = 3_600_000
const later = (hours: number) => new Date(noon.getTime() + hours * hour)
const days = (n: number) => later(24 * n)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (name: string, given: Record<string, string> = {}, now = noon) =>
  signPetition(
    signatureForm.parse({ name, email: `${name}@example.org`, postcode: '31000', consent: 'on', ...given }),
    { campaign, locale: 'fr', textVersion: 1, now },
  )
const signatures = () => db().signature.findMany({ orderBy: { id: 'asc' } })
const idOf = async () => (await signatures())[0]?.id ?? ''
/** The first mails were taken by a server at that time. */
const mailsGo = (at: Date) =>
  pool().query(`update delivery set state = 'handed-over', ended_at = $1 where kind = 'confirmation'`, [at])
const reminders = () =>
  db().delivery.findMany({ where: { kind: 'reminder' }, select: { subjectId: true, lane: true, state: true } })
const revisits = () => db().signatureRevisit.count()

test('whoever has not confirmed is reminded once, a day later', async () => {
  await sign('camille')
  await mailsGo(later(0))
  await remindUnconfirmed.run(later(23))
  expect(await reminders()).toEqual([])
  for (const at of [25, 26, 50, 100]) await remindUnconfirmed.run(later(at))
  expect(await reminders()).toEqual([{ subjectId: await idOf(), lane: 2, state: 'queued' }])
  expect(await signatures()).toMatchObject([{ reminded: true, mails: 2, mailedAt: noon }])
})

test('a reminder moves no date: what nobody confirms is gone seven days after the form', async () => {
  await sign('camille')
  await mailsGo(noon)
  await remindUnconfirmed.run(later(25))
  await expireUnconfirmed.run(later(24 * 7 - 1))
  expect(await signatures()).toHaveLength(1)
  await expireUnconfirmed.run(later(24 * 7 + 1))
  expect(await signatures()).toEqual([])
})

test('nobody is reminded who confirmed, was struck out, or was sent five mails', async () => {
  for (const name of ['confirmed', 'invalidated', 'withdrawn', 'tired']) await sign(name)
  await mailsGo(noon)
  const [confirmed, invalidated, withdrawn, tired] = await signatures()
  await confirmTarget({ campaignId: campaign.id, id: confirmed?.id ?? '' }, noon)
  await db().signature.updateMany({ where: { id: invalidated?.id ?? '' }, data: { state: 'invalidated' } })
  await db().signature.updateMany({ where: { id: withdrawn?.id ?? '' }, data: { state: 'withdrawn' } })
  await db().signature.updateMany({ where: { id: tired?.id ?? '' }, data: { mails: 5 } })
  await remindUnconfirmed.run(later(25))
  expect(await reminders()).toEqual([])
})

test('one under review is reminded like any other', async () => {
  await sign('camille')
  await mailsGo(noon)
  await pool().query(`update signature set state = 'quarantined', held_since = $1`, [noon])
  await remindUnconfirmed.run(later(25))
  expect(await reminders()).toHaveLength(1)
})

test('who asked again within the day is reminded a day after that', async () => {
  await sign('camille')
  await sign('camille', {}, later(20))
  await mailsGo(later(20))
  await remindUnconfirmed.run(later(25))
  expect(await reminders()).toEqual([])
  await remindUnconfirmed.run(later(43))
  expect(await reminders()).toEqual([])
  await remindUnconfirmed.run(later(45))
  expect(await reminders()).toHaveLength(1)
  expect(await revisits()).toBe(0)
})

test('who was never sent the first mail is not reminded of it, and who got it late is a day after that', async () => {
  await sign('late')
  await remindUnconfirmed.run(later(25))
  expect(await reminders(), 'still waiting in the queue').toEqual([])
  await mailsGo(later(30))
  await remindUnconfirmed.run(later(50))
  expect(await reminders()).toEqual([])
  await remindUnconfirmed.run(later(80))
  expect(await reminders()).toHaveLength(1)
})

test('an address that no server takes, or that wants no mail, is not reminded', async () => {
  await sign('camille')
  await sign('noor')
  await pool().query(`update delivery set state = 'failed', ended_at = $1 where id = $2`, [noon, await idOf()])
  await pool().query(`update delivery set state = 'suppressed', ended_at = $1 where id <> $2`, [noon, await idOf()])
  await remindUnconfirmed.run(later(25))
  expect(await reminders()).toEqual([])
  expect(await revisits()).toBe(0)
})

test('nobody is reminded of a petition that is closed, nor in the last day before everything is deleted', async () => {
  await sign('camille')
  await mailsGo(noon)
  await db().campaign.updateMany({ data: { state: 'closed' } })
  await remindUnconfirmed.run(later(25))
  expect(await reminders()).toEqual([])
  await db().campaign.updateMany({ data: { state: 'open' } })
  await remindUnconfirmed.run(later(24 * 6 + 1))
  expect(await reminders()).toEqual([])
})

test('two workers at once remind once', async () => {
  for (let n = 0; n < 30; n += 1) await sign(`p${n}`)
  await mailsGo(noon)
  await Promise.all([remindUnconfirmed.run(later(25)), remindUnconfirmed.run(later(25))])
  expect(await reminders()).toHaveLength(30)
})

/** A form that is being written while the reminder begins. */
async function whileAnotherSigns(sql: string): Promise<void> {
  const other = await pool().connect()
  await other.query('begin')
  await other.query(sql)
  const reminding = remindUnconfirmed.run(later(25))
  await until(async () => {
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return (await pool().query(waits)).rows.length > 0
  })
  await other.query('commit')
  other.release()
  await reminding
}

test.each([
  ['of the person', { name: 'Camille' }, 0],
  ['of the other one of the household', { name: 'Noor' }, 1],
])('a reminder is no sixth mail beside a form %s that is written at that moment', async (_, { name }, rank) => {
  await sign('Camille', { email: 'both@example.org' })
  if (rank === 1) await sign(name, { email: 'both@example.org' })
  await mailsGo(noon)
  await pool().query('update signature set mails = 4 - household_rank where household_rank = $1', [rank])
  await whileAnotherSigns(`update signature set mails = mails + 1 where household_rank = ${rank}`)
  expect(await reminders()).toEqual([])
})

test('who was sent the mail again lives seven days from there, to the hour', async () => {
  await sign('early')
  await sign('late')
  await sign('late', {}, days(5))
  await expireUnconfirmed.run(later(24 * 7 + 1))
  expect(await signatures()).toMatchObject([{ mails: 2 }])
  await expireUnconfirmed.run(days(11))
  expect(await signatures()).toHaveLength(1)
  await expireUnconfirmed.run(later(24 * 12 + 1))
  expect(await signatures()).toEqual([])
  expect(await revisits()).toBe(0)
})

test('what waits under review unconfirmed goes with the others', async () => {
  await sign('camille', { news: 'on' })
  await pool().query(`update signature set state = 'quarantined', held_since = $1`, [noon])
  await expireUnconfirmed.run(days(8))
  expect(await signatures()).toEqual([])
  expect(await db().subscription.count()).toBe(0)
})

test('what a rule struck out unconfirmed is deleted after seven days like everything unconfirmed, and the ledger says so', async () => {
  await sign('camille')
  await pool().query(`update signature set state = 'invalidated'`)
  await expireUnconfirmed.run(days(6))
  expect(await signatures()).toHaveLength(1)
  await expireUnconfirmed.run(days(8))
  expect(await signatures()).toEqual([])
  expect(await db().ledgerEntry.findMany()).toMatchObject([
    { event: 'expired', rule: 'unconfirmed', signatures: 1, counted: 0, held: 0, invalidated: -1 },
  ])
})

test('confirmed signatures stay, whatever their state and age', async () => {
  for (const name of ['confirmed', 'quarantined', 'invalidated', 'withdrawn']) await sign(name)
  for (const { id } of await signatures()) await confirmTarget({ campaignId: campaign.id, id }, noon)
  const all = await signatures()
  for (const [at, state] of (['confirmed', 'quarantined', 'invalidated', 'withdrawn'] as const).entries())
    await db().signature.updateMany({ where: { id: all[at]?.id ?? '' }, data: { state } })
  for (const at of [8, 9, 100]) await expireUnconfirmed.run(days(at))
  expect(await signatures()).toHaveLength(4)
})

test('the news that the other person of the household waits for stay', async () => {
  await sign('Camille', { email: 'both@example.org', news: 'on' })
  await sign('Noor', { email: 'both@example.org' }, days(3))
  await expireUnconfirmed.run(days(8))
  expect(await signatures()).toMatchObject([{ householdRank: 0 }]) // alone at the address now
  expect(await db().subscription.count()).toBe(1)
  await expireUnconfirmed.run(days(11))
  expect(await signatures()).toEqual([])
  expect(await db().subscription.count()).toBe(0)
})

test('and they stay while a rule has struck that person out, who may still confirm and be given back', async () => {
  await sign('Camille', { email: 'both@example.org', news: 'on' })
  await sign('Noor', { email: 'both@example.org' }, days(3))
  await pool().query(`update signature set state = 'invalidated' where household_rank = 1`)
  await expireUnconfirmed.run(days(8))
  expect(await db().subscription.count()).toBe(1)
})

const plan = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) }))

test('among a hundred thousand signatures the walk reads only those it has not seen', async () => {
  await pool().query(
    `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
     select $1, (lpad(to_hex((extract(epoch from $2::timestamptz) * 1000)::bigint + n), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
       sha256(n::text::bytea), '', '', 'FR', 'fr', 1, false, (case n % 1000 when 0 then 'pending' else 'confirmed' end)::signature_state, $2, $2, case n % 1000 when 0 then null else $2::timestamptz end
     from generate_series(1, 100000) n`,
    [campaign.id, noon],
  )
  await pool().query('analyze signature')
  await expireUnconfirmed.run(days(8))
  expect(await db().signature.count({ where: { state: 'pending' } })).toBe(0)
  await sign('fresh', {}, days(2))
  const { rows } = await pool().query(`explain (analyze, buffers, format json) ${nextOfWalk()}`, [
    campaign.id,
    firstIdOf(days(3)),
    'expire',
  ])
  const [found] = plan.parse(rows)
  const text = JSON.stringify(found)
  expect(text).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"signature"/)
  expect(text).toMatch(/"Index (Only )?Scan".{0,200}"signature_pkey"/)
  const pages = [...text.matchAll(/"Shared (?:Hit|Read) Blocks":(\d+)/g)].map(([, n]) => Number(n))
  expect(Math.max(...pages), 'pages read, of some two thousand').toBeLessThan(30)
}, 60_000)
