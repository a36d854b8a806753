import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { reply } from '#app/features/testimonies/commands/reply.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { takeBulkStep } from './commands/bulk-step.server.ts'
import { claimTestimony, releaseTestimony } from './commands/claim-testimony.server.ts'
import { declineTestimony, unpublishTestimony } from './commands/close-testimony.server.ts'
import { holdTestimony, noteAsRead } from './commands/set-aside.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { openTestimony } from './commands/open-testimony.server.ts'
import { everything } from './filter.ts'
import { countLists, listQueue } from './queries.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const redacted: Draft = { title: 'Un contrôle', text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string, at = now) => ({ actor, testimonyId, now: at, keyring })
const stateOf = async (id: string) => (await db().testimony.findUniqueOrThrow({ where: { id } })).state

async function aProposal() {
  const { id, campaignId, receipt } = await aTestimony()
  const proposer = await anActor()
  expect(await proposePublication({ story: redacted, draftVersion: 0 }, hands(proposer, id))).toEqual({
    outcome: 'proposed',
  })
  return { id, campaignId, proposer, receipt }
}

test('without the witness’s yes to that very version nothing appears, whoever asks', async () => {
  const { id, campaignId } = await aProposal()
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor('owner'), id))).toEqual({
    outcome: 'awaits-witness',
  })
  expect(await stateOf(id)).toBe('proposed')
  expect(await findPublished(campaignId, id)).toBeNull()
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor('owner'), id))).toEqual({
    outcome: 'someone-was-faster',
  })
})

test('when two of the team agree, the witness’s yes publishes at once, and says so in the trail', async () => {
  const { id, campaignId, receipt } = await aProposal()
  await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'published' })
  expect(await findPublished(campaignId, id)).toMatchObject({ text: redacted.text })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now), 'said twice, it is one yes').toEqual({
    outcome: 'published',
  })
  expect(await db().auditEntry.count({ where: { action: 'testimony.published', subject: `testimony:${id}` } })).toBe(1)
})

test('the witness and the second person may say yes at the same instant, and it appears once', async () => {
  const { id, receipt } = await aProposal()
  const second = await anActor()
  await Promise.all([
    approveText({ receipt, draftVersion: 1, appears }, now),
    publishTestimony({ draftVersion: 1 }, hands(second, id)),
  ])
  await publishTestimony({ draftVersion: 1 }, hands(second, id))
  expect(await stateOf(id)).toBe('published')
  expect(await db().decision.count({ where: { testimonyId: id, kind: 'published' } })).toBe(1)
})

test('with the consents to quote and to the press only the quote appears, and the story has no page', async () => {
  const { id, campaignId, receipt } = await aTestimony({ uses: ['quote', 'press'] })
  const proposer = await anActor()
  expect(await proposePublication({ story: redacted, draftVersion: 0 }, hands(proposer, id))).toEqual({
    outcome: 'no-consent',
  })
  const story = { ...redacted, quote: 'J’étais à [[mon agence]].' }
  await proposePublication({ story, draftVersion: 0 }, hands(proposer, id))
  await approveText({ receipt, draftVersion: 1, appears }, now)
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))).toEqual({ outcome: 'published' })
  expect(await db().testimony.findUniqueOrThrow({ where: { id } })).toMatchObject({
    publishedText: null,
    publishedTitle: null,
    publishedQuote: 'J’étais à [[mon agence]].',
  })
  expect(await findPublished(campaignId, id)).toBeNull()
})

test('a session that opens nothing reads and writes no story', async () => {
  const { id } = await aTestimony()
  const actor = await anActor()
  const closed = { ...hands(actor, id), keyring: null }
  expect(await saveDraft({ story: redacted, draftVersion: 0 }, closed)).toEqual({ outcome: 'vault-closed' })
  expect(await openTestimony(closed)).toMatchObject({ original: null, draft: null })
  expect((await listQueue({ filter: everything }, closed, now)).items).toMatchObject([{ title: null }])
})

