import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { listen, notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { confirmSignature } from './commands/confirm-signature.server.ts'
import { recount } from './commands/recount.server.ts'
import { signPetition } from './commands/sign-petition.server.ts'
import { forgetOldDeliveries } from './jobs.server.ts'
import { expireUnconfirmed } from './jobs/expire-unconfirmed.server.ts'
import { followCounts, liveCount, onCountChange, refreshCounts } from './queries/live-count.server.ts'
import { signatureForm } from './schema.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const days = (n: number) => new Date(noon.getTime() + n * 86_400_000)
let campaign: CampaignSummary

beforeEach(async () => {
  forgetSingleton('live-counts')
  campaign = await aCampaign()
})
afterEach(() => forgetSingleton('live-counts'))

const sign = (name: string, given: Record<string, string> = {}) => {
  const form = signatureForm.parse({ name, email: `${name}@example.org`, postcode: '31000', consent: 'on', ...given })
  return signPetition(form, { campaign, locale: 'fr', textVersion: 1, now: noon })
}
async function confirmAll(now = noon) {
  const waiting = await db().signature.findMany({ where: { state: 'pending' }, select: { id: true } })
  await Promise.all(
    waiting.map(({ id }) => confirmSignature(linkToken('confirm', { campaignId: campaign.id, id }), now)),
  )
}
const tallies = () =>
  db().tally.findMany({
    orderBy: [{ dimension: 'asc' }, { key: 'asc' }],
    select: { day: true, dimension: true, key: true, n: true },
  })

test('whoever confirms sees the new count at once, in this process', async () => {
  await sign('a')
  await sign('b')
  await confirmAll()
  expect(liveCount(campaign.id)).toBe(2)
})

test('another process hears of it', async () => {
  const following = await followCounts()
  const heard = vi.fn<(campaignId: number) => void>()
  const stop = onCountChange(heard)
  // What another process would write and tell.
  await vi.waitFor(async () => {
    await pool().query(`insert into tally values ($1, '2026-02-01', 'all', '', 7) on conflict do nothing`, [
      campaign.id,
    ])
    await pool().query(`select pg_notify('count', $1)`, [String(campaign.id)])
    expect(liveCount(campaign.id)).toBe(7)
  })
  expect(heard).toHaveBeenCalledWith(campaign.id)
  stop()
  await following.stop()
})

test('a count that stands too high is true again soon after the next confirmation, whoever forgot to tell', async () => {
  const following = await followCounts()
  const heard = vi.fn<(payload: string) => void>()
  const ears = listen({ count: heard }, () => {})
  await vi.waitFor(async () => {
    await notify('count', 'is anybody there?')
    expect(heard).toHaveBeenCalled()
  })
  for (const name of ['a', 'b', 'c']) await sign(name)
  await confirmAll()
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(String(campaign.id)))
  await refreshCounts() // after what that telling began
  await pool().query('update tally set n = 1')
  await sign('d')
  await confirmAll()
  await vi.waitFor(() => expect(liveCount(campaign.id)).toBe(2))
  await Promise.all([ears.stop(), following.stop()])
})

test('a recount of true tallies changes nothing', async () => {
  for (const name of ['a', 'b', 'c']) await sign(name)
  await sign('d', { country: 'BE', postcode: '' })
  await confirmAll()
  const before = await tallies()
  expect(await recount(campaign.id, noon)).toMatchObject({ before: 4, after: 4 })
  expect(await tallies()).toEqual(before)
})

test('a recount repairs tallies that went wrong, and the live count with them', async () => {
  await sign('a')
  await confirmAll()
  await pool().query(`update tally set n = 99`)
  await refreshCounts()
  expect(liveCount(campaign.id)).toBe(99)
  expect(await recount(campaign.id, noon)).toMatchObject({ before: 99, after: 1 })
  expect(liveCount(campaign.id)).toBe(1)
})

test('a count that falls to nothing is shown as nothing', async () => {
  await sign('a')
  await confirmAll()
  expect(liveCount(campaign.id)).toBe(1)
  await pool().query('delete from signature')
  expect(await recount(campaign.id, noon)).toMatchObject({ before: 1, after: 0 })
  expect(liveCount(campaign.id)).toBe(0)
})

test('signatures confirmed during a recount are counted once', async () => {
  for (let n = 0; n < 30; n += 1) await sign(`p${n}`)
  await Promise.all([confirmAll(), recount(campaign.id, noon), recount(campaign.id, noon)])
  const { after } = await recount(campaign.id, noon)
  expect(after).toBe(30)
  expect((await tallies()).find(({ dimension }) => dimension === 'all')?.n).toBe(30)
})

test('what nobody confirmed in seven days is deleted, with the news it asked for', async () => {
  await sign('stays', { news: 'on' })
  await confirmAll()
  await sign('leaves', { news: 'on' })
  await expireUnconfirmed.run(days(6))
  expect(await db().signature.count()).toBe(2)
  await expireUnconfirmed.run(days(8))
  expect(await db().signature.findMany({ select: { state: true } })).toEqual([{ state: 'confirmed' }])
  expect(await db().subscription.findMany({ select: { state: true } })).toEqual([{ state: 'active' }])
})

test('confirmation mails that ended are forgotten after a month, and only those', async () => {
  for (const name of ['old', 'waiting']) await sign(name)
  const [first] = await db().delivery.findMany({ orderBy: { id: 'asc' } })
  await db().delivery.updateMany({ where: { id: first?.id ?? '' }, data: { state: 'handed_over' } })
  await forgetOldDeliveries.run(days(29))
  expect(await db().delivery.count()).toBe(2)
  await forgetOldDeliveries.run(days(31))
  expect(await db().delivery.findMany({ select: { state: true } })).toEqual([{ state: 'queued' }])
})
