import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { confirmTarget } from '../commands/confirm-signature.server.ts'
import { signPetition } from '../commands/sign-petition.server.ts'
import { signatureForm } from '../schema.ts'
import { expireUnconfirmed } from './expire-unconfirmed.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const days = (n: number) => later(24 * n)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (given: Record<string, string> = {}, now = noon) =>
  signPetition(
    signatureForm.parse({
      name: 'Camille Exemple',
      email: 'camille@example.org',
      postcode: '31000',
      consent: 'on',
      ...given,
    }),
    { campaign, locale: 'fr', textVersion: 1, now },
  )
const idOf = async () => (await db().signature.findFirstOrThrow({ select: { id: true } })).id
const subscription = () => db().subscription.findFirst()
const confirmFirst = async (at: Date) => confirmTarget({ campaignId: campaign.id, id: await idOf() }, at)

test('news that somebody else asked for are gone after seven days, beside a signature that was confirmed before', async () => {
  await sign()
  await confirmFirst(noon)
  await sign({ name: 'Typed by another', postcode: '75011', news: 'on' }, later(2))
  await expireUnconfirmed.run(later(24 * 7 + 1))
  expect(await subscription()).toMatchObject({ state: 'pending' })
  await expireUnconfirmed.run(later(24 * 7 + 3))
  expect(await subscription()).toBeNull()
})

test('asking for news once more gives them seven days from there', async () => {
  await sign()
  await confirmFirst(noon)
  for (const at of [days(1), days(6)]) await sign({ news: 'on' }, at)
  await expireUnconfirmed.run(days(12))
  expect(await subscription()).toMatchObject({ state: 'pending', createdAt: days(1), askedAt: days(6) })
  await expireUnconfirmed.run(days(14))
  expect(await subscription()).toBeNull()
})

test('an old link does not turn on news that were asked for long after, and a link of these days does', async () => {
  await sign()
  await confirmFirst(noon)
  await sign({ news: 'on' }, days(1))
  await confirmFirst(days(9))
  expect(await subscription()).toMatchObject({ state: 'pending' })
  await sign({ news: 'on' }, days(10))
  await confirmFirst(days(11))
  expect(await subscription()).toMatchObject({ state: 'active' })
})

test('who had left the news and never confirms the next request is one who left, and what was typed is gone', async () => {
  const left = async () => {
    await db().subscription.updateMany({ data: { state: 'unsubscribed', endedAt: noon } })
  }
  await sign({ news: 'on' })
  await confirmFirst(noon)
  await left()
  await sign({ news: 'on' }, days(1))
  await expireUnconfirmed.run(days(9))
  const gone = { state: 'unsubscribed', endedAt: noon, sealedEmail: new Uint8Array(), sealedName: new Uint8Array() }
  expect(await subscription()).toMatchObject(gone)
  await sign({ news: 'on' }, days(10))
  expect(await subscription()).toMatchObject({ state: 'pending' })
  await sign({}, days(11))
  expect(await subscription(), 'taken back by the next form').toMatchObject(gone)
})

test('news that wait for a review of the signature they were asked for with stay as long as it takes', async () => {
  await sign({ news: 'on' })
  await pool().query(`update signature set state = 'quarantined', held_since = $1`, [noon])
  await confirmFirst(later(1))
  await expireUnconfirmed.run(days(40))
  expect(await subscription()).toMatchObject({ state: 'pending' })
  await sign({ news: 'on' }, days(41))
  await expireUnconfirmed.run(days(49))
  expect(await subscription()).toBeNull()
})
