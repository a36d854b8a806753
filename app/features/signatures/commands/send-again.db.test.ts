import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { minutesWithoutProof } from '../rules.ts'
import { signatureForm } from '../schema.ts'
import { confirmTarget } from './confirm-signature.server.ts'
import { sendAgain } from './send-again.server.ts'
import type { Proof } from './sign/taken.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const email = 'camille@example.org'
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (name = 'Camille Exemple', proof: Proof = 'not-asked', now = noon) =>
  signPetition(signatureForm.parse({ name, email, postcode: '31000', consent: 'on' }), {
    campaign,
    locale: 'fr',
    textVersion: 1,
    now,
    proof,
  })
const again = (now: Date, to = email) => sendAgain(to, { campaignId: campaign.id, now })
const mails = () =>
  db().delivery.findMany({ orderBy: { dueAt: 'asc' }, select: { kind: true, dueAt: true, lane: true } })

test('whoever waits in vain gets the mail again, a minute after the one before', async () => {
  await sign()
  await again(later(0.5), 'Camille+x@EXAMPLE.org')
  expect(await mails()).toEqual([
    { kind: 'confirmation', dueAt: noon, lane: 0 },
    { kind: 'confirmation', dueAt: later(1), lane: 0 },
  ])
})

test('an address is written to five times at most, however often the mail is asked for', async () => {
  await sign()
  for (let minute = 1; minute <= 9; minute += 1) await again(later(minute))
  expect(await mails()).toHaveLength(5)
})

test('whoever had confirmed is told so', async () => {
  await sign()
  const [one] = await db().signature.findMany({ select: { id: true } })
  await confirmTarget({ campaignId: campaign.id, id: one?.id ?? '' }, later(1))
  await again(later(2))
  expect((await mails()).map(({ kind }) => kind)).toEqual(['confirmation', 'already_signed'])
})

test('nothing is sent for an address that never signed, one that expired, or one that was taken back', async () => {
  await again(noon, 'noor@example.org')
  await sign()
  await again(later(8 * 24 * 60))
  await pool().query(`update signature set state = 'withdrawn'`)
  await again(later(5))
  expect(await mails()).toHaveLength(1)
})

test('both of a household get theirs', async () => {
  await sign()
  await sign('Noah Exemple')
  await again(later(5))
  expect(await mails()).toHaveLength(4)
  const deliveries = await db().delivery.findMany({ select: { subjectId: true } })
  expect(new Set(deliveries.map(({ subjectId }) => subjectId)).size).toBe(2)
})

test.each(['quarantined', 'invalidated'])('one that is %s gets the same mails as any other', async (state) => {
  await sign()
  await pool().query('update signature set state = $1::signature_state', [state])
  await again(later(2))
  await pool().query(`update signature set confirmed_at = $1`, [noon])
  await again(later(4))
  expect((await mails()).map(({ kind }) => kind)).toEqual(['confirmation', 'confirmation', 'already_signed'])
})

test('asking again never shortens the wait of a signature without proof of work', async () => {
  await sign('Camille Exemple', 'missing')
  await again(later(1))
  await again(later(2))
  const [first, ...others] = await mails()
  expect(first?.dueAt).toEqual(later(minutesWithoutProof))
  expect(others.map(({ dueAt }) => dueAt)).toEqual([later(minutesWithoutProof + 1), later(minutesWithoutProof + 1)])
})

test('nor does it once the form was sent a second time while the first mail waits', async () => {
  await sign('Camille Exemple', 'missing')
  await sign('Camille Exemple', 'missing', later(1))
  await again(later(2))
  await again(later(4))
  expect((await mails()).map(({ dueAt }) => dueAt).filter((due) => due < later(minutesWithoutProof))).toEqual([])
})

test('a first mail that was tried and put off holds back nobody who asks again', async () => {
  await sign('Camille Exemple', 'missing')
  await pool().query(`update delivery set state = 'deferred', due_at = $1`, [later(60)])
  await again(later(12))
  expect((await mails()).map(({ dueAt }) => dueAt)).toEqual([later(12), later(60)])
})
