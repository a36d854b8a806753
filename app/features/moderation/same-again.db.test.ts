import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { refuseText } from '#app/features/testimonies/commands/refuse-text.server.ts'
import { openInbox } from '#app/features/testimonies/queries/inbox.server.ts'
import type { Draft } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { openTestimony } from './commands/open-testimony.server.ts'
import type { BesideChoice } from '#app/features/testimonies/beside.ts'
import { refusedVersion } from './workbench.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const text: Draft = { title: 'Un contrôle', text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }
const withoutPlace: BesideChoice = {
  system: true,
  period: 'month',
  department: false,
  consequences: [],
  attempts: [],
}

/** The witness has said no to version 1. */
async function aRefused() {
  const { id, receipt } = await aTestimony()
  const hands = { actor: await anActor(), testimonyId: id, now, keyring }
  await proposePublication({ story: text, draftVersion: 0 }, hands)
  expect(await refuseText({ receipt, draftVersion: 1, why: 'Non.', once: undefined }, now)).toEqual({
    outcome: 'refused',
  })
  return { id, receipt, hands }
}

test('what the witness said no to is not proposed again as it was', async () => {
  const { id, hands } = await aRefused()
  expect(await proposePublication({ story: text, draftVersion: 1 }, hands)).toEqual({ outcome: 'same-as-refused' })
  expect(await db().testimony.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'submitted',
    draftVersion: 1,
    proposedById: null,
  })
  expect(await db().decision.count({ where: { testimonyId: id, kind: 'proposed' } })).toBe(1)
})

test('saved anew or proposed by somebody else, the same text stays the one that was refused', async () => {
  const { hands } = await aRefused()
  expect(await saveDraft({ story: text, draftVersion: 1 }, hands)).toEqual({ outcome: 'saved' })
  const opened = await openTestimony(hands)
  expect(opened && refusedVersion(opened)).toBe(1)
  const another = { ...hands, actor: await anActor(), now: new Date('2026-02-05T18:00:00Z') }
  expect(await proposePublication({ story: text, draftVersion: 2 }, another)).toEqual({ outcome: 'same-as-refused' })
})

test('a change in the text, or in what stands beside it, is another proposal', async () => {
  const [words, beside] = [await aRefused(), await aRefused()]
  const changed = { ...text, text: 'J’étais [[quelque part]].' }
  expect(await proposePublication({ story: changed, draftVersion: 1 }, words.hands)).toEqual({ outcome: 'proposed' })
  const elsewhere = { story: text, choice: withoutPlace, draftVersion: 1 }
  expect(await proposePublication(elsewhere, beside.hands)).toEqual({ outcome: 'proposed' })
})

test('with a word to the witness it is: they read it, and it stays in the history', async () => {
  const { receipt, hands } = await aRefused()
  const againWhy = 'Sans ce passage, on ne comprend plus. Qu’en dites-vous ?'
  expect(await proposePublication({ story: text, draftVersion: 1, againWhy }, hands)).toEqual({ outcome: 'proposed' })
  expect(await openInbox(receipt)).toMatchObject({
    state: 'proposed',
    messages: [{ kind: 'refusal' }, { author: 'team', kind: 'decision', text: againWhy }],
  })
  const opened = await openTestimony(hands)
  expect(opened?.history.at(-1)).toMatchObject({ kind: 'proposed', draftVersion: 2, note: againWhy })
})