test('whoever reads a text again is given the one that was proposed before, sealed with it', async () => {
  const { id } = await aProposal()
  const editor = await anActor()
  const second = { ...redacted, text: 'J’étais [[quelque part]].' }
  const third = { ...redacted, text: 'J’étais [[dans une agence]].' }
  expect(await saveDraft({ story: second, draftVersion: 1 }, hands(editor, id))).toEqual({ outcome: 'saved' })
  expect(await openTestimony(hands(editor, id))).toMatchObject({
    draft: { text: second.text },
    before: { text: redacted.text, version: 1 },
  })
  expect(await saveDraft({ story: redacted, draftVersion: 2 }, hands(editor, id))).toEqual({ outcome: 'saved' })
  expect(await proposePublication({ story: third, draftVersion: 3 }, hands(editor, id))).toEqual({
    outcome: 'proposed',
  })
  expect(await openTestimony(hands(editor, id))).toMatchObject({
    draft: third,
    before: { text: redacted.text, version: 1 },
  })
  expect(await saveDraft({ story: second, draftVersion: 4 }, hands(editor, id))).toEqual({ outcome: 'saved' })
  expect(await openTestimony(hands(editor, id))).toMatchObject({ before: { text: third.text, version: 4 } })
})

test('whoever proposed a text does not decline it by setting it aside first', async () => {
  const { id, proposer } = await aProposal()
  const hold = { draftVersion: 1, reason: 'sensitive', until: null, note: null }
  expect(await holdTestimony(hold, hands(proposer, id))).toEqual({ outcome: 'held' })
  const decision = { draftVersion: 1, reason: 'offTopic', note: null }
  expect((await declineTestimony(decision, hands(proposer, id))).outcome).not.toBe('declined')
  expect(await declineTestimony(decision, hands(await anActor(), id))).toEqual({ outcome: 'declined' })
})

test('whoever proposed a text does not decline it by saving it once more, alone or among several', async () => {
  const { id, proposer } = await aProposal()
  expect(await saveDraft({ story: redacted, draftVersion: 1 }, hands(proposer, id))).toEqual({ outcome: 'saved' })
  const decision = { draftVersion: 2, reason: 'offTopic', note: null }
  expect(await declineTestimony(decision, hands(proposer, id))).toEqual({ outcome: 'own-proposal' })
  const chosen = [{ id, draftVersion: 2, state: 'submitted' }]
  const step = { intent: 'bulk-decline' as const, bulkReason: 'offTopic' as const, chosen }
  expect(await takeBulkStep(step, { actor: proposer, keyring, now })).toEqual({
    done: 0,
    refused: [{ id, outcome: 'own-proposal' }],
  })
  expect(await stateOf(id)).toBe('submitted')
})

test('once somebody else has written another version, whoever proposed the one before may decline', async () => {
  const { id, proposer } = await aProposal()
  const other = await anActor()
  expect(await saveDraft({ story: redacted, draftVersion: 1 }, hands(other, id))).toEqual({ outcome: 'saved' })
  await releaseTestimony(hands(other, id))
  const decision = { draftVersion: 2, reason: 'offTopic', note: null }
  expect(await declineTestimony(decision, hands(proposer, id))).toEqual({ outcome: 'declined' })
})

test('what a witness writes on a published testimony waits in the queue until somebody has read it', async () => {
  const { id, receipt } = await aTestimony({ state: 'published' })
  const actor = await anActor()
  const waiting = async () =>
    (await listQueue({ filter: everything, after: null }, { actor, keyring }, now)).items.map((item) => item.id)
  expect(await waiting()).not.toContain(id)
  await reply({ receipt, message: 'On me reconnaît.', once: undefined }, now)
  expect(await waiting()).toContain(id)
  expect(await countLists(actor, now)).toMatchObject({ now: 1, waiting: 1 })
  expect(await noteAsRead({ ...hands(actor, id), unseen: false })).toEqual({ outcome: 'noted' })
  expect(await waiting()).not.toContain(id)
})

test('a claim does not keep a published testimony on the site', async () => {
  const { id, receipt } = await aProposal()
  await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))
  await claimTestimony(hands(await anActor(), id))
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'published' })
  const decision = { draftVersion: 1, reason: 'dangerous', note: null }
  expect(await unpublishTestimony(decision, hands(await anActor(), id))).toEqual({ outcome: 'unpublished' })
})
