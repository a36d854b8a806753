import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { forgetWhoLeft } from './jobs.server.ts'

const left = new Date('2026-02-01T11:00:00Z')
const daysLater = (days: number) => new Date(left.getTime() + days * 86_400_000)
const sealed = () =>
  db().subscription.findMany({
    select: { state: true, sealedEmail: true, sealedName: true },
    orderBy: { state: 'asc' },
  })
const nothing = new Uint8Array()

test('who left the news is known by the keyed index alone a month later; who still reads them is not touched', async () => {
  const { id: campaignId } = await aCampaign()
  await aSubscription({ campaignId })
  const gone = await aSubscription({ campaignId })
  await db().subscription.updateMany({ where: { id: gone.id }, data: { state: 'unsubscribed', endedAt: left } })
  const before = await sealed()
  await forgetWhoLeft.run(daysLater(29))
  expect(await sealed()).toEqual(before)
  await forgetWhoLeft.run(daysLater(31))
  expect(await sealed()).toEqual([before[0], { state: 'unsubscribed', sealedEmail: nothing, sealedName: nothing }])
})
