import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { confirmationCode } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { codeForm, signatureForm } from '../schema.ts'
import { confirmByCode, mostCodeTries } from './confirm-by-code.server.ts'
import { confirmTarget } from './confirm-signature.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const email = 'camille@example.org'
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const sign = (given: Record<string, string> = {}) =>
  signPetition(signatureForm.parse({ name: 'Camille Exemple', email, postcode: '31000', consent: 'on', ...given }), {
    campaign,
    locale: 'fr',
    textVersion: 1,
    now: noon,
  })
const signatures = () => db().signature.findMany({ orderBy: { householdRank: 'asc' } })
const codeOf = (id: string) => confirmationCode({ campaignId: campaign.id, id })
const type = (code: string, { to = email, now = noon } = {}) =>
  confirmByCode(codeForm.parse({ email: to, code }), { campaignId: campaign.id, now })
/** Right for nobody here. */
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')
const refused = { outcome: 'refused' }

async function theCode(): Promise<string> {
  const [one] = await signatures()
  return codeOf(one?.id ?? '')
}

test('the code of the mail confirms and counts, as the link does', async () => {
  await sign()
  const code = await theCode()
  expect(await type(`${code.slice(0, 3)}\u00A0${code.slice(3)}`)).toEqual({
    outcome: 'confirmed',
    campaignId: campaign.id,
    locale: 'fr',
  })
  expect(await signatures()).toMatchObject([{ state: 'confirmed', confirmedAt: noon }])
  expect(await db().tally.findFirst({ where: { dimension: 'all' }, select: { n: true } })).toEqual({ n: 1 })
  expect(await type(code, { to: 'CAMILLE+petition@example.org' })).toMatchObject({ outcome: 'already-confirmed' })
})

test('a wrong code, another address and another campaign have one answer', async () => {
  await sign()
  const code = await theCode()
  const other = await aCampaign()
  expect(await type(wrong(code))).toEqual(refused)
  expect(await type(code, { to: 'noor@example.org' })).toEqual(refused)
  expect(await confirmByCode({ email, code }, { campaignId: other.id, now: noon })).toEqual(refused)
  expect(await signatures()).toMatchObject([{ state: 'pending' }])
})

test('after ten wrong codes the right one is refused too, and the link still confirms', async () => {
  await sign()
  const code = await theCode()
  for (let tries = 0; tries < mostCodeTries; tries += 1) expect(await type(wrong(code))).toEqual(refused)
  expect(await type(code)).toEqual(refused)
  const [one] = await signatures()
  expect(one).toMatchObject({ state: 'pending', codeTries: mostCodeTries })
  expect(await confirmTarget({ campaignId: campaign.id, id: one?.id ?? '' }, noon)).toMatchObject({
    outcome: 'confirmed',
  })
})

test('of fifty codes at once ten are tried', async () => {
  await sign()
  const code = await theCode()
  await Promise.all(Array.from({ length: 50 }, () => type(wrong(code))))
  expect(await signatures()).toMatchObject([{ codeTries: mostCodeTries }])
})

test('sending the form again gives no new tries', async () => {
  await sign()
  const code = await theCode()
  for (let tries = 0; tries < mostCodeTries; tries += 1) await type(wrong(code))
  await sign()
  expect(await type(code)).toEqual(refused)
})

test('in a household the code says which of the two confirms', async () => {
  await sign()
  await sign({ name: 'Noah Exemple' })
  const [first, second] = await signatures()
  expect(await type(codeOf(second?.id ?? ''))).toMatchObject({ outcome: 'confirmed' })
  expect(await signatures()).toMatchObject([
    { id: first?.id, state: 'pending' },
    { id: second?.id, state: 'confirmed' },
  ])
})

test('an expired signature is confirmed by no code', async () => {
  await sign()
  const code = await theCode()
  expect(await type(code, { now: later(8) })).toEqual(refused)
  expect(await signatures()).toMatchObject([{ state: 'pending', codeTries: 0 }])
})

test('one that its owner took back has no code', async () => {
  await sign()
  await pool().query(`update signature set state = 'withdrawn'`)
  expect(await type(await theCode())).toEqual(refused)
})

test.each(['quarantined', 'invalidated'])('one that is %s answers as any other', async (state) => {
  await sign()
  await pool().query('update signature set state = $1::signature_state', [state])
  const code = await theCode()
  expect(await type(wrong(code))).toEqual(refused)
  expect(await type(code)).toMatchObject({ outcome: 'confirmed' })
})

test.each(['12345', '1234567', 'abcdef', '', '12 34 5x'])('%j is no code', (code) => {
  expect(codeForm.safeParse({ email, code }).error?.issues[0]?.message).toBe('signatures.errors.codeShape')
})

test.each(['123456', ' 123 456 ', '123\u00A0456', '123\u202F456', '123-456', '１２３４５６'])(
  '%j is a code',
  (code) => {
    expect(codeForm.parse({ email, code }).code).toBe('123456')
  },
)
