import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { forgetReportForms, publishBarometer } from './commands/publish-barometer.server.ts'
import { setWeekAside, takeWeekBack } from './commands/set-week-aside.server.ts'
import { publishBarometers } from './jobs/publish-barometer.server.ts'
import { takeReport } from './commands/take-report.server.ts'
import { countAside, publicBarometer, reportedWeeks, trueBarometer } from './queries/barometer.server.ts'
import { reportForm, type Report } from './barometer/report.ts'

const thursday = new Date('2026-02-05T23:30:00Z') // Friday in Paris
const monday = '2026-02-02'
const nextWeek = new Date('2026-02-10T08:00:00Z')

const report = (more: Partial<Record<keyof Report, string>> = {}): Report =>
  reportForm.parse({ letter: 'L01', outcome: 'silent', days: 'upTo60', department: '31', ...more })

async function many(campaignId: number, n: number, { now = thursday, ...more }: { now?: Date; letter?: string } = {}) {
  for (let at = 0; at < n; at += 1) await takeReport(campaignId, report(more), now)
}

test('a report is one more in a count of its week, and nothing else of it is kept', async () => {
  const { id } = await aCampaign()
  await many(id, 2)
  const { rows } = await pool().query('select *, week::text as week from barometer_count')
  expect(rows).toEqual([
    {
      campaign_id: id,
      week: monday,
      letter: 'L01',
      outcome: 'silent',
      days: 'upTo60',
      department: '31',
      invented: false,
      n: 2,
    },
  ])
  const kept = await pool().query(
    `select data_type from information_schema.columns where table_name like 'barometer%' and data_type like '%timestamp%'`,
  )
  expect(kept.rows, 'no time finer than a week').toEqual([])
})

test('a page sent twice counts once, at the same moment too', async () => {
  const { id } = await aCampaign()
  const once = randomUUID()
  const sent = await Promise.all([1, 2, 3].map(() => takeReport(id, report({ once }), thursday)))
  expect(sent.map(({ outcome }) => outcome).toSorted()).toEqual(['already-counted', 'already-counted', 'counted'])
  await takeReport(id, report({ once, letter: 'L05' }), nextWeek)
  expect(await trueBarometer(id)).toEqual({ 'answer/L01/silent': 1, 'days/silent/upTo60': 1, 'department/31': 1 })
})

test('chance values of pages are forgotten after two weeks, counts are not', async () => {
  const { id } = await aCampaign()
  await many(id, 1)
  await forgetReportForms(nextWeek)
  expect(await db().barometerForm.count()).toBe(1)
  await forgetReportForms(new Date('2026-02-16T08:00:00Z'))
  expect(await db().barometerForm.count()).toBe(0)
  expect(await db().barometerCount.count()).toBe(1)
})

test('numbers appear when a crowd reported, in tens, and stay until twenty more did', async () => {
  const { id } = await aCampaign()
  const other = await aCampaign({ slug: 'other' })
  await many(other.id, 19)
  await many(id, 19)
  expect(await publishBarometer(id, thursday)).toEqual({ outcome: 'stays' })
  expect(await publicBarometer(id)).toBeNull()
  await many(id, 6)
  expect(await publishBarometer(id, thursday)).toEqual({ outcome: 'published', number: 1 })
  const shown = { 'answer/L01/silent': 20, 'days/silent/upTo60': 20, 'department/31': 20 }
  expect(await publicBarometer(id)).toEqual({ number: 1, asOf: monday, shown })
  await many(id, 19, { now: nextWeek })
  expect(await publishBarometer(id, nextWeek)).toEqual({ outcome: 'stays' })
  await many(id, 1, { now: nextWeek })
  expect(await publishBarometer(id, nextWeek)).toEqual({ outcome: 'published', number: 2 })
  expect((await publicBarometer(id))?.shown['answer/L01/silent']).toBe(40)
})

test('the numbers are looked at once a day, at five in Paris, in summer and in winter', async () => {
  const { id } = await aCampaign()
  await many(id, 25)
  for (const early of ['2026-02-05T03:07:00Z', '2026-07-05T04:07:00Z']) await publishBarometers.run(new Date(early))
  expect(await publicBarometer(id)).toBeNull()
  await publishBarometers.run(new Date('2026-07-05T03:07:00Z'))
  expect(await publicBarometer(id)).toMatchObject({ number: 1 })
  await many(id, 20)
  await publishBarometers.run(new Date('2027-02-05T04:07:00Z'))
  expect(await publicBarometer(id)).toMatchObject({ number: 2 })
  expect(publishBarometers.at).toBe('7 3,4 * * *')
})

test('a week set aside is in no number, leaves a trace, and can be taken back', async () => {
  const { id } = await aCampaign()
  const actor = await anActor('owner')
  await many(id, 16)
  await many(id, 40, { now: nextWeek, letter: 'L03' })
  await publishBarometer(id, nextWeek)
  const week = '2026-02-09'
  expect(await setWeekAside({ actor, campaignId: id, week }, 'wave', nextWeek)).toEqual({ outcome: 'set-aside' })
  expect(await setWeekAside({ actor, campaignId: id, week }, 'trial', nextWeek)).toEqual({ outcome: 'unchanged' })
  expect(await setWeekAside({ actor, campaignId: id, week: '2026-03-02' }, 'wave', nextWeek)).toEqual({
    outcome: 'unchanged',
  })
  expect(await reportedWeeks(id)).toEqual([
    { week, n: 40, alike: 40, aside: 'wave' },
    { week: monday, n: 16, alike: 16, aside: null },
  ])
  expect(await countAside(id)).toBe(1)
  await publishBarometer(id, nextWeek)
  expect((await publicBarometer(id))?.shown).toEqual({
    'answer/L01/silent': 10,
    'days/silent/upTo60': 10,
    'department/31': 10,
  })
  expect(await takeWeekBack({ actor, campaignId: id, week }, nextWeek)).toEqual({ outcome: 'taken-back' })
  expect(await takeWeekBack({ actor, campaignId: id, week }, nextWeek)).toEqual({ outcome: 'unchanged' })
  expect((await trueBarometer(id))['answer/L03/silent']).toBe(40)
  const trail = await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true, detail: true } })
  expect(trail).toEqual([
    { action: 'barometer.set-aside', detail: { week, reason: 'wave', reports: 40 } },
    { action: 'barometer.taken-back', detail: { week } },
  ])
})
