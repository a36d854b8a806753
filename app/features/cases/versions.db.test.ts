import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { unpublishTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { proposePublication } from '#app/features/moderation/commands/draft-testimony.server.ts'
import { publishTestimony } from '#app/features/moderation/commands/publish-testimony.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { withdrawTestimony } from '#app/features/testimonies/commands/withdraw.server.ts'
import { findContestable, findPublished } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft, Use } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askForReply, openReport } from './commands/open-case.server.ts'
import { takeCaseStep } from './commands/take-case-step.server.ts'
import { countOpenCases, findCase, listCases } from './queries/for-team.server.ts'
import { listReplies } from './queries/replies.server.ts'
import { findCaseByCode } from './queries/with-code.server.ts'
import { roomForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import type { ReplyForm, ReportForm } from './schema.ts'

const now = new Date('2026-02-04T18:00:00Z')
const appears = { story: true, quote: true }
const later = new Date('2026-03-10T18:00:00Z')
const keyring = keyringOfThisMachine()
const story: Draft = {
  title: 'Un contrôle',
  text: 'Un récit fictif, en deux phrases. Le voici, assez long.',
  contentWarning: null,
  quote: 'Une phrase fictive, seule, assez longue pour qu’on y réponde.',
}

async function aPublished(uses: Use[] = ['publish', 'quote', 'press']) {
  const { id, campaignId, receipt } = await aTestimony({ uses })
  const [first, second] = [await anActor(), await anActor()]
  const at = (actor: typeof first, when = now) => ({ actor, testimonyId: id, keyring, now: when })
  const publish = async (draftVersion: number, when: Date) => {
    await proposePublication({ story, draftVersion }, at(first, when))
    await publishTestimony({ draftVersion: draftVersion + 1 }, at(second, when))
    expect(await approveText({ receipt, draftVersion: draftVersion + 1, appears }, when)).toEqual({
      outcome: 'published',
    })
  }
  await publish(0, now)
  const testimony = await findContestable(campaignId, id)
  if (!testimony || testimony === 'withdrawn') throw new Error('not on the site')
  const desk = (actor: typeof first, caseId: string, when = now) => ({ actor, id: caseId, keyring, now: when })
  return { id, campaignId, receipt, first, second, at, publish, desk, testimony }
}
type Published = Awaited<ReturnType<typeof aPublished>>

const reply = (given: Partial<ReplyForm> = {}): ReplyForm => ({
  name: 'Dominique Exemple',
  quality: 'Pour l’Agence Exemple',
  email: 'dominique@example.org',
  passages: 'Zqpassage du récit',
  reply: 'Nous ne sommes pas d’accord.',
  signedAs: 'Agence Exemple',
  orRemoved: undefined,
  entitled: 'on',
  once: randomUUID(),
  ...given,
})

async function asked({ testimony }: Published) {
  const form = reply()
  const opened = await askForReply(form, { testimony, locale: 'fr', now })
  if (opened.outcome !== 'opened') throw new Error(opened.outcome)
  return { caseId: form.once ?? '', code: opened.code }
}

const words = { replyText: 'Nous ne sommes pas d’accord.', replyBy: 'Agence Exemple' }

async function inserted(published: Published) {
  const { first, second, desk } = published
  const { caseId, code } = await asked(published)
  await takeCaseStep({ intent: 'accept', revision: 1, ...words }, desk(first, caseId))
  await takeCaseStep({ intent: 'insert', revision: 2 }, desk(second, caseId))
  return { caseId, code }
}

const takeOff = ({ first, at }: Published, draftVersion: number) =>
  unpublishTestimony({ draftVersion, reason: 'inaccurate', note: null }, at(first))

test('a reply does not come back beside another version: its case is open again, with three days', async () => {
  const published = await aPublished()
  const { id, first, second, desk, publish } = published
  const { caseId, code } = await inserted(published)
  expect(await listReplies([id])).toMatchObject([{ text: words.replyText }])
  await takeOff(published, 1)
  await publish(1, later)
  expect(await listReplies([id])).toEqual([])
  expect(await db().caseFile.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ publishedReply: null })
  expect(await listCases('open', { actor: first, now: later })).toMatchObject([
    { id: caseId, state: 'open', due: '2026-03-13', decision: null },
  ])
  expect(await findCaseByCode(code)).toMatchObject({ state: 'open', decision: null })
  expect(await db().auditEntry.count({ where: { action: 'case.reopened', subject: `case:${caseId}` } })).toBe(1)
  await takeCaseStep({ intent: 'accept', revision: 4, ...words }, desk(first, caseId, later))
  expect(await takeCaseStep({ intent: 'insert', revision: 5 }, desk(second, caseId, later))).toEqual({
    outcome: 'inserted',
  })
  expect(await listReplies([id])).toMatchObject([{ text: words.replyText, publishedOn: '2026-03-10' }])
})

