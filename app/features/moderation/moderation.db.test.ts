import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { claimTestimony, releaseTestimony } from './commands/claim-testimony.server.ts'
import { declineTestimony, unpublishTestimony } from './commands/close-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { openTestimony } from './commands/open-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { everything } from './filter.ts'
import { listQueue } from './queries.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
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

/** The same, and the witness has said yes to it. */
async function anApprovedProposal() {
  const proposal = await aProposal()
  expect((await approveText({ receipt: proposal.receipt, draftVersion: 1, appears }, now)).outcome).toBe('approved')
  return proposal
}

test('what one person proposed another publishes, word for word', async () => {
  const { id, campaignId } = await anApprovedProposal()
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))).toEqual({ outcome: 'published' })
  expect(await findPublished(campaignId, id)).toMatchObject({
    title: 'Un contrôle',
    text: 'J’étais à [[mon agence]].',
    publishedOn: '2026-02-04',
  })
})

test('whoever proposed it cannot publish it', async () => {
  const { id, proposer } = await aProposal()
  expect(await publishTestimony({ draftVersion: 1 }, hands(proposer, id))).toEqual({ outcome: 'own-proposal' })
  expect(await stateOf(id)).toBe('proposed')
})

test('an owner is no exception', async () => {
  const { id } = await aTestimony()
  const owner = await anActor('owner')
  await proposePublication({ story: redacted, draftVersion: 0 }, hands(owner, id))
  expect(await publishTestimony({ draftVersion: 1 }, hands(owner, id))).toEqual({ outcome: 'own-proposal' })
})

test('whoever proposed it does not decline it either', async () => {
  const { id, proposer } = await aProposal()
  const decision = { draftVersion: 1, reason: 'offTopic', note: null }
  expect(await declineTestimony(decision, hands(proposer, id))).toEqual({ outcome: 'own-proposal' })
  expect(await declineTestimony(decision, hands(await anActor(), id))).toEqual({ outcome: 'declined' })
})

test('a role that does not moderate publishes nothing', async () => {
  const { id } = await aProposal()
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor('campaigner'), id))).toEqual({
    outcome: 'not-allowed',
  })
  expect(await saveDraft({ story: redacted, draftVersion: 1 }, hands(await anActor('analyst'), id))).toEqual({
    outcome: 'not-allowed',
  })
})

test('nothing is published that was not proposed', async () => {
  const { id } = await aTestimony()
  expect(await publishTestimony({ draftVersion: 0 }, hands(await anActor(), id))).toEqual({
    outcome: 'someone-was-faster',
  })
  expect(await stateOf(id)).toBe('submitted')
})

test('of two people who publish at once one publishes', async () => {
  const { id } = await anApprovedProposal()
  const publishers = [await anActor(), await anActor()]
  const outcomes = await Promise.all(publishers.map((actor) => publishTestimony({ draftVersion: 1 }, hands(actor, id))))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['published', 'someone-was-faster'])
  expect(await db().decision.count({ where: { testimonyId: id, kind: 'published' } })).toBe(1)
})

test('only the version that was displayed is published', async () => {
  const { id, proposer, receipt } = await anApprovedProposal()
  const editor = await anActor()
  expect(await saveDraft({ story: { ...redacted, text: 'Autre texte.' }, draftVersion: 1 }, hands(editor, id))).toEqual(
    { outcome: 'saved' },
  )
  expect(await stateOf(id)).toBe('submitted')
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))).toEqual({
    outcome: 'someone-was-faster',
  })
  await proposePublication({ story: { ...redacted, text: 'Autre texte.' }, draftVersion: 2 }, hands(editor, id))
  expect(await publishTestimony({ draftVersion: 2 }, hands(proposer, id))).toEqual({ outcome: 'someone-was-faster' })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect(await publishTestimony({ draftVersion: 3 }, hands(proposer, id))).toEqual({ outcome: 'awaits-witness' })
  expect(await approveText({ receipt, draftVersion: 3, appears }, now)).toEqual({ outcome: 'published' })
})

test('without the witness’s consent nothing is proposed, nor published if it was withdrawn since', async () => {
  const { id } = await aTestimony({ uses: ['internal', 'press'] })
  expect(await proposePublication({ story: redacted, draftVersion: 0 }, hands(await anActor(), id))).toEqual({
    outcome: 'no-consent',
  })
  const proposal = await aProposal()
  await db().testimony.update({ where: { id: proposal.id }, data: { uses: ['internal'] } })
  expect(await publishTestimony({ draftVersion: 1 }, hands(await anActor(), proposal.id))).toEqual({
    outcome: 'no-consent',
  })
  expect(await stateOf(proposal.id)).toBe('proposed')
})

test('two people who write from the same version do not overwrite each other', async () => {
  const { id } = await aTestimony()
  const first = await anActor()
  await saveDraft({ story: redacted, draftVersion: 0 }, hands(first, id))
  await releaseTestimony(hands(first, id))
  expect(
    await saveDraft({ story: { ...redacted, text: 'Plus tard.' }, draftVersion: 0 }, hands(await anActor(), id)),
  ).toEqual({
    outcome: 'someone-was-faster',
  })
  expect((await openTestimony(hands(first, id)))?.draft?.text).toBe(redacted.text)
})

test('of two people who take a testimony at once one has it', async () => {
  const { id } = await aTestimony()
  const people = [await anActor(), await anActor()]
  const outcomes = await Promise.all(people.map((actor) => claimTestimony(hands(actor, id))))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['claimed', 'claimed-by-another'])
})

