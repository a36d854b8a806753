import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { anAskedQuestion } from '#prisma/factories/an-asked-question.ts'
import { askQuestion, noteHelp } from './commands/ask.server.ts'
import { takeEntryStep } from './commands/entries.server.ts'
import { takeAskedStep } from './commands/take-asked-step.server.ts'
import { countWaitingQuestions, findAsked, listAsked } from './queries/for-team.server.ts'
import { findQuestionByCode } from './queries/with-code.server.ts'
import type { EntryForm } from './schema.ts'

const now = new Date('2026-02-06T09:00:00Z')
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, id: string) => ({ actor, id, keyring, now })
const proposal = {
  intent: 'propose' as const,
  revision: 1,
  theme: 'act' as const,
  questionFr: 'Que faire d’un score ?',
  answerFr: 'Demander ce qu’il contient.',
  questionEn: '',
  answerEn: '',
}
const publishing = (given: Partial<EntryForm> = {}): EntryForm => ({
  ...proposal,
  intent: 'publish',
  verifiedOn: '2026-02-06',
  checkBy: '',
  change: undefined,
  noteFr: '',
  noteEn: '',
  ...given,
})

test('what is asked can be read by the team and with the code, and by nobody who holds the database', async () => {
  const { id, code } = await anAskedQuestion({ text: 'Zqsecret : que puis-je demander ?' })
  for (const value of Object.values(await db().askedQuestion.findFirstOrThrow()))
    expect(value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).not.toContain('Zqsecret')
  expect(await findAsked(id, { keyring, now })).toMatchObject({ text: 'Zqsecret : que puis-je demander ?', days: 2 })
  expect(await findAsked(id, { keyring: null, now }), 'a session that opens nothing').toMatchObject({
    text: null,
    words: null,
  })
  expect(await findQuestionByCode(` ${code.toLowerCase()} `, 'fr')).toMatchObject({
    state: 'waiting',
    text: 'Zqsecret : que puis-je demander ?',
  })
  expect(
    await findQuestionByCode(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`, 'fr'),
    'a slip of the hand',
  ).toBeNull()
  expect(await findAsked('nobody', { keyring, now })).toBeNull()
})

test('a form sent twice asks once, and shows its code once', async () => {
  await ensureTeamKey(now)
  const campaign = await aCampaign()
  const form = { kind: 'question' as const, text: 'Une seule fois ?', wish: 'private' as const, once: randomUUID() }
  const all = await Promise.all([1, 2, 3].map(() => askQuestion(form, { campaign, locale: 'fr', now })))
  expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(['already-asked', 'already-asked', 'asked'])
  expect(await countWaitingQuestions()).toBe(1)
})

test('a moderator answers, the person reads it with the code, and a later answer takes its place', async () => {
  const { id, code } = await anAskedQuestion()
  const actor = await anActor('moderator')
  expect(
    await takeAskedStep({ intent: 'answer', revision: 1, words: 'Demandez ce qu’il contient.' }, hands(actor, id)),
  ).toEqual({
    outcome: 'answered',
  })
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({
    state: 'answered',
    answeredOn: '2026-02-06',
    words: 'Demandez ce qu’il contient.',
  })
  expect(
    await takeAskedStep({ intent: 'answer', revision: 1, words: 'Une autre.' }, hands(actor, id)),
    'on what was seen before',
  ).toEqual({
    outcome: 'changed-meanwhile',
  })
  await takeAskedStep({ intent: 'decline', revision: 2, reason: 'personalCase', declineWords: '' }, hands(actor, id))
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'declined', reason: 'personalCase', words: null })
})

test('of two who answer at once one is told', async () => {
  const { id } = await anAskedQuestion()
  const [one, other] = [await anActor('moderator'), await anActor('moderator')]
  const said = await Promise.all(
    [one, other].map((actor) => takeAskedStep({ intent: 'answer', revision: 1, words: 'Voici.' }, hands(actor, id))),
  )
  expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(['answered', 'changed-meanwhile'])
})

test('only those who moderate answer, and only with what opens it', async () => {
  const { id } = await anAskedQuestion()
  const answer = { intent: 'answer' as const, revision: 1, words: 'Voici.' }
  expect(await takeAskedStep(answer, hands(await anActor('campaigner'), id))).toEqual({ outcome: 'not-found' })
  expect(await takeAskedStep(answer, { ...hands(await anActor('moderator'), id), keyring: null })).toEqual({
    outcome: 'vault-closed',
  })
})

test('what may not appear is not proposed', async () => {
  const { id } = await anAskedQuestion({ wish: 'private' })
  expect(await takeAskedStep(proposal, hands(await anActor(), id))).toEqual({ outcome: 'private' })
  expect(await db().question.count()).toBe(0)
})

test('a proposal waits for a campaigner; its publication answers whoever asked', async () => {
  const { id, code, campaignId } = await anAskedQuestion()
  expect(await takeAskedStep(proposal, hands(await anActor(), id))).toEqual({ outcome: 'proposed' })
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'waiting', entry: null })
  const entry = await db().question.findFirstOrThrow({ select: { id: true, slug: true, revision: true } })
  const campaigner = await anActor('campaigner')
  const at = { actor: campaigner, campaignId, id: entry.id, now }
  expect(await takeEntryStep(publishing(), { ...at, actor: await anActor('moderator') })).toEqual({
    outcome: 'not-found',
  })
  expect(await takeEntryStep(publishing(), at)).toEqual({ outcome: 'published', id: entry.id })
  expect(await findQuestionByCode(code, 'en')).toMatchObject({
    state: 'answered',
    entry: { slug: 'que-faire-d-un-score', lang: 'fr', question: 'Que faire d’un score ?' },
  })
  await takeEntryStep({ intent: 'retire', revision: 2 }, at)
  expect(await findQuestionByCode(code, 'fr'), 'off the site').toMatchObject({ entry: null })
})

test('a proposal that says the same as an answer is joined to it, and one that is deleted gives its questions back', async () => {
  const campaigner = await anActor('campaigner')
  const { id, code, campaignId } = await anAskedQuestion()
  const at = { actor: campaigner, campaignId, now }
  const there = await takeEntryStep(publishing({ revision: 0, questionFr: 'Déjà là ?' }), { ...at, id: null })
  if (there.outcome !== 'published') throw new Error(there.outcome)
  await takeAskedStep(proposal, hands(await anActor(), id))
  const proposed = await db().question.findFirstOrThrow({ where: { state: 'proposed' }, select: { id: true } })
  expect(await takeEntryStep({ intent: 'merge', revision: 1, into: 999_999 }, { ...at, id: proposed.id })).toEqual({
    outcome: 'unknown-entry',
  })
  expect(await takeEntryStep({ intent: 'merge', revision: 1, into: there.id }, { ...at, id: proposed.id })).toEqual({
    outcome: 'merged',
  })
  expect(await findQuestionByCode(code, 'fr')).toMatchObject({ state: 'answered', entry: { question: 'Déjà là ?' } })

  const again = await anAskedQuestion({ campaignId })
  await takeAskedStep(proposal, hands(await anActor(), again.id))
  const second = await db().question.findFirstOrThrow({ where: { state: 'proposed' }, select: { id: true } })
  expect(await takeEntryStep({ intent: 'discard', revision: 1 }, { ...at, id: second.id })).toEqual({
    outcome: 'discarded',
  })
  expect(await findQuestionByCode(again.code, 'fr')).toMatchObject({ state: 'waiting' })
  expect(await countWaitingQuestions()).toBe(1)
})

test('the oldest waits on top, and what is near is shown beside, also what was asked before', async () => {
  const campaignId = (await aCampaign()).id
  const earlier = await anAskedQuestion({
    campaignId,
    text: 'La charte éthique est-elle respectée ?',
    now: new Date('2026-01-20T10:00:00Z'),
  })
  const later = await anAskedQuestion({ campaignId, text: 'Cette charte éthique sera-t-elle respectée un jour ?' })
  await anAskedQuestion({ campaignId, text: 'Combien de signatures avez-vous ?' })
  expect((await listAsked('waiting', { now })).asked.map(({ id }) => id)[0]).toBe(earlier.id)
  await takeAskedStep(
    { intent: 'answer', revision: 1, words: 'Nous ne savons pas.' },
    hands(await anActor(), earlier.id),
  )
  const found = await findAsked(later.id, { keyring, now })
  expect(found?.earlier.map(({ id, words }) => [id, words])).toEqual([[earlier.id, 'Nous ne savons pas.']])
  expect((await listAsked('closed', { now })).asked.map(({ id }) => id)).toEqual([earlier.id])
})

test('“this answers me” counts once for each form, and only for what is on the site', async () => {
  const campaignId = (await aCampaign()).id
  const made = await takeEntryStep(publishing({ revision: 0 }), {
    actor: await anActor('campaigner'),
    campaignId,
    id: null,
    now,
  })
  expect(made.outcome).toBe('published')
  const once = randomUUID()
  const slug = 'que-faire-d-un-score'
  for (const _ of [1, 2]) expect(await noteHelp({ campaignId, slug, once })).toBe('noted')
  expect(await noteHelp({ campaignId, slug: 'nowhere', once: randomUUID() })).toBe('unknown')
  expect(await db().questionHelp.count()).toBe(1)
})

test('each step is in the trail, without a word of what was said', async () => {
  const { id } = await anAskedQuestion({ text: 'Zqsecret, que faire ?' })
  await takeAskedStep({ intent: 'answer', revision: 1, words: 'Zqanswer, voilà.' }, hands(await anActor(), id))
  const entries = await db().auditEntry.findMany({
    select: { action: true, subject: true, detail: true },
    orderBy: { seq: 'asc' },
  })
  expect(entries.map(({ action }) => action)).toEqual(['question.received', 'question.answered'])
  expect(JSON.stringify(entries)).not.toMatch(/Zq/)
})
