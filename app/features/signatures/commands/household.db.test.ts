import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { signatureForm } from '../schema.ts'
import { confirmTarget } from './confirm-signature.server.ts'
import { expireUnconfirmed } from '../jobs/expire-unconfirmed.server.ts'
import { disownSignature } from './disown-signature.server.ts'
import { sendAgain } from './send-again.server.ts'
import { rowOf } from './sign/row.server.ts'
import { writeSignatures } from './sign/statement.server.ts'
import { takenOf } from './sign/taken.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

interface Given {
  name: string
  country?: string
  postcode?: string
  minutes?: number
  news?: boolean
}

const sign = ({ name, country = 'FR', postcode = '31000', minutes = 0, news = false }: Given) => {
  const typed = { name, email: 'foyer@example.org', country, postcode, consent: 'on' }
  return signPetition(signatureForm.parse(news ? { ...typed, news: 'on' } : typed), {
    campaign,
    locale: 'fr',
    textVersion: 1,
    now: later(minutes),
  })
}
const ranks = () =>
  db().signature.findMany({ select: { id: true, householdRank: true, state: true }, orderBy: { householdRank: 'asc' } })
const mails = () => db().delivery.findMany({ select: { kind: true, subjectId: true }, orderBy: { dueAt: 'asc' } })
const confirm = (id: string) => confirmTarget({ campaignId: campaign.id, id }, later(5))

test('two people of one household sign with one address, each with a mail of their own', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  const [zoe, noah] = await ranks()
  expect([zoe?.householdRank, noah?.householdRank]).toEqual([0, 1])
  expect((await mails()).map(({ subjectId }) => subjectId)).toEqual([zoe?.id, noah?.id])
  for (const person of [zoe, noah]) expect(await confirm(person?.id ?? '')).toMatchObject({ outcome: 'confirmed' })
  expect(await db().tally.findFirst({ where: { dimension: 'all' }, select: { n: true } })).toEqual({ n: 2 })
})

test('two people who press the button at the same instant are both taken in', async () => {
  await Promise.all([sign({ name: 'Zoë Lefèvre' }), sign({ name: 'Noah Lefèvre' })])
  expect((await ranks()).map(({ householdRank }) => householdRank)).toEqual([0, 1])
  expect(await db().delivery.count()).toBe(2)
})

test('two names at one address share the five mails of an address', async () => {
  for (let n = 0; n < 6; n += 1)
    for (const name of ['Zoë Lefèvre', 'Noah Lefèvre']) await sign({ name, minutes: n * 2 })
  expect(await db().delivery.count()).toBe(5)
})

test('who asks for the mail again asks for both, and never for a sixth', async () => {
  for (const name of ['Zoë Lefèvre', 'Noah Lefèvre']) await sign({ name })
  for (const minutes of [2, 4, 6])
    await sendAgain('foyer@example.org', { campaignId: campaign.id, now: later(minutes) })
  expect(await db().delivery.count()).toBe(5)
})

test('of many forms and requests at one instant no more than five are written to', async () => {
  for (const name of ['Zoë Lefèvre', 'Noah Lefèvre']) await sign({ name })
  const again = () => sendAgain('foyer@example.org', { campaignId: campaign.id, now: later(2) })
  await Promise.all(Array.from({ length: 20 }, again))
  expect(await db().delivery.count()).toBe(5)
})

test('whoever signs in many groups at one instant is written to five times', async () => {
  const form = (name: string) =>
    signatureForm.parse({ name, email: 'foyer@example.org', postcode: '31000', consent: 'on' })
  const signing = { campaign, locale: 'fr' as const, textVersion: 1, now: noon }
  const group = (n: number) => writeSignatures([rowOf(takenOf(form(n % 2 ? 'Zoë Lefèvre' : 'Noah Lefèvre'), signing))])
  await Promise.all(Array.from({ length: 30 }, (_, n) => group(n)))
  expect(await db().delivery.count()).toBe(5)
})

test('whoever confirmed as the second of a household is known when the first is gone', async () => {
  const alone = async () => {
    const [, noah] = await ranks()
    await confirm(noah?.id ?? '')
    return noah?.id
  }
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  const id = await alone()
  await expireUnconfirmed.run(later(8 * 24 * 60))
  expect(await ranks()).toEqual([{ id, householdRank: 0, state: 'confirmed' }])
  await sign({ name: 'Noah Lefèvre', minutes: 9 * 24 * 60 })
  expect(await ranks()).toHaveLength(1)
  expect((await mails()).at(-1)).toEqual({ kind: 'already_signed', subjectId: id })
})

test('the second of a household keeps their place when the first says it was not them', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  const [zoe, noah] = await ranks()
  await confirm(noah?.id ?? '')
  await disownSignature(linkToken('not-me', { campaignId: campaign.id, id: zoe?.id ?? '' }), later(9))
  expect((await ranks()).filter(({ state }) => state === 'confirmed')).toEqual([
    { id: noah?.id, householdRank: 0, state: 'confirmed' },
  ])
})

test('a name written another way is the same person', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'LEFEVRE zoe', minutes: 2 })
  expect(await ranks()).toHaveLength(1)
  await sign({ name: 'Maya Lecœur', minutes: 4 })
  await sign({ name: 'LECOEUR Maya', minutes: 6 })
  expect(await ranks()).toHaveLength(2)
})

test('another name from another place is a correction, not a household', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Zoé Martin', postcode: '75011', minutes: 2 })
  expect(await ranks()).toHaveLength(1)
})

test('a household abroad is one however each of them writes the postcode', async () => {
  await sign({ name: 'Zoë Smith', country: 'GB', postcode: 'SW1A 1AA' })
  await sign({ name: 'Noah Smith', country: 'GB', postcode: 'sw1a-1aa', minutes: 2 })
  expect(await ranks()).toHaveLength(2)
})

test('without a postcode nobody is a household: another name is a correction, the same name the same person', async () => {
  for (const [minutes, name] of ['Ama Mensah', 'Ama Mensah', 'Kofi Mensah'].entries())
    await sign({ name, country: 'GH', postcode: minutes === 0 ? '' : '-', minutes })
  expect(await ranks()).toHaveLength(1)
})

test('the second of a household may correct their form until they confirm it', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  await sign({ name: 'Noah Lefevre-Martin', minutes: 4 })
  const [, second] = await ranks()
  expect(await ranks()).toHaveLength(2)
  expect((await mails()).at(-1)).toEqual({ kind: 'confirmation', subjectId: second?.id })
})

test('a third name at one address is counted by nobody: the mail says what is', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  for (const { id } of await ranks()) await confirm(id)
  await sign({ name: 'Maya Lefèvre', minutes: 9 })
  const [first] = await ranks()
  expect(await ranks()).toHaveLength(2)
  expect((await mails()).at(-1)).toEqual({ kind: 'already_signed', subjectId: first?.id })
})

test('the second of a household who wants no news does not take back what the first asked for', async () => {
  await sign({ name: 'Zoë Lefèvre', news: true })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  expect(await db().subscription.count({ where: { state: 'pending' } })).toBe(1)
})

test('the links of two people of a household are two', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  await sign({ name: 'Noah Lefèvre', minutes: 2 })
  const [zoe, noah] = await ranks()
  const link = (id = '') => linkToken('confirm', { campaignId: campaign.id, id })
  expect(link(zoe?.id)).not.toBe(link(noah?.id))
})
