import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { testimonyForPrograms } from '#app/features/testimonies/api.ts'
import type { BesideChoice } from '#app/features/testimonies/beside.ts'
import { amendText } from '#app/features/testimonies/commands/amend.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { changeUses } from '#app/features/testimonies/commands/change-uses.server.ts'
import { readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'
import { openInbox } from '#app/features/testimonies/queries/inbox.server.ts'
import {
  findGalleryPage,
  findPublished,
  findStretch,
  listQuotes,
  listVoices,
} from '#app/features/testimonies/queries/published.server.ts'
import { listPeriods } from '#app/features/testimonies/queries/search.server.ts'
import { countTestimonies } from '#app/features/testimonies/queries/statistics.server.ts'
import type { Draft, Use } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { proposePublication, saveDraft } from './commands/draft-testimony.server.ts'
import { openTestimony } from './commands/open-testimony.server.ts'
import { publishTestimony } from './commands/publish-testimony.server.ts'
import { openThread } from './queries/thread.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string) => ({ actor, testimonyId, now, keyring })
const story: Draft = { title: 'Un contrôle', text: 'Un récit fictif.', contentWarning: null, quote: 'Un récit.' }

const everything: BesideChoice = {
  system: true,
  department: true,
  period: 'month',
  consequences: ['cut', 'health', 'court'],
  attempts: ['court', 'asked', 'cut'],
}
const nothing: BesideChoice = { system: false, department: false, period: 'none', consequences: [], attempts: [] }

async function aDeposit(uses: Use[] = ['publish', 'quote', 'press', 'statistics']) {
  const deposited = await aTestimony({ uses })
  await db().testimony.update({
    where: { id: deposited.id },
    data: {
      system: 'label',
      department: '48',
      period: '2026-01',
      consequences: ['cut', 'health'],
      attempts: ['court'],
    },
  })
  return { ...deposited, proposer: await anActor(), second: await anActor() }
}

async function aPublished(choice: BesideChoice | undefined, uses?: Use[]) {
  const deposited = await aDeposit(uses)
  const { id, receipt, proposer, second } = deposited
  expect(await proposePublication({ story, choice, draftVersion: 0 }, hands(proposer, id))).toEqual({
    outcome: 'proposed',
  })
  await publishTestimony({ draftVersion: 1 }, hands(second, id))
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'published' })
  return deposited
}

const found = async (campaignId: number, query: string) =>
  (await findGalleryPage(campaignId, readGalleryQuestion(new URLSearchParams(query))))?.total

/** Everything that anyone can be sent of it. */
async function publicly(campaignId: number, id: string) {
  const published = await findPublished(campaignId, id)
  if (!published || published === 'withdrawn') throw new Error('not published')
  return JSON.stringify([
    published,
    testimonyForPrograms(published, { origin: '', slug: 'score' }),
    await findGalleryPage(campaignId, readGalleryQuestion(new URLSearchParams())),
    await findStretch(campaignId, null, 10),
    await listVoices(campaignId, 3),
    await listQuotes(campaignId),
    await listPeriods(campaignId),
    await db().shown.findMany({ where: { campaignId } }),
  ])
}

test('what is left out stands nowhere: no page, no list, no quote, no filter finds it', async () => {
  const { campaignId, id } = await aPublished(nothing)
  expect(await publicly(campaignId, id)).not.toMatch(/"(?:label|48|cut|health|court)"[,\]}]|2026-01/)
  for (const query of ['system=label', 'department=48', 'period=2026', 'period=2026-01', 'consequence=cut', 'q=label'])
    expect([query, await found(campaignId, query)]).toEqual([query, 0])
  expect(await found(campaignId, 'q=récit')).toBe(1)
})

test('what is shown stands there, and its year alone is found by the year', async () => {
  const { campaignId, id } = await aPublished({ ...everything, period: 'year', consequences: ['health'] })
  expect(await findPublished(campaignId, id)).toMatchObject({
    system: 'label',
    department: '48',
    period: '2026',
    consequences: ['health'],
    attempts: ['court'],
  })
  expect(await listQuotes(campaignId)).toMatchObject([{ system: 'label', department: '48', period: '2026' }])
  expect(await listPeriods(campaignId)).toEqual(['2026'])
  const answers = { 'period=2026': 1, 'period=2026-01': 0, 'period=2025': 0, 'q=récit&period=2026': 1 }
  for (const [query, total] of Object.entries({ ...answers, 'consequence=health': 1, 'consequence=cut': 0 }))
    expect([query, await found(campaignId, query)]).toEqual([query, total])
})

test('nobody shows what was not answered', async () => {
  const { campaignId, id } = await aPublished(everything)
  expect(await findPublished(campaignId, id)).toMatchObject({ consequences: ['cut', 'health'], attempts: ['court'] })
})

test('without a choice all that always appeared does, and what was tried does not', async () => {
  const { campaignId, id } = await aPublished(undefined)
  expect(await findPublished(campaignId, id)).toMatchObject({
    system: 'label',
    department: '48',
    period: '2026-01',
    consequences: ['cut', 'health'],
    attempts: [],
  })
})

