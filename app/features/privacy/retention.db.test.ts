import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openReport } from '#app/features/cases/commands/open-case.server.ts'
import { takeCaseStep } from '#app/features/cases/commands/take-case-step.server.ts'
import { findCaseByCode } from '#app/features/cases/queries/with-code.server.ts'
import { proposePublication } from '#app/features/moderation/commands/draft-testimony.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { refuseText } from '#app/features/testimonies/commands/refuse-text.server.ts'
import { declineTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { publishTestimony } from '#app/features/moderation/commands/publish-testimony.server.ts'
import { openTestimony } from '#app/features/moderation/commands/open-testimony.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import { findKeeping, findTerms } from '#app/features/testimonies/queries/terms.server.ts'
import { usualTerms } from '#app/features/testimonies/rules/retention.ts'
import type { TestimonyState } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { countDue, runRetention } from './commands/run-retention.server.ts'
import { noteReview, setTerms } from './commands/set-terms.server.ts'
import { listRuns, listToReview } from './queries/retention.server.ts'

const decided = new Date('2026-02-04T18:00:00Z')
/** Six months later to the day, and the night before. */
const over = new Date('2026-08-04T02:37:00Z')
const before = new Date('2026-08-03T02:37:00Z')
const nothing = { closed: 0, originals: 0, words: 0, drafts: 0, cases: 0, questions: 0 }
const keyring = keyringOfThisMachine()
const run = (now: Date, batch?: number) => runRetention({ now, byHand: false, batch })

/** A testimony with everything that can be kept of one, as it was left on the day of the decision. */
async function aWhole(state: TestimonyState, settledOn: Date | null = new Date('2026-02-04')) {
  const made = await aTestimony({ state: state === 'unpublished' || state === 'declined' ? 'published' : state })
  const { id: testimonyId } = made
  const bytes = new Uint8Array([1])
  await db().testimony.update({ where: { id: testimonyId }, data: { state, settledOn, sealedDraft: bytes } })
  const day = new Date('2026-02-01')
  await db().message.create({
    data: { id: randomUUID(), testimonyId, n: 1, author: 'team', kind: 'question', sealedText: bytes, day },
  })
  await db().attachment.create({
    data: { id: randomUUID(), testimonyId, file: 1, page: 1, width: 1, height: 1, sealedImage: bytes },
  })
  await db().decision.create({
    data: { id: randomUUID(), testimonyId, kind: 'declined', sealedNote: bytes, draftVersion: 1, at: day },
  })
  return made
}

async function left(id: string) {
  const row = await db().testimony.findUniqueOrThrow({
    where: { id },
    select: {
      sealedOriginal: true,
      sealedDraft: true,
      dataKey: true,
      messages: true,
      attachments: true,
      decisions: true,
    },
  })
  const { sealedOriginal, sealedDraft, dataKey, messages, attachments, decisions } = row
  return {
    original: sealedOriginal !== null,
    draft: sealedDraft !== null,
    key: dataKey !== null,
    messages: messages.length,
    attachments: attachments.length,
    notes: decisions.filter(({ sealedNote }) => sealedNote !== null).length,
  }
}
/** Proposed with something in it that the witness has removed, then published without it. */
async function publishedAnew() {
  const { id: testimonyId, receipt } = await aTestimony({ uses: ['publish'] })
  const [first, second] = [await anActor(), await anActor()]
  const hands = (actor: typeof first) => ({ actor, testimonyId, keyring, now: decided })
  const story = { title: 'Un contrôle', contentWarning: null, quote: null }
  await proposePublication({ story: { ...story, text: 'À retirer : le récit fictif.' }, draftVersion: 0 }, hands(first))
  await refuseText({ receipt, draftVersion: 1, why: '', once: undefined }, decided)
  await proposePublication({ story: { ...story, text: 'Le récit fictif.' }, draftVersion: 1 }, hands(first))
  return { receipt, hands, first, second }
}

test('what the witness had removed is gone once the text without it is on the site', async () => {
  const { receipt, hands, first, second } = await publishedAnew()
  expect((await openTestimony(hands(first)))?.before?.text).toContain('À retirer')
  await publishTestimony({ draftVersion: 2 }, hands(second))
  const appears = { story: true, quote: false }
  expect(await approveText({ receipt, draftVersion: 2, appears }, decided)).toEqual({ outcome: 'published' })
  expect(await openTestimony(hands(first))).toMatchObject({ before: null, draft: { text: 'Le récit fictif.' } })
})

const everything = { original: true, draft: true, key: true, messages: 1, attachments: 1, notes: 1 }
const noTrace = { original: false, draft: false, key: false, messages: 0, attachments: 0, notes: 0 }

test('six months after it was refused or taken off the site nothing of a testimony is left, not even its key', async () => {
  const [declined, unpublished] = [await aWhole('declined'), await aWhole('unpublished')]
  expect((await run(before)).gone).toEqual({ ...nothing, drafts: 1 })
  expect(await left(declined.id)).toEqual({ ...everything, draft: false })
  expect(await left(unpublished.id)).toEqual(everything)
  expect((await run(over)).gone).toEqual({ ...nothing, closed: 2 })
  for (const { id } of [declined, unpublished]) expect(await left(id)).toEqual(noTrace)
  expect(await findPublished(unpublished.campaignId, unpublished.id), 'its page still says that it is gone').toBe(
    'withdrawn',
  )
})

test('of a published one the original goes, the page and the key of its witness stay', async () => {
  const { id, campaignId } = await aWhole('published')
  expect((await run(before)).gone).toEqual({ ...nothing, words: 2 })
  expect((await run(over)).gone).toEqual({ ...nothing, originals: 1 })
  expect(await left(id)).toEqual({ ...noTrace, draft: true, key: true })
  expect(await findPublished(campaignId, id)).toMatchObject({ id })
})

test('what waits for a decision is kept, for as long as it takes', async () => {
  const years = new Date('2036-01-01T02:37:00Z')
  const waiting = await Promise.all((['submitted', 'asked', 'held', 'proposed'] as const).map((state) => aWhole(state)))
  await aWhole('unpublished', null)
  expect((await run(years)).gone).toEqual(nothing)
  for (const { id } of waiting) expect(await left(id)).toEqual(everything)
})

test('what somebody has in their hands waits until they let it go', async () => {
  const { id } = await aWhole('unpublished')
  const claimedUntil = new Date(over.getTime() + 60_000)
  await db().testimony.update({ where: { id }, data: { claimedById: randomUUID(), claimedUntil } })
  expect((await run(over)).gone.closed).toBe(0)
  expect((await run(claimedUntil)).gone.closed).toBe(1)
})

test('deciding sets the clock', async () => {
  const { id } = await aTestimony()
  const actor = await anActor()
  const hands = { actor, testimonyId: id, now: decided, keyring }
  expect(await findKeeping(id)).toBeNull()
  await declineTestimony({ draftVersion: 0, reason: 'offTopic', note: 'Une note.' }, hands)
  expect(await findKeeping(id)).toEqual({ until: '2026-08-04', gone: false })
  await run(over)
  expect(await findKeeping(id)).toEqual({ until: '2026-08-04', gone: true })
  expect(await openTestimony({ ...hands, now: over })).toMatchObject({ state: 'declined', original: null, draft: null })
})

test('publishing sets the clock, whoever says the last yes', async () => {
  const { id } = await aTestimony({ state: 'proposed', proposedById: (await anActor()).id, approvedVersion: 1 })
  const hands = { actor: await anActor(), testimonyId: id, now: decided, keyring }
  expect(await publishTestimony({ draftVersion: 1 }, hands)).toEqual({ outcome: 'published' })
  expect(await findKeeping(id)).toEqual({ until: '2026-08-04', gone: false })
})

test('a dry run says what a run then takes, and takes nothing', async () => {
  const declined = await aWhole('declined')
  await aWhole('published')
  const said = await countDue(over)
  expect(await left(declined.id)).toEqual(everything)
  expect(await listRuns()).toEqual([])
  const { gone } = await run(over)
  expect(said).toEqual({ terms: usualTerms, gone })
  expect((await countDue(over)).gone).toEqual(nothing)
})

test('small batches take the same, and a run that was stopped leaves a true line and is gone on with', async () => {
  for (let n = 0; n < 5; n += 1) await aWhole('declined')
  const stopped = new AbortController()
  stopped.abort()
  await runRetention({ now: over, byHand: true, signal: stopped.signal })
  expect((await run(over, 2)).gone.closed).toBe(5)
  const lines = (await listRuns()).map(({ byHand, finished, closed }) => ({ byHand, finished, closed }))
  expect(lines).toContainEqual({ byHand: true, finished: false, closed: 0 })
  expect(lines).toContainEqual({ byHand: false, finished: true, closed: 5 })
})

test('the journal counts, and holds the number of no testimony', async () => {
  const { id } = await aWhole('declined')
  await run(over)
  const lines = JSON.stringify(await listRuns())
  expect(lines).toContain('"originalMonths":6')
  expect(lines).not.toContain(id)
})

test('terms that the team chose hold from the next run on', async () => {
  const { id } = await aWhole('declined')
  const terms = { original: 1, draft: 5, review: 12, case: 6 }
  await setTerms({ actor: await anActor('campaigner'), terms }, decided)
  expect(await findTerms()).toEqual(terms)
  expect((await run(new Date('2026-03-04T02:37:00Z'))).gone.closed).toBe(1)
  expect(await left(id)).toEqual(noTrace)
})

test('a decided case loses its words and its people after a year, and keeps its line', async () => {
  const { id, campaignId } = await aTestimony({ state: 'published' })
  const testimony = await findPublished(campaignId, id)
  if (!testimony || testimony === 'withdrawn') throw new Error('not published')
  const once = randomUUID()
  const form = {
    ground: 'other',
    reason: 'Une raison assez longue.',
    passages: null,
    name: 'A',
    email: 'a@example.org',
    once,
  } as const
  const opened = await openReport({ ...form, goodFaith: 'on' }, { testimony, locale: 'fr', now: decided })
  expect((await countDue(new Date('2030-01-01'))).gone.cases, 'an open case waits').toBe(0)
  const step = { intent: 'close', revision: 1, reason: 'notUnlawful', words: 'Rien de contraire à la loi.' } as const
  await takeCaseStep(step, { actor: await anActor(), id: once, keyring, now: decided })
  expect((await run(new Date('2027-02-03T10:00:00Z'))).gone.cases).toBe(0)
  expect((await run(new Date('2027-02-04T10:00:00Z'))).gone.cases).toBe(1)
  expect(await findCaseByCode(opened.outcome === 'opened' ? opened.code : '')).toMatchObject({
    decision: 'kept',
    request: null,
    words: null,
  })
})

test('what has been public for two years is listed for somebody to read again, and stays', async () => {
  const { id, campaignId } = await aTestimony({ state: 'published', publishedOn: new Date('2026-02-02') })
  const [moderator, later] = [await anActor(), new Date('2028-02-02T10:00:00Z')]
  expect(await listToReview(usualTerms, new Date('2028-02-01T10:00:00Z'))).toEqual([])
  expect(await listToReview(usualTerms, later)).toMatchObject([{ id, reviewedOn: null }])
  await run(later)
  expect(await findPublished(campaignId, id)).toMatchObject({ id })
  expect(await noteReview({ actor: moderator, testimonyId: id }, later)).toBe('reviewed')
  expect(await listToReview(usualTerms, later)).toEqual([])
  expect(await listToReview(usualTerms, new Date('2030-02-02T10:00:00Z'))).toMatchObject([{ id }])
})
