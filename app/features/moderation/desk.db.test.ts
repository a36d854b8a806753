import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { findByReceipt } from '#app/features/testimonies/queries/with-receipt.server.ts'
import { openMessage } from '#app/features/testimonies/sealed-story.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askWitness } from './commands/ask-witness.server.ts'
import { claimTestimony, releaseTestimony, takeOverTestimony } from './commands/claim-testimony.server.ts'
import { declineTestimony, reopenTestimony, unpublishTestimony } from './commands/close-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { holdTestimony, markUrgent, resumeTestimony } from './commands/set-aside.server.ts'
import { openThread } from './queries/thread.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string, at = now) => ({ actor, testimonyId, now: at, keyring })
const story = { title: 'Un contrôle', text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }
const rowOf = (id: string) => db().testimony.findUniqueOrThrow({ where: { id } })
const kindsOf = async (id: string) =>
  (await db().decision.findMany({ where: { testimonyId: id }, orderBy: { at: 'asc' } })).map(({ kind }) => kind)

/** The thread as the author reads it, with the receipt alone. */
async function readByWitness(receipt: string) {
  const held = await findByReceipt(receipt)
  if (!held?.key) throw new Error('the receipt opens nothing')
  const { key, testimonyId } = held
  const rows = await db().message.findMany({ where: { testimonyId }, orderBy: { n: 'asc' } })
  return rows.map(({ id, kind, author, n, sealedText }) => ({
    n,
    kind,
    author,
    text: openMessage(key, id, sealedText),
  }))
}

test('what somebody left alone for five minutes another takes over with a reason, and the first is told at their next step', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  await claimTestimony(hands(first, id))
  expect(await takeOverTestimony({ reason: 'leftAlone' }, hands(second, id, later(4)))).toEqual({
    outcome: 'too-early',
  })
  expect(await takeOverTestimony({ reason: 'leftAlone' }, hands(second, id, later(5)))).toEqual({
    outcome: 'taken-over-by-you',
  })
  expect(await saveDraft({ story, draftVersion: 0 }, hands(first, id, later(6)))).toEqual({ outcome: 'taken-over' })
  expect((await rowOf(id)).draftVersion).toBe(0)
  expect(await saveDraft({ story, draftVersion: 0 }, hands(second, id, later(6)))).toEqual({ outcome: 'saved' })
  expect(await db().decision.findFirst({ where: { testimonyId: id, kind: 'taken-over' } })).toMatchObject({
    staffId: second.id,
    reason: 'leftAlone',
  })
  expect(await db().auditEntry.count({ where: { action: 'testimony.taken-over' } })).toBe(1)
})

test('saving keeps a claim alive: nobody takes it over meanwhile', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  await claimTestimony(hands(first, id))
  await saveDraft({ story, draftVersion: 0 }, hands(first, id, later(4)))
  expect(await takeOverTestimony({ reason: 'leftAlone' }, hands(second, id, later(8)))).toEqual({
    outcome: 'too-early',
  })
})

test('of several who take over at once one has it, and a free one is not taken over but claimed', async () => {
  const { id } = await aTestimony()
  const others = await Promise.all(Array.from({ length: 5 }, () => anActor()))
  const took = async (at: Date) =>
    (await Promise.all(others.map((actor) => takeOverTestimony({ reason: 'leftAlone' }, hands(actor, id, at))))).map(
      ({ outcome }) => outcome,
    )
  expect(new Set(await took(now))).toEqual(new Set(['someone-was-faster']))
  await claimTestimony(hands(await anActor(), id))
  expect((await took(later(10))).filter((outcome) => outcome === 'taken-over-by-you')).toHaveLength(1)
  expect((await kindsOf(id)).filter((kind) => kind === 'taken-over')).toHaveLength(1)
})

test('a claim left alone for half an hour is free, and is then claimed, not taken over', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  await claimTestimony(hands(first, id))
  expect(await takeOverTestimony({ reason: 'leftAlone' }, hands(second, id, later(30)))).toEqual({
    outcome: 'someone-was-faster',
  })
  expect(await claimTestimony(hands(second, id, later(30)))).toEqual({ outcome: 'claimed' })
})

