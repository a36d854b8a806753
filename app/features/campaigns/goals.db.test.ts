import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { trailPage } from '#app/features/staff/queries/trail.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { actOnGoal } from './commands/goals.server.ts'
import { reachGoals } from './commands/reach-goals.server.ts'
import { goalForm } from './goal-form.ts'
import { watchGoals } from './jobs.server.ts'
import { listGoals } from './queries.server.ts'
import { listOpenDuties } from './queries/duties.server.ts'
import type { CampaignSummary } from './schema.ts'

const now = new Date('2026-03-01T10:00:00Z')
const duty = { dutyFr: 'Nous écrirons.', dutyEn: 'We will write.' }
let campaign: CampaignSummary
let actor: Actor

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
  actor = await anActor('campaigner')
})

const act = (fields: Record<string, unknown>, confirmed = 0) =>
  actOnGoal(goalForm.parse(fields), { actor, campaignId: campaign.id, confirmed, now, today: '2026-03-01' })
const add = (threshold: number, confirmed = 0) =>
  act({ intent: 'add', threshold: String(threshold), ...duty }, confirmed)
async function aGoal(threshold: number): Promise<string> {
  await add(threshold)
  const goal = (await listGoals(campaign.id)).find((one) => one.threshold === threshold)
  return String(goal?.id)
}
const actions = async () => (await trailPage(1)).entries.map(({ action }) => action).toReversed()

test('a goal is set, changed and removed as long as it lies ahead', async () => {
  const goalId = await aGoal(100)
  expect(await act({ intent: 'change', goalId, threshold: '1 200', ...duty })).toEqual({ outcome: 'changed' })
  expect(await listGoals(campaign.id)).toMatchObject([{ threshold: 1200, reachedAt: null }])
  expect(await act({ intent: 'remove', goalId })).toEqual({ outcome: 'removed', goal: { threshold: 1200, ...duty } })
  expect(await act({ intent: 'remove', goalId })).toEqual({ outcome: 'unknown' })
  expect(await actions()).toEqual(['goal.added', 'goal.changed', 'goal.removed'])
})

test('two goals do not stand at one number, and none behind the count', async () => {
  await add(100)
  expect(await add(100)).toEqual({ outcome: 'there-already' })
  const other = await aGoal(200)
  expect(await act({ intent: 'change', goalId: other, threshold: '100', ...duty })).toEqual({
    outcome: 'there-already',
  })
  expect(await add(50, 50)).toEqual({ outcome: 'passed-already' })
  expect(await actions(), 'what was refused leaves no trace').toEqual(['goal.added', 'goal.added'])
})

test('a goal opens its duty once, however many workers look at a time', async () => {
  await add(3)
  await add(10)
  await aTally({ campaignId: campaign.id, n: 4 })
  const opened = await Promise.all([1, 2, 3, 4].map(() => reachGoals(now)))
  expect(opened.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect(await listGoals(campaign.id)).toMatchObject([{ reachedAt: now }, { reachedAt: null }])
  expect((await actions()).filter((action) => action === 'goal.reached')).toHaveLength(1)
})

test('it stays open when the count falls, and does not open twice when it rises again', async () => {
  await add(3)
  await aTally({ campaignId: campaign.id, n: 4 })
  await reachGoals(now)
  await pool().query('update tally set n = 1')
  expect(await reachGoals(now)).toBe(0)
  await pool().query('update tally set n = 9')
  const later = new Date(now.getTime() + 60_000)
  expect(await reachGoals(later)).toBe(0)
  expect(await listGoals(campaign.id)).toMatchObject([{ reachedAt: now }])
  expect(await listOpenDuties('fr')).toMatchObject([{ slug: 'score', threshold: 3, duty: 'Nous écrirons.' }])
})

test('what was promised is no longer changed once it is due', async () => {
  const goalId = await aGoal(3)
  await aTally({ campaignId: campaign.id, n: 3 })
  await reachGoals(now)
  expect(await act({ intent: 'change', goalId, threshold: '9', ...duty })).toEqual({ outcome: 'reached-already' })
  expect(await act({ intent: 'remove', goalId })).toEqual({ outcome: 'reached-already' })
  expect(await listGoals(campaign.id)).toMatchObject([{ threshold: 3 }])
})

test('a duty that is done is told with its day, corrected, and opened again if it was not done', async () => {
  const goalId = await aGoal(3)
  const done = {
    intent: 'done',
    goalId,
    doneOn: '2026-02-27',
    doneFr: 'La lettre est partie.',
    doneEn: 'The letter left.',
  }
  expect(await act(done)).toEqual({ outcome: 'not-reached' })
  await aTally({ campaignId: campaign.id, n: 3 })
  await reachGoals(now)
  expect(await act({ ...done, doneOn: '2026-03-02' })).toEqual({ outcome: 'in-the-future' })
  expect(await act(done)).toEqual({ outcome: 'done' })
  expect(await act({ ...done, doneFr: 'Elle est partie.' })).toEqual({ outcome: 'done' })
  expect(await listGoals(campaign.id)).toMatchObject([{ doneOn: '2026-02-27', doneFr: 'Elle est partie.' }])
  expect(await listOpenDuties('en')).toEqual([])
  expect(await act({ intent: 'not-done', goalId })).toEqual({ outcome: 'not-done' })
  expect(await listGoals(campaign.id)).toMatchObject([{ doneOn: null, doneFr: '' }])
  expect(await listOpenDuties('en')).toHaveLength(1)
})

test('a goal of another campaign is out of reach', async () => {
  const goalId = await aGoal(100)
  campaign = await aCampaign()
  expect(await act({ intent: 'remove', goalId })).toEqual({ outcome: 'unknown' })
  expect(await act({ intent: 'change', goalId, threshold: '5', ...duty })).toEqual({ outcome: 'unknown' })
})

test('a goal is looked at soon after the count has moved', async () => {
  await add(3)
  const watching = watchGoals()
  await aTally({ campaignId: campaign.id, n: 3 })
  await expect
    .poll(
      async () => {
        await pool().query(`select pg_notify('count', $1)`, [String(campaign.id)])
        return (await listGoals(campaign.id))[0]?.reachedAt
      },
      { timeout: 10_000 },
    )
    .not.toBeNull()
  await watching.stop()
})

test.each([
  ['threshold', '0'],
  ['threshold', '12x'],
  ['threshold', '999999999'],
  ['dutyFr', '  '],
  ['dutyEn', 'x'.repeat(401)],
])('a goal whose %s is %j is not taken', (name, value) => {
  expect(goalForm.safeParse({ intent: 'add', threshold: '5', ...duty, [name]: value }).success).toBe(false)
})

test.each(['2026-02-30', '27/02/2026', '', '2026-2-7'])('%j is no day', (doneOn) => {
  const done = { intent: 'done', goalId: '1', doneOn, doneFr: 'x', doneEn: 'x' }
  expect(goalForm.safeParse(done).success).toBe(false)
  expect(goalForm.safeParse({ ...done, doneOn: '2026-02-27' }).success).toBe(true)
})

test('a count that nobody passed opens nothing', async () => {
  await add(3)
  await aTally({ campaignId: campaign.id, n: 2 })
  expect(await reachGoals(now)).toBe(0)
  expect(await db().goal.count({ where: { reachedAt: { not: null } } })).toBe(0)
})