test('what someone holds nobody else changes, until half an hour has passed', async () => {
  const { id } = await aTestimony()
  const [holder, other] = [await anActor(), await anActor()]
  await claimTestimony(hands(holder, id))
  expect(await saveDraft({ story: redacted, draftVersion: 0 }, hands(other, id))).toEqual({
    outcome: 'claimed-by-another',
  })
  expect(await claimTestimony(hands(other, id, later(29)))).toEqual({ outcome: 'claimed-by-another' })
  expect(await claimTestimony(hands(other, id, later(30)))).toEqual({ outcome: 'claimed' })
})

test('taking off the site leaves no published word, and the address says it is gone', async () => {
  const { id, campaignId } = await anApprovedProposal()
  await publishTestimony({ draftVersion: 1 }, hands(await anActor(), id))
  const decision = { draftVersion: 1, reason: 'witnessAsked', note: null }
  expect(await unpublishTestimony(decision, hands(await anActor(), id))).toEqual({ outcome: 'unpublished' })
  expect(await findPublished(campaignId, id)).toBe('withdrawn')
  expect(await db().testimony.findUniqueOrThrow({ where: { id } })).toMatchObject({
    publishedTitle: null,
    publishedText: null,
  })
})

test('every step leaves its decision and its entry in the trail', async () => {
  const { id, receipt } = await aTestimony()
  const [one, two] = [await anActor(), await anActor()]
  await claimTestimony(hands(one, id))
  await saveDraft({ story: redacted, draftVersion: 0 }, hands(one, id))
  await proposePublication({ story: redacted, draftVersion: 1 }, hands(one, id))
  await approveText({ receipt, draftVersion: 2, appears }, now)
  await publishTestimony({ draftVersion: 2 }, hands(two, id))
  const decisions = await db().decision.findMany({ where: { testimonyId: id } })
  expect(decisions.map(({ kind }) => kind).toSorted()).toEqual([
    'approved',
    'claimed',
    'drafted',
    'proposed',
    'published',
  ])
  const trail = await db().auditEntry.findMany({ where: { subject: `testimony:${id}` }, orderBy: { seq: 'asc' } })
  expect(trail.map(({ action, staffId }) => [action, staffId])).toEqual([
    ['testimony.claimed', one.id],
    ['testimony.drafted', one.id],
    ['testimony.proposed', one.id],
    ['testimony.published', two.id],
  ])
})

test('a step that was refused leaves nothing', async () => {
  const { id, proposer } = await aProposal()
  await publishTestimony({ draftVersion: 1 }, hands(proposer, id))
  expect(await db().auditEntry.count({ where: { action: 'testimony.published' } })).toBe(0)
  expect(await db().decision.count({ where: { kind: 'published' } })).toBe(0)
})

test('opening a sealed original is recorded, unless one holds it', async () => {
  const { id } = await aTestimony({ text: 'Le récit d’origine, entier.' })
  const reader = await anActor()
  const opened = () => db().auditEntry.count({ where: { action: 'testimony.opened', staffId: reader.id } })
  expect((await openTestimony(hands(reader, id)))?.original?.text).toBe('Le récit d’origine, entier.')
  expect(await opened()).toBe(1)
  await claimTestimony(hands(reader, id))
  await openTestimony(hands(reader, id))
  expect(await opened()).toBe(1)
  expect(await openTestimony(hands(reader, 'no-uuid'))).toBeNull()
})

test('drafts and notes are not stored in clear', async () => {
  const { id } = await aTestimony()
  const moderator = await anActor()
  await saveDraft({ story: { ...redacted, text: 'CANARIDRAFT' }, draftVersion: 0 }, hands(moderator, id))
  await declineTestimony({ draftVersion: 1, reason: 'dangerous', note: 'CANARINOTE' }, hands(moderator, id))
  const [row, decisions, trail] = await Promise.all([
    db().testimony.findUniqueOrThrow({ where: { id } }),
    db().decision.findMany({ where: { testimonyId: id } }),
    db().auditEntry.findMany({ select: { detail: true, subject: true, action: true } }),
  ])
  const asText = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) =>
      part instanceof Uint8Array ? Buffer.from(part).toString('latin1') : part,
    )
  expect(asText([row, decisions, trail])).not.toMatch(/CANARI/)
  expect((await openTestimony(hands(moderator, id)))?.history.at(-1)).toMatchObject({
    reason: 'dangerous',
    note: 'CANARINOTE',
    who: null,
  })
})

test('the queue begins with the oldest, and a broken seal does not hide the others', async () => {
  const { campaignId } = await aTestimony({ title: 'Récent', receivedWeek: new Date('2026-02-02') })
  await aTestimony({ campaignId, title: 'Ancien', receivedWeek: new Date('2026-01-05') })
  const broken = await aTestimony({ campaignId, receivedWeek: new Date('2026-01-19') })
  await db().testimony.update({ where: { id: broken.id }, data: { sealedOriginal: Uint8Array.from([1, 2, 3]) } })
  const { items, total } = await listQueue({ filter: everything }, { actor: await anActor(), keyring }, now)
  expect(items.map(({ title, weeks }) => [title, weeks])).toEqual([
    ['Ancien', 4],
    [null, 2],
    ['Récent', 0],
  ])
  expect(total).toBe(3)
})