test('a question reaches the author through their receipt, in order, and lies nowhere in clear', async () => {
  const { id, receipt } = await aTestimony()
  const moderator = await anActor()
  expect(await askWitness({ draftVersion: 0, question: 'CANARIQUESTION ?' }, hands(moderator, id))).toEqual({
    outcome: 'asked',
  })
  expect(await askWitness({ draftVersion: 0, question: 'Et ensuite ?' }, hands(await anActor(), id))).toEqual({
    outcome: 'asked',
  })
  expect((await rowOf(id)).state).toBe('asked')
  expect(await readByWitness(receipt)).toEqual([
    { n: 1, kind: 'question', author: 'team', text: 'CANARIQUESTION ?' },
    { n: 2, kind: 'question', author: 'team', text: 'Et ensuite ?' },
  ])
  expect((await openThread(hands(moderator, id))).map(({ text, day }) => [text, day])).toEqual([
    ['CANARIQUESTION ?', '2026-02-04'],
    ['Et ensuite ?', '2026-02-04'],
  ])
  const trail = await db().auditEntry.findMany({ where: { subject: `testimony:${id}` } })
  expect(trail.map(({ action }) => action)).toEqual(['testimony.asked', 'testimony.asked'])
  const sealed = await db().message.findMany({ where: { testimonyId: id } })
  const kept = [
    ...sealed.map(({ sealedText }) => Buffer.from(sealedText).toString('latin1')),
    JSON.stringify(trail, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
  ]
  expect(kept.join('')).not.toContain('CANARI')
})

test('two who ask at once write two messages, one after the other', async () => {
  const { id, receipt } = await aTestimony()
  const people = await Promise.all(Array.from({ length: 4 }, () => anActor()))
  await Promise.all(
    people.map((actor, place) => askWitness({ draftVersion: 0, question: `Question ${place}` }, hands(actor, id))),
  )
  expect((await readByWitness(receipt)).map(({ n }) => n)).toEqual([1, 2, 3, 4])
})

test('a session without a key asks nothing, and what somebody else holds is not asked about', async () => {
  const { id } = await aTestimony()
  const [holder, other] = [await anActor(), await anActor()]
  const question = { draftVersion: 0, question: 'Quand ?' }
  expect(await askWitness(question, { ...hands(other, id), keyring: null })).toEqual({ outcome: 'vault-closed' })
  await claimTestimony(hands(holder, id))
  expect(await askWitness(question, hands(other, id))).toEqual({ outcome: 'claimed-by-another' })
  expect(await askWitness({ ...question, draftVersion: 7 }, hands(holder, id))).toEqual({
    outcome: 'someone-was-faster',
  })
  expect(await db().message.count({ where: { testimonyId: id } })).toBe(0)
})

test('declining tells the author why, in the language of their story and not of the moderator', async () => {
  const { id, receipt } = await aTestimony({ locale: 'en' })
  const moderator = await anActor() // who works in French
  const decision = { draftVersion: 0, reason: 'offTopic', note: null }
  expect(await declineTestimony(decision, hands(moderator, id))).toEqual({ outcome: 'declined' })
  const [message] = await readByWitness(receipt)
  expect(message).toMatchObject({ kind: 'decision', author: 'team' })
  expect(message?.text).toMatch(/^We have read your story\. It is about something other/)
})

test('the moderator’s own words replace those of the reason', async () => {
  const { id, receipt } = await aTestimony()
  const decision = { draftVersion: 0, reason: 'duplicate', message: 'Nous l’avons déjà, merci.', note: null }
  await declineTestimony(decision, hands(await anActor(), id))
  expect(await readByWitness(receipt)).toMatchObject([{ text: 'Nous l’avons déjà, merci.' }])
})

test('a declined one is taken up again, and its author is told', async () => {
  const { id, receipt } = await aTestimony()
  const reopening = { draftVersion: 0, reason: 'mistake', note: null }
  const [one, two] = [await anActor(), await anActor()]
  expect(await reopenTestimony(reopening, hands(one, id))).toEqual({ outcome: 'someone-was-faster' })
  await declineTestimony({ draftVersion: 0, reason: 'offTopic', note: null }, hands(one, id))
  expect(await reopenTestimony(reopening, hands(two, id, later(1)))).toEqual({ outcome: 'reopened' })
  expect((await rowOf(id)).state).toBe('submitted')
  expect((await readByWitness(receipt)).map(({ text }) => text.slice(0, 24))).toEqual([
    'Nous avons lu votre réci',
    'Nous nous étions trompés',
  ])
  expect(await kindsOf(id)).toEqual(['declined', 'reopened'])
})

test('set aside until a day ahead, taken up again by anyone, and what was proposed is not any more', async () => {
  const { id, receipt } = await aTestimony()
  const [one, two] = [await anActor(), await anActor()]
  await proposePublication({ story, draftVersion: 0 }, hands(one, id))
  const holding = { draftVersion: 1, reason: 'needsAdvice', until: '2026-02-20', note: null }
  for (const until of ['2026-02-04', '2026-02-03', '2027-02-20'])
    expect(await holdTestimony({ ...holding, until }, hands(two, id))).toEqual({ outcome: 'day-not-ahead' })
  expect(await holdTestimony(holding, hands(two, id))).toEqual({ outcome: 'held' })
  expect(await rowOf(id)).toMatchObject({ state: 'held', heldUntil: new Date('2026-02-20'), proposedById: null })
  expect(await publishTestimony({ draftVersion: 1 }, hands(two, id))).toEqual({ outcome: 'someone-was-faster' })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect(await resumeTestimony({ draftVersion: 1 }, hands(one, id))).toEqual({ outcome: 'resumed' })
  expect(await rowOf(id)).toMatchObject({ state: 'submitted', heldUntil: null })
})

test('urgent comes and goes, also while somebody works on it, and takes nothing from them', async () => {
  const { id } = await aTestimony()
  const [holder, other] = [await anActor(), await anActor()]
  await claimTestimony(hands(holder, id))
  expect(await markUrgent(true, hands(other, id))).toEqual({ outcome: 'urgent' })
  expect(await markUrgent(true, hands(other, id))).toEqual({ outcome: 'someone-was-faster' })
  expect(await rowOf(id)).toMatchObject({ urgent: true, claimedById: holder.id })
  expect(await markUrgent(false, hands(holder, id))).toEqual({ outcome: 'not-urgent' })
  expect(await markUrgent(true, hands(await anActor('analyst'), id))).toEqual({ outcome: 'not-allowed' })
})

test('taking off the site tells the author; without a key it is taken off all the same', async () => {
  const published = await aTestimony({ state: 'published' })
  const decision = { draftVersion: 1, reason: 'identifiesSomeone', note: null }
  expect(await unpublishTestimony(decision, hands(await anActor(), published.id))).toEqual({ outcome: 'unpublished' })
  expect(await readByWitness(published.receipt)).toMatchObject([{ kind: 'decision' }])
  const other = await aTestimony({ state: 'published' })
  const closed = { ...hands(await anActor(), other.id), keyring: null }
  expect(await unpublishTestimony({ ...decision, message: 'Mots' }, closed)).toEqual({ outcome: 'vault-closed' })
  expect(await unpublishTestimony(decision, closed)).toEqual({ outcome: 'unpublished' })
  expect((await rowOf(other.id)).state).toBe('unpublished')
})

test('of two who decide at once one decides, and the author is told once', async () => {
  const { id, receipt } = await aTestimony()
  const [one, two] = [await anActor(), await anActor()]
  const outcomes = await Promise.all([
    declineTestimony({ draftVersion: 0, reason: 'offTopic', note: null }, hands(one, id)),
    declineTestimony({ draftVersion: 0, reason: 'duplicate', note: null }, hands(two, id)),
  ])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['declined', 'someone-was-faster'])
  expect(await readByWitness(receipt)).toHaveLength(1)
  await releaseTestimony(hands(one, id))
  expect(await kindsOf(id)).toEqual(['declined'])
})
