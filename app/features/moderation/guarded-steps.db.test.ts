import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { sealDraft } from '#app/features/testimonies/sealed-story.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { proposePublication } from './commands/draft-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { keyFor } from './commands/settle.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string) => ({ actor, testimonyId, now, keyring })
const story = { title: 'Un contrôle', text: 'Une lettre est venue.', contentWarning: null, quote: null }
const stateOf = async (id: string) => (await db().testimony.findUniqueOrThrow({ where: { id } })).state

test('what the guard forbids is not proposed, whatever a form says', async () => {
  const { id } = await aTestimony()
  const draft = { story: { ...story, text: 'Appelez le 06 39 98 12 34.' }, draftVersion: 0, lookedAt: '1' }
  expect(await proposePublication(draft, hands(await anActor(), id))).toEqual({ outcome: 'points-to-someone' })
  expect(await stateOf(id)).toBe('submitted')
})

test('what the guard doubts is proposed by somebody who says that they looked at as many as it counts', async () => {
  const { id } = await aTestimony()
  const actor = await anActor()
  const draft = { story: { ...story, text: 'Mme Verdier a dit non.' }, draftVersion: 0 }
  expect(await proposePublication(draft, hands(actor, id))).toEqual({ outcome: 'not-looked-at' })
  expect(await proposePublication({ ...draft, lookedAt: '2' }, hands(actor, id))).toEqual({ outcome: 'not-looked-at' })
  expect(await stateOf(id)).toBe('submitted')
  expect(await proposePublication({ ...draft, lookedAt: '1' }, hands(actor, id))).toEqual({ outcome: 'proposed' })
})

test('a proposal older than a rule of the guard is published only by somebody who says that they looked', async () => {
  const { id } = await aTestimony()
  const [proposer, second] = [await anActor(), await anActor()]
  await proposePublication({ story, draftVersion: 0 }, hands(proposer, id))
  const key = await keyFor(hands(proposer, id))
  if (!key) throw new Error('no key')
  const older = { ...story, text: 'Appelez le 06 39 98 12 34.', proposed: true, before: null }
  await db().testimony.update({ where: { id }, data: { sealedDraft: sealDraft(key, { id, version: 1 }, older) } })
  for (const lookedAt of [undefined, '', '0', '2'])
    expect(await publishTestimony({ draftVersion: 1, lookedAt }, hands(second, id))).toEqual({
      outcome: 'not-looked-at',
    })
  expect(await stateOf(id)).toBe('proposed')
  expect(await publishTestimony({ draftVersion: 1, lookedAt: '1' }, hands(second, id))).toEqual({
    outcome: 'awaits-witness',
  })
})
