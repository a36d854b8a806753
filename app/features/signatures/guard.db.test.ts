import { expect, test } from 'vitest'
import { solve } from '#app/enhance/prove-work.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { newChallenge } from './challenge.server.ts'
import { raiseGuard, setGuard } from './commands/guard.server.ts'
import { proveWork } from './commands/prove-work.server.ts'
import { forgetSpentChallenges } from './jobs/forget-challenges.server.ts'
import { isGuardUp, refreshGuards, underAttack } from './queries/guard.server.ts'

const proofOf = async (campaignId: number, solution: unknown, at: Date) =>
  (await proveWork(campaignId, solution, at)).proof

const now = new Date()
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const trail = async () =>
  (await db().auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ action, staffId }) => [action, staffId !== null])

/** The person's browser, at work. */
async function solved(campaignId: number, at = now): Promise<string> {
  const solution = await solve(await newChallenge(campaignId, at))
  if (solution === null) throw new Error('not solved')
  return solution
}

test('nobody asks for anything on an ordinary day', async () => {
  const { id } = await aCampaign()
  await refreshGuards()
  expect(underAttack(id, now)).toBe(false)
  expect(await isGuardUp(id, now)).toBe(false)
  expect(await proofOf(id, undefined, now)).toBe('not-asked')
})

test('the machine raises a guard until a time, prolongs it, and it goes down by itself', async () => {
  const { id } = await aCampaign()
  const other = await aCampaign({ slug: 'other' })
  expect(await raiseGuard({ campaignId: id, until: minutes(10), why: 'burst' }, now)).toEqual({ outcome: 'raised' })
  expect(underAttack(id, now)).toBe(true)
  expect(underAttack(id, minutes(10))).toBe(false)
  expect(underAttack(other.id, now)).toBe(false)
  expect(await raiseGuard({ campaignId: id, until: minutes(20), why: 'burst' }, minutes(5))).toEqual({
    outcome: 'prolonged',
  })
  expect(await raiseGuard({ campaignId: id, until: minutes(7), why: 'burst' }, minutes(6))).toEqual({
    outcome: 'prolonged',
  })
  expect(underAttack(id, minutes(19))).toBe(true)
  expect(await isGuardUp(id, minutes(21))).toBe(false)
  expect(await trail(), 'one entry for one raising').toEqual([['guard.raised', false]])
})

test('what the team decides stands, whatever the machine says', async () => {
  const { id } = await aCampaign()
  const actor = await anActor('campaigner')
  expect(await setGuard({ actor, campaignId: id, mode: 'off' }, now)).toEqual({ outcome: 'set' })
  expect(await raiseGuard({ campaignId: id, until: minutes(10), why: 'burst' }, now)).toEqual({ outcome: 'kept-off' })
  expect(underAttack(id, now)).toBe(false)
  await setGuard({ actor, campaignId: id, mode: 'on' }, now)
  expect(await raiseGuard({ campaignId: id, until: minutes(10), why: 'burst' }, now)).toEqual({ outcome: 'already-on' })
  expect(underAttack(id, minutes(60 * 24 * 365))).toBe(true)
  await setGuard({ actor, campaignId: id, mode: 'auto' }, now)
  expect(underAttack(id, now)).toBe(false)
  expect(await setGuard({ actor, campaignId: id, mode: 'auto' }, now)).toEqual({ outcome: 'already' })
  expect(await trail()).toEqual([
    ['guard.set', true],
    ['guard.set', true],
    ['guard.set', true],
  ])
})

test('a guard that the machine raised can be taken down without forbidding it to rise again', async () => {
  const { id } = await aCampaign()
  const actor = await anActor('campaigner')
  await raiseGuard({ campaignId: id, until: minutes(10), why: 'burst' }, now)
  expect(await setGuard({ actor, campaignId: id, mode: 'auto' }, now)).toEqual({ outcome: 'set' })
  expect(underAttack(id, now)).toBe(false)
  expect(await raiseGuard({ campaignId: id, until: minutes(10), why: 'burst' }, now)).toEqual({ outcome: 'raised' })
})

test('there is no guard without a campaign', async () => {
  const actor = await anActor('campaigner')
  expect(await raiseGuard({ campaignId: 4711, until: minutes(10), why: 'burst' }, now)).toEqual({ outcome: 'unknown' })
  expect(await setGuard({ actor, campaignId: 4711, mode: 'on' }, now)).toEqual({ outcome: 'unknown' })
  expect(await db().campaignGuard.count()).toBe(0)
})

test('the work that our own script does is the work that was asked for, and it counts once', async () => {
  const { id } = await aCampaign()
  await raiseGuard({ campaignId: id, until: minutes(30), why: 'burst' }, now)
  const solution = await solved(id)
  const proofs = await Promise.all(Array.from({ length: 20 }, () => proofOf(id, solution, now)))
  expect(proofs.filter((proof) => proof === 'given')).toHaveLength(1)
  expect(proofs.filter((proof) => proof === 'missing')).toHaveLength(19)
})

test('a solution for another campaign, an old one, a wrong one, a changed one and noise are all missing', async () => {
  const { id } = await aCampaign()
  const other = await aCampaign({ slug: 'other' })
  for (const campaignId of [id, other.id]) await raiseGuard({ campaignId, until: minutes(60), why: 'burst' }, now)
  const good = await solved(id)
  const change = (edit: (text: string) => string) => btoa(edit(atob(good)))
  const bad: Record<string, unknown> = {
    nothing: undefined,
    'an empty field': '',
    'a list': [good],
    noise: 'a'.repeat(500),
    'too much': 'a'.repeat(100_000),
    'JSON of something else': btoa('{"challenge":1}'),
    'another key': change((text) =>
      text.replace(/"derivedKey":"(.)/, (_, digit) => `"derivedKey":"${digit === 'a' ? 'b' : 'a'}`),
    ),
    'a longer life': change((text) => text.replace(/"expiresAt":\d+/, '"expiresAt":9999999999')),
    'an easier sum': change((text) => text.replace(/"keyPrefix":"../, '"keyPrefix":"')),
    'another campaign in the sum': change((text) => text.replace(`"campaign":${id}`, `"campaign":${other.id}`)),
  }
  for (const [what, solution] of Object.entries(bad))
    expect([what, await proofOf(id, solution, now)]).toEqual([what, 'missing'])
  expect(await proofOf(other.id, good, now), 'of another campaign').toBe('missing')
  expect(await proofOf(id, good, minutes(11)), 'ten minutes are over').toBe('missing')
  expect(await proofOf(id, good, minutes(9)), 'the good one is still good').toBe('given')
})

test('spent challenges are forgotten once nobody could use them again', async () => {
  const { id } = await aCampaign()
  await raiseGuard({ campaignId: id, until: minutes(30), why: 'burst' }, now)
  await proofOf(id, await solved(id), now)
  await forgetSpentChallenges.run(minutes(9))
  expect(await db().spentChallenge.count()).toBe(1)
  await forgetSpentChallenges.run(minutes(11))
  expect(await db().spentChallenge.count()).toBe(0)
})