test('a yes is for the values that were seen: one that changes is another version and needs another', async () => {
  const { id, receipt, proposer, second } = await aDeposit()
  await proposePublication({ story, choice: nothing, draftVersion: 0 }, hands(proposer, id))
  await approveText({ receipt, draftVersion: 1, appears }, now)
  await saveDraft({ story, choice: { ...nothing, department: true }, draftVersion: 1 }, hands(proposer, id))
  await proposePublication({ story, draftVersion: 2 }, hands(proposer, id))
  expect(await publishTestimony({ draftVersion: 3 }, hands(second, id))).toEqual({ outcome: 'awaits-witness' })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect((await openInbox(receipt))?.proposal).toMatchObject({
    version: 3,
    approved: false,
    beside: { system: null, department: '48' },
  })
  expect((await openTestimony(hands(second, id)))?.before).toMatchObject({ beside: { department: null } })
})

test('what somebody writes into a column of the deposit changes nothing of what was agreed on', async () => {
  const { campaignId, id, receipt, proposer, second } = await aDeposit()
  await proposePublication({ story, choice: everything, draftVersion: 0 }, hands(proposer, id))
  await publishTestimony({ draftVersion: 1 }, hands(second, id))
  await db().testimony.update({ where: { id }, data: { department: '2A', consequences: ['penalty'] } })
  await approveText({ receipt, draftVersion: 1, appears }, now)
  expect(await findPublished(campaignId, id)).toMatchObject({ department: '48', consequences: ['cut', 'health'] })
})

test('the witness sees what would appear and what would not, of a quote alone no more than its credit', async () => {
  const { id, receipt, proposer } = await aDeposit(['quote', 'press'])
  await proposePublication(
    { story, choice: { ...everything, department: false }, draftVersion: 0 },
    hands(proposer, id),
  )
  const { beside, leftOut } = (await openInbox(receipt))?.proposal ?? {}
  expect(beside).toEqual({ system: 'label', department: null, period: '2026-01', consequences: [], attempts: [] })
  expect(leftOut?.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'department 48',
    'consequence cut',
    'consequence health',
    'attempt court',
  ])
})

test('a quote that stays when its story leaves says neither what followed nor what was tried', async () => {
  const { campaignId, id, receipt } = await aPublished(everything)
  await changeUses({ receipt, uses: ['quote', 'press'] }, now)
  expect(await listQuotes(campaignId)).toMatchObject([{ id, department: '48', hasPage: false }])
  expect(await findPublished(campaignId, id)).toBe('withdrawn')
  expect(await db().testimony.findUniqueOrThrow({ where: { id } })).toMatchObject({
    publishedDepartment: '48',
    publishedConsequences: [],
    publishedAttempts: [],
  })
})

test('what the witness asks to leave out is on the desk until somebody keeps another version', async () => {
  const { id, receipt, proposer } = await aDeposit()
  await proposePublication({ story, choice: everything, draftVersion: 0 }, hands(proposer, id))
  const leaveOut = ['department', 'consequence:health']
  await amendText({ receipt, draftVersion: 1, draft: story, leaveOut, note: '' }, now)
  expect((await openTestimony(hands(proposer, id)))?.askedOut).toEqual(leaveOut)
  expect(await openThread(hands(proposer, id))).toMatchObject([{ kind: 'amendment', leaveOut }])
  expect((await openInbox(receipt))?.messages).toMatchObject([{ leaveOut }])
  await saveDraft({ story, choice: everything, draftVersion: 1 }, hands(proposer, id))
  expect((await openTestimony(hands(proposer, id)))?.askedOut).toEqual([])
})

test('a place and a time that fewer than ten others on the site say are called rare', async () => {
  const { id, campaignId, proposer } = await aDeposit()
  const say = async (n: number, published: object) => {
    for (let count = 0; count < n; count += 1) {
      const other = await aTestimony({ campaignId, state: 'published' })
      await db().testimony.update({ where: { id: other.id }, data: { publishedDepartment: '48', ...published } })
    }
  }
  const rarity = async () => (await openTestimony(hands(proposer, id)))?.rarity
  await say(9, { publishedPeriod: '2026-01' })
  expect(await rarity()).toEqual({ place: true, year: true, month: true })
  await say(1, { publishedPeriod: '2026' })
  expect(await rarity()).toEqual({ place: false, year: false, month: true })
})

test('what is left out beside a text is counted all the same', async () => {
  const { campaignId } = await aPublished(nothing)
  const { tables } = await countTestimonies(campaignId, new Date('2026-03-02'))
  expect(tables['department']?.cells).toEqual({ '48': 1 })
  expect(tables['consequence']?.cells).toMatchObject({ cut: 1, health: 1 })
})

test('what was on the site before anybody could choose stays as it was', async () => {
  const [story, sentence] = [await aDeposit(), await aDeposit()]
  const base = { state: 'published' as const, publishedOn: now }
  await db().testimony.update({
    where: { id: story.id },
    data: { ...base, publishedTitle: 'Un titre', publishedText: 'Un texte.' },
  })
  await db().testimony.update({ where: { id: sentence.id }, data: { ...base, publishedQuote: 'Une phrase.' } })
  const sql = await readFile('prisma/migrations/0057_what_appears_beside_a_text/migration.sql', 'utf8')
  const fill = /^UPDATE [^;]+/m.exec(sql)?.[0] ?? ''
  await db().$executeRawUnsafe(fill)
  expect(await findPublished(story.campaignId, story.id)).toMatchObject({
    system: 'label',
    department: '48',
    period: '2026-01',
    consequences: ['cut', 'health'],
    attempts: [],
  })
  expect(await found(story.campaignId, 'department=48&consequence=cut')).toBe(1)
  expect(await db().testimony.findUniqueOrThrow({ where: { id: sentence.id } })).toMatchObject({
    publishedDepartment: '48',
    publishedConsequences: [],
  })
})
