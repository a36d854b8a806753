import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { amendText } from '#app/features/testimonies/commands/amend.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { changeUses } from '#app/features/testimonies/commands/change-uses.server.ts'
import { refuseText } from '#app/features/testimonies/commands/refuse-text.server.ts'
import { reply } from '#app/features/testimonies/commands/reply.server.ts'
import { withdrawTestimony } from '#app/features/testimonies/commands/withdraw.server.ts'
import { openInbox } from '#app/features/testimonies/queries/inbox.server.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { declineTestimony } from './commands/close-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const redacted: Draft = { title: 'Un contrôle', text: 'J’étais à [[mon agence]].', contentWarning: null, quote: null }
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string) => ({ actor, testimonyId, now, keyring })
const rowOf = (id: string) => db().testimony.findUniqueOrThrow({ where: { id } })

async function aProposal() {
  const { id, campaignId, receipt } = await aTestimony({ uses: ['publish'] })
  const [proposer, second] = [await anActor(), await anActor()]
  await proposePublication({ story: redacted, draftVersion: 0 }, hands(proposer, id))
  return { id, campaignId, receipt, proposer, second }
}

const rounds = Array.from({ length: 6 }, (_, round) => round)

test('a withdrawal and a publication at one instant end withdrawn, whoever came first', async () => {
  for (const round of rounds) {
    const { id, campaignId, receipt, second } = await aProposal()
    await approveText({ receipt, draftVersion: 1, appears }, now)
    const both = [() => withdrawTestimony(receipt, now), () => publishTestimony({ draftVersion: 1 }, hands(second, id))]
    await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', publishedText: null, publishedTitle: null })
    expect(['withdrawn', null]).toContain(await findPublished(campaignId, id))
    expect(await db().dataKey.count({ where: { testimonyId: id } })).toBe(0)
  }
})

test('a moderator who writes, proposes or declines in the instant of a withdrawal leaves no word behind', async () => {
  for (const act of [
    (actor: Actor, id: string) => saveDraft({ story: redacted, draftVersion: 1 }, hands(actor, id)),
    (actor: Actor, id: string) => proposePublication({ story: redacted, draftVersion: 1 }, hands(actor, id)),
    (actor: Actor, id: string) =>
      declineTestimony({ draftVersion: 1, reason: 'offTopic', note: 'Une note.' }, hands(actor, id)),
  ]) {
    const { id, receipt, second } = await aProposal()
    await Promise.all([act(second, id), withdrawTestimony(receipt, now)])
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', sealedDraft: null, draftVersion: 0 })
    expect(await db().decision.count({ where: { testimonyId: id, sealedNote: { not: null } } })).toBe(0)
  }
})

test('a yes and a new version at one instant: no version appears that the witness did not say yes to', async () => {
  for (const round of rounds) {
    const { id, receipt, second } = await aProposal()
    await publishTestimony({ draftVersion: 1 }, hands(second, id))
    const story = { ...redacted, text: 'Une autre version.' }
    const both = [
      () => approveText({ receipt, draftVersion: 1, appears }, now),
      () => saveDraft({ story, draftVersion: 1 }, hands(second, id)),
    ]
    await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
    const { state, publishedText, approvedVersion, draftVersion } = await rowOf(id)
    const said = { state, publishedText, approvedVersion, draftVersion }
    expect([
      { state: 'published', publishedText: redacted.text, approvedVersion: 1, draftVersion: 1 },
      { state: 'submitted', publishedText: null, approvedVersion: null, draftVersion: 2 },
    ]).toContainEqual(said)
  }
})

test('a yes in one tab and a correction in another: one of them counts, and nothing appears unread', async () => {
  for (const round of rounds) {
    const { id, receipt, second } = await aProposal()
    await publishTestimony({ draftVersion: 1 }, hands(second, id))
    const draft = { ...redacted, text: 'Ma correction.' }
    const both = [
      () => approveText({ receipt, draftVersion: 1, appears }, now),
      () => amendText({ receipt, draftVersion: 1, draft, note: '', once: undefined }, now),
    ]
    const outcomes = await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
    const { state, publishedText } = await rowOf(id)
    expect([publishedText, state]).toEqual(
      outcomes.some(({ outcome }) => outcome === 'amended') ? [null, 'submitted'] : [redacted.text, 'published'],
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'text-changed')).toHaveLength(1)
  }
})

test('a no and the second yes of the team at one instant: nothing appears, and no yes is left', async () => {
  for (const round of rounds) {
    const { id, receipt, second } = await aProposal()
    const both = [
      () => refuseText({ receipt, draftVersion: 1, why: '', once: undefined }, now),
      () => publishTestimony({ draftVersion: 1 }, hands(second, id)),
    ]
    await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
    const { state, publishedText, secondedVersion, proposedById } = await rowOf(id)
    expect({ state, publishedText, secondedVersion, proposedById }).toEqual({
      state: 'submitted',
      publishedText: null,
      secondedVersion: null,
      proposedById: null,
    })
    expect(await publishTestimony({ draftVersion: 1 }, hands(second, id))).not.toMatchObject({ outcome: 'published' })
  }
})

test('a consent that is taken back in the instant of a publication leaves nothing on the site', async () => {
  for (const round of rounds) {
    const { id, receipt, second } = await aProposal()
    await approveText({ receipt, draftVersion: 1, appears }, now)
    const both = [
      () => changeUses({ receipt, uses: [] }, now),
      () => publishTestimony({ draftVersion: 1 }, hands(second, id)),
    ]
    await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()))
    const { state, publishedText, uses } = await rowOf(id)
    expect({ publishedText, uses }).toEqual({ publishedText: null, uses: [] })
    expect(['submitted', 'unpublished']).toContain(state)
  }
})

test('the old yes does not count for a text that was corrected and proposed anew', async () => {
  const { id, receipt, proposer, second } = await aProposal()
  await approveText({ receipt, draftVersion: 1, appears }, now)
  const draft = { ...redacted, text: 'Ma correction.' }
  expect(await amendText({ receipt, draftVersion: 1, draft, note: '', once: undefined }, now)).toEqual({
    outcome: 'amended',
  })
  await proposePublication({ story: draft, draftVersion: 1 }, hands(proposer, id))
  expect(await publishTestimony({ draftVersion: 2 }, hands(second, id))).toEqual({ outcome: 'awaits-witness' })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect((await openInbox(receipt))?.proposal).toMatchObject({ version: 2, approved: false, seconded: true })
  expect(await approveText({ receipt, draftVersion: 2, appears }, now)).toEqual({ outcome: 'published' })
  expect(await reply({ receipt, message: 'Merci.', once: undefined }, now)).toEqual({ outcome: 'sent' })
  expect(await rowOf(id)).toMatchObject({ state: 'published', publishedText: 'Ma correction.' })
})
