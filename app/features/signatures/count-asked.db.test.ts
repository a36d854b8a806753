import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { confirmTarget } from './commands/confirm-signature.server.ts'
import { countAsked } from './commands/count-asked.server.ts'
import { disownSignature } from './commands/disown-signature.server.ts'
import { countAskedHourly } from './jobs/count-asked.server.ts'
import { expireUnconfirmed } from './jobs/expire-unconfirmed.server.ts'
import { askedByDay } from './queries/asked.server.ts'

const at = (instant: string) => new Date(`${instant}:00Z`)
const noon = at('2026-02-01T12:00')
const daysLater = (days: number, from = noon) => new Date(from.getTime() + days * 86_400_000)

async function counted(campaignId: number, now: Date) {
  await countAsked(campaignId, now)
  return (await askedByDay(campaignId)).map(({ day, asked, confirmed }) => `${day} ${confirmed}/${asked}`)
}

async function threeOfWhomOneConfirms() {
  const { id: campaignId } = await aCampaign()
  const [one = '', two = ''] = await Promise.all([1, 2, 3].map(() => aSignature({ campaignId, createdAt: noon })))
  await confirmTarget({ campaignId, id: one }, noon)
  return { campaignId, one, two }
}

test('who signed on a day and who of them confirmed are counted together, on whichever day they did', async () => {
  const { campaignId, two } = await threeOfWhomOneConfirms()
  expect(await counted(campaignId, noon)).toEqual(['2026-02-01 1/3'])
  await confirmTarget({ campaignId, id: two }, daysLater(2))
  await aSignature({ campaignId, createdAt: daysLater(2) })
  expect(await counted(campaignId, daysLater(2))).toEqual(['2026-02-01 2/3', '2026-02-03 0/1'])
})

test('a day is one of Paris', async () => {
  const { id: campaignId } = await aCampaign()
  await aSignature({ campaignId, createdAt: at('2026-01-31T23:30') })
  await aSignature({ campaignId, createdAt: at('2026-01-31T22:30') })
  expect(await counted(campaignId, noon)).toEqual(['2026-01-31 0/1', '2026-02-01 0/1'])
})

test('what is held or was removed is in neither number, and is again when it comes back', async () => {
  const { campaignId, one } = await threeOfWhomOneConfirms()
  await aSignature({ campaignId, createdAt: noon, state: 'quarantined' })
  const move = (state: string) => pool().query(`update signature set state = $2 where id = $1`, [one, state])
  await move('invalidated')
  expect(await counted(campaignId, noon)).toEqual(['2026-02-01 0/2'])
  await move('confirmed')
  expect(await counted(campaignId, noon)).toEqual(['2026-02-01 1/3'])
})

test('who withdraws had confirmed; who never signed was never asked', async () => {
  const { campaignId, one, two } = await threeOfWhomOneConfirms()
  for (const id of [one, two]) await disownSignature(linkToken('not-me', { campaignId, id }), noon)
  expect(await counted(campaignId, noon)).toEqual(['2026-02-01 1/2'])
})

test('what expires is not counted away: a day stays as it was while all of it was there', async () => {
  const { campaignId } = await threeOfWhomOneConfirms()
  const lastHour = daysLater(6.4)
  expect(await counted(campaignId, lastHour)).toEqual(['2026-02-01 1/3'])
  await expireUnconfirmed.run(daysLater(7.1))
  expect(await counted(campaignId, daysLater(7.1))).toEqual(['2026-02-01 1/3'])
  expect(await counted(campaignId, daysLater(30))).toEqual(['2026-02-01 1/3'])
})

test('a day of which nobody is left says so, and one campaign is not another', async () => {
  const { campaignId, two } = await threeOfWhomOneConfirms()
  const other = await aCampaign({ slug: 'other' })
  await countAsked(campaignId, noon)
  await pool().query('delete from signature where campaign_id = $1', [campaignId])
  expect(two).not.toBe('')
  expect(await counted(campaignId, noon)).toEqual(['2026-02-01 0/0'])
  expect(await counted(other.id, noon)).toEqual([])
})

test('the hourly job counts small campaigns always and very large ones at night', async () => {
  const { campaignId } = await threeOfWhomOneConfirms()
  await pool().query(`update tally set n = 300000 where campaign_id = $1 and dimension = 'all'`, [campaignId])
  await countAskedHourly.run(noon)
  expect(await askedByDay(campaignId)).toEqual([])
  await countAskedHourly.run(at('2026-02-02T03:29'))
  expect(await askedByDay(campaignId)).toMatchObject([{ day: '2026-02-01', asked: 3, confirmed: 1 }])
})
