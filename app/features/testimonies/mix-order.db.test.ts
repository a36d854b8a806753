import { expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { depositTestimony } from './commands/deposit.server.ts'
import { mixOrder } from './commands/mix-order.server.ts'
import { apart } from './queries/apart.server.ts'

const now = new Date('2026-02-04T10:20:30Z')

const aDeposit = (campaign: CampaignSummary, title: string, at = now) =>
  depositTestimony(
    {
      title,
      story: 'Un récit fictif.',
      system: 'control',
      department: null,
      period: null,
      consequences: [],
      attempts: [],
      uses: [],
      contentWarning: null,
      consent: 'on',
    },
    { campaign, locale: 'fr', now: at },
  )

/** Numbers of the transactions that wrote the rows of a table, in the order in which they lie on the disk. */
async function written(table: string): Promise<number[]> {
  const { rows } = await pool().query<{ xmin: string }>(`select xmin::text as xmin from ${table} order by ctid`)
  return rows.map(({ xmin }) => Number(xmin))
}

const all = async (): Promise<unknown> => [
  await apart().testimony.findMany({ orderBy: { id: 'asc' } }),
  await apart().dataKey.findMany({ orderBy: { testimonyId: 'asc' } }),
]

test('after a night nothing in the rows says between which two signatures a testimony came', async () => {
  const campaign = await aCampaign()
  for (let n = 0; n < 12; n += 1) {
    await aSignature({ campaignId: campaign.id })
    await aDeposit(campaign, `Récit ${n}`)
  }
  const signatures = await written('signature')
  const between = (await written('testimonies.testimony')).filter(
    (at) => at > Math.min(...signatures) && at < Math.max(...signatures),
  )
  expect(between.length, 'before').toBeGreaterThan(0)
  const order = async () =>
    (await apart().$queryRaw<{ id: string }[]>`select id from testimonies.testimony order by ctid`).map(({ id }) => id)
  const [before, content] = [await order(), await all()]
  await mixOrder(new Date('2026-02-05T02:47:00Z'))
  const numbers = [...(await written('testimonies.testimony')), ...(await written('testimonies.data_key'))]
  expect(new Set(numbers).size).toBe(1)
  expect(Math.min(...numbers)).toBeGreaterThan(Math.max(...signatures))
  expect(await order()).not.toEqual(before)
  expect(await all()).toEqual(content)
})

test('what came long before keeps the number of its night', async () => {
  const campaign = await aCampaign()
  await aDeposit(campaign, 'Ancien', now)
  await aDeposit(campaign, 'Nouveau', new Date('2026-03-04T10:00:00Z'))
  const [old, recent] = await written('testimonies.testimony')
  await mixOrder(new Date('2026-03-05T02:47:00Z'))
  const after = await written('testimonies.testimony')
  expect(after).toContain(old)
  expect(after).not.toContain(recent)
})
