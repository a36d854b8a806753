import { expect, test } from 'vitest'
import { solve } from '#app/enhance/prove-work.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { newChallenge } from '../challenge.server.ts'
import { signatureForm } from '../schema.ts'
import { raiseGuard } from './guard.server.ts'
import { signWithProof } from './sign-with-proof.server.ts'

const now = new Date()
const form = (given: Record<string, string> = {}) =>
  signatureForm.parse({
    name: 'Camille Exemple',
    email: 'camille@example.org',
    postcode: '31000',
    consent: 'on',
    ...given,
  })

async function underAttack() {
  const campaign = await aCampaign()
  const until = new Date(now.getTime() + 1_800_000)
  await raiseGuard({ campaignId: campaign.id, until, why: 'burst' }, now)
  const solution = await solve(await newChallenge(campaign.id, now))
  return { solution, signing: { campaign, locale: 'fr' as const, textVersion: 1, now } }
}
const dueTimes = async () => (await db().delivery.findMany({ select: { dueAt: true } })).map(({ dueAt }) => dueAt)

test('work that was done for a form that could not be stored is still good for the next attempt', async () => {
  const { signing, solution } = await underAttack()
  const unstorable = { ...form(), country: 'too long for its column' }
  await expect(signWithProof(unstorable, signing, solution)).rejects.toThrow('too long')
  expect(await db().spentChallenge.count()).toBe(0)
  expect(await signWithProof(form(), signing, solution)).toEqual({ outcome: 'accepted' })
  expect(await dueTimes(), 'its mail leaves at once').toEqual([now])
})

test('work that a stored form has used up is good for no other', async () => {
  const { signing, solution } = await underAttack()
  await signWithProof(form(), signing, solution)
  await signWithProof(form({ email: 'noor@example.org' }), signing, solution)
  const late = (await dueTimes()).filter((due) => due > now)
  expect(late).toHaveLength(1)
  expect(await db().spentChallenge.count()).toBe(1)
})