test('words that were agreed on for one version are not inserted beside another', async () => {
  const published = await aPublished()
  const { id, first, second, desk, publish } = published
  const { caseId } = await asked(published)
  await takeCaseStep({ intent: 'accept', revision: 1, ...words }, desk(first, caseId))
  await takeOff(published, 1)
  await publish(1, now)
  for (const revision of [2, 3])
    expect(await takeCaseStep({ intent: 'insert', revision }, desk(second, caseId))).toEqual({
      outcome: 'changed-meanwhile',
    })
  expect(await listReplies([id])).toEqual([])
})

test('a reply whose case is past its time stands nowhere after another version appeared', async () => {
  const published = await aPublished()
  const { caseId } = await inserted(published)
  await db().caseFile.update({ where: { id: caseId }, data: { forTeam: null, forCode: null, sealedRequest: null } })
  await takeOff(published, 1)
  await published.publish(1, later)
  expect(await listReplies([published.id])).toEqual([])
  expect(await countOpenCases(later)).toEqual({ open: 0, pressing: 0 })
})

test('a sentence that is published alone is contested and answered like a story', async () => {
  const published = await aPublished(['quote', 'press'])
  const { id, campaignId, testimony, first } = published
  expect(await findPublished(campaignId, id), 'it has no page').toBeNull()
  expect(testimony).toMatchObject({ title: '', text: story.quote, hasPage: false })
  const { caseId, code } = await inserted(published)
  expect(await listReplies([id])).toMatchObject([{ text: words.replyText, testimonyId: id }])
  expect(await findCase({ id: caseId, actor: first, keyring, now })).toMatchObject({
    title: story.quote,
    published: { text: story.quote, hasPage: false },
  })
  expect(await findCaseByCode(code)).toMatchObject({ hasPage: false })
  const long = reply({ reply: 'a'.repeat(roomForReply + 1) })
  expect(await askForReply(long, { testimony, locale: 'fr', now })).toEqual({ outcome: 'too-long' })
})

test('a sentence that the press may not have is on no page, and nobody contests it', async () => {
  const { id, campaignId } = await aTestimony({ uses: ['quote'] })
  await db().testimony.update({
    where: { id },
    data: { state: 'published', publishedQuote: 'Une phrase.', publishedOn: now },
  })
  expect(await findContestable(campaignId, id)).toBeNull()
  expect(await findContestable(campaignId, 'x')).toBeNull()
})

const report = (): ReportForm => ({
  ground: 'identifiesMe',
  reason: 'Ce passage me désigne, avec le lieu.',
  passages: 'Zqpassage du récit',
  name: 'Camille Exemple',
  email: 'camille@example.org',
  goodFaith: 'on',
  once: randomUUID(),
})

test('passages of a withdrawn testimony stay sealed while a case is open, and go with its answer', async () => {
  const { testimony, receipt, first, desk } = await aPublished()
  const [open, closed] = [report(), report()]
  for (const form of [open, closed]) await openReport(form, { testimony, locale: 'fr', now })
  const [openId, closedId] = [open.once ?? '', closed.once ?? '']
  const answer = { intent: 'close' as const, revision: 1, reason: 'notUnlawful' as const, words: 'Rien n’y désigne.' }
  await takeCaseStep(answer, desk(first, closedId))
  await withdrawTestimony(receipt, now)
  const passages = async (id: string) => (await findCase({ id, actor: first, keyring, now }))?.request?.passages
  expect(await passages(closedId)).toBeNull()
  expect(await passages(openId)).toBe(open.passages)
  await takeCaseStep(answer, desk(first, openId))
  expect(await findCase({ id: openId, actor: first, keyring, now })).toMatchObject({
    request: { passages: null, reason: open.reason },
  })
  expect(await db().caseFile.count({ where: { sealedPassages: { not: null } } })).toBe(0)
})
