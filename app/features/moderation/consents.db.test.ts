import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { changeUses } from '#app/features/testimonies/commands/change-uses.server.ts'
import { inboxStep } from '#app/features/testimonies/inbox-form.server.ts'
import { openInbox } from '#app/features/testimonies/queries/inbox.server.ts'
import { readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'
import { findGalleryPage, findPublished, listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft, Use } from '#app/features/testimonies/schema.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { proposePublication } from './commands/draft-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const story: Draft = {
  title: 'Un contrôle',
  text: 'Un récit fictif, en deux phrases. Le voici.',
  contentWarning: null,
  quote: 'Zébulon chantait.',
}

/** Proposed, and seconded: only the witness is missing. */
async function aProposal(uses: Use[]) {
  const { id, campaignId, receipt } = await aTestimony({ uses })
  const [first, second] = [await anActor(), await anActor()]
  const at = (actor: typeof first, when = now) => ({ actor, testimonyId: id, keyring, now: when })
  expect(await proposePublication({ story, draftVersion: 0 }, at(first))).toEqual({ outcome: 'proposed' })
  expect(await publishTestimony({ draftVersion: 1 }, at(second))).toEqual({ outcome: 'awaits-witness' })
  return { id, campaignId, receipt, first, second, at }
}

test('a yes to a page that said only the sentence appears lets no story appear', async () => {
  const { id, campaignId, receipt } = await aProposal(['quote', 'press'])
  const appears = { story: false, quote: true }
  expect((await openInbox(receipt))?.proposal?.appears).toEqual(appears)
  await changeUses({ receipt, uses: ['publish', 'quote', 'press'] }, now)
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect(await findPublished(campaignId, id)).toBeNull()
  expect((await openInbox(receipt))?.proposal).toMatchObject({ approved: false, appears: { story: true, quote: true } })
  expect(await approveText({ receipt, draftVersion: 1, appears: { story: true, quote: true } }, now)).toEqual({
    outcome: 'published',
  })
})

test('a form that does not say what its page told is a yes to nothing', () => {
  const approve = { intent: 'approve', draftVersion: '1' }
  expect(inboxStep.parse(approve)).toMatchObject({ appears: { story: false, quote: false } })
  expect(inboxStep.parse({ ...approve, appears: 'all' })).toMatchObject({ appears: { story: false, quote: false } })
  expect(inboxStep.parse({ ...approve, appears: 'story' })).toMatchObject({ appears: { story: true, quote: false } })
  expect(inboxStep.parse({ ...approve, appears: 'both' })).toMatchObject({ appears: { story: true, quote: true } })
})

async function aPublished(uses: Use[]) {
  const proposal = await aProposal(uses)
  const { receipt, campaignId } = proposal
  const appears = (await openInbox(receipt))?.proposal?.appears ?? { story: false, quote: false }
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'published' })
  const found = async () => {
    const page = await findGalleryPage(campaignId, readGalleryQuestion(new URLSearchParams('q=zébulon')))
    return page?.total
  }
  return { ...proposal, appears, found, quotes: async () => (await listQuotes(campaignId)).map(({ quote }) => quote) }
}

test('a quote that is for no press appears nowhere, and the press does not come by a tick', async () => {
  const { receipt, appears, found, quotes } = await aPublished(['publish', 'quote'])
  expect(appears).toEqual({ story: true, quote: false })
  expect(await found()).toBe(0)
  expect(await changeUses({ receipt, uses: ['publish', 'quote', 'press'] }, now)).toEqual({ outcome: 'changed' })
  expect(await quotes()).toEqual([])
  expect(await found()).toBe(0)
  expect((await openInbox(receipt))?.published?.quote).toBeNull()
})

test('with the press the quote leaves the site, and no search finds its words', async () => {
  const { receipt, appears, found, quotes } = await aPublished(['publish', 'quote', 'press'])
  expect(appears).toEqual({ story: true, quote: true })
  expect([await found(), await quotes()]).toEqual([1, [story.quote]])
  expect(await changeUses({ receipt, uses: ['publish', 'quote'] }, now)).toEqual({ outcome: 'taken-off' })
  expect([await found(), await quotes()]).toEqual([0, []])
  expect(await changeUses({ receipt, uses: ['publish', 'quote', 'press'] }, now)).toEqual({ outcome: 'changed' })
  expect([await found(), await quotes()]).toEqual([0, []])
})

test('with the consent to quote and none to the press nothing is proposed', async () => {
  const { id } = await aTestimony({ uses: ['quote'] })
  const hands = { actor: await anActor(), testimonyId: id, keyring, now }
  expect(await proposePublication({ story, draftVersion: 0 }, hands)).toEqual({ outcome: 'no-consent' })
})
