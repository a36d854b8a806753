import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { unpublishTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
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
const keyring = keyringOfThisMachine()
const text = 'Un récit fictif, en deux phrases. Le voici, assez long pour une réponse.'

const report = (given: Partial<ReportForm> = {}): ReportForm => ({
  ground: 'identifiesMe',
  reason: 'Zqmotif : ce passage me désigne.',
  passages: null,
  name: 'Camille Zqnom',
  email: 'camille.zq@example.org',
  goodFaith: 'on',
  once: randomUUID(),
  ...given,
})

const reply = (given: Partial<ReplyForm> = {}): ReplyForm => ({
  name: 'Dominique Zqnom',
  quality: 'Pour l’Agence Exemple',
  email: 'dominique.zq@example.org',
  passages: 'Le voici',
  reply: 'Nous ne sommes pas d’accord.',
  signedAs: 'Agence Exemple',
  orRemoved: undefined,
  entitled: 'on',
  once: randomUUID(),
  ...given,
})

async function aPublished(publishedOn = '2026-02-02') {
  const { id, campaignId } = await aTestimony({ state: 'published', text, publishedOn: new Date(publishedOn) })
  const testimony = await findPublished(campaignId, id)
  if (!testimony || testimony === 'withdrawn') throw new Error('not published')
  return { campaignId, testimony, about: { testimony, locale: 'fr' as const, now } }
}

const hands = (actor: Actor, id: string) => ({ actor, id, keyring, now })

async function anOpenReply() {
  const published = await aPublished()
  const form = reply()
  const asked = await askForReply(form, published.about)
  if (asked.outcome !== 'opened') throw new Error(asked.outcome)
  return { ...published, id: form.once ?? '', code: asked.code }
}

test('a notice opens a case that only the team and the code can read', async () => {
  const { about } = await aPublished()
  const form = report()
  const opened = await openReport(form, about)
  expect(opened).toMatchObject({ outcome: 'opened', dueOn: null })
  const kept = Object.values(await db().caseFile.findFirstOrThrow())
  for (const value of kept)
    expect(value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).not.toMatch(
      /Zqmotif|Zqnom|\.zq@/,
    )
  const actor = await anActor()
  expect(await findCase({ id: form.once ?? '', actor, keyring, now })).toMatchObject({
    kind: 'report',
    request: { ground: 'identifiesMe', reason: form.reason, name: form.name, email: form.email },
  })
  expect(await findCase({ id: form.once ?? '', actor, keyring: null, now })).toMatchObject({ request: null })
  const code = opened.outcome === 'opened' ? opened.code : ''
  expect(await findCaseByCode(` ${code.toLowerCase()} `)).toMatchObject({
    state: 'open',
    request: { reason: form.reason },
  })
  expect(await findCaseByCode(code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeNull()
})

test('the same form twice opens one case', async () => {
  const { about } = await aPublished()
  const form = report()
  await openReport(form, about)
  expect(await openReport(form, about)).toEqual({ outcome: 'already-opened' })
  expect(await db().caseFile.count()).toBe(1)
})

test('a reply is due three days after it came, and the list begins with what is due first', async () => {
  const { about } = await aPublished()
  await openReport(report(), { ...about, now: new Date('2026-02-01T10:00:00Z') })
  await askForReply(reply(), { ...about, now: new Date('2026-02-03T10:00:00Z') })
  await askForReply(reply(), { ...about, now: new Date('2026-02-02T23:30:00Z') }) // the third in Paris
  const cases = await listCases('open', { actor: await anActor(), now })
  expect(cases.map(({ kind, due, clock }) => [kind, due, clock.days])).toEqual([
    ['reply', '2026-02-06', 2],
    ['reply', '2026-02-06', 2],
    ['report', null, 3],
  ])
  expect(await countOpenCases(now)).toEqual({ open: 3, pressing: 1 })
  expect(await countOpenCases(new Date('2026-02-05T10:00:00Z'))).toEqual({ open: 3, pressing: 3 })
})

test('a reply that comes too late or is longer than the testimony opens nothing', async () => {
  const { about } = await aPublished('2025-11-03')
  expect(await askForReply(reply(), about)).toEqual({ outcome: 'too-late' })
  expect(await askForReply(reply(), { ...about, now: new Date('2026-02-03T22:00:00Z') })).toMatchObject({
    outcome: 'opened',
  })
  const { about: recent } = await aPublished()
  expect(await askForReply(reply({ reply: 'a'.repeat(roomForReply + 1) }), recent)).toEqual({ outcome: 'too-long' })
})

test('a reply appears beside the testimony only through a second person, word for word', async () => {
  const { testimony, id, code } = await anOpenReply()
  const [first, second] = [await anActor(), await anActor('owner')]
  const proposal = {
    intent: 'accept' as const,
    revision: 1,
    replyText: 'Nous ne sommes pas d’accord.',
    replyBy: 'Agence Exemple',
  }
  expect(await takeCaseStep({ intent: 'insert', revision: 1 }, hands(second, id))).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await takeCaseStep(proposal, hands(first, id))).toEqual({ outcome: 'accepted' })
  expect(await findCaseByCode(code)).toMatchObject({ state: 'open', decision: null })
  expect(await takeCaseStep({ intent: 'insert', revision: 2 }, hands(first, id))).toEqual({ outcome: 'own-proposal' })
  expect(await listReplies([testimony.id])).toEqual([])
  expect(await takeCaseStep({ intent: 'insert', revision: 2 }, hands(second, id))).toEqual({ outcome: 'inserted' })
  expect(await listReplies([testimony.id])).toEqual([
    {
      id,
      testimonyId: testimony.id,
      text: 'Nous ne sommes pas d’accord.',
      lang: 'fr',
      by: 'Agence Exemple',
      publishedOn: '2026-02-04',
    },
  ])
  expect(await findCaseByCode(code)).toMatchObject({ state: 'done', decision: 'inserted', decidedOn: '2026-02-04' })
})

test('what one person saw and another changed meanwhile is not decided on', async () => {
  const { id } = await anOpenReply()
  const [first, second] = [await anActor(), await anActor()]
  const proposal = { intent: 'accept' as const, revision: 1, replyText: 'Un.', replyBy: 'A' }
  await takeCaseStep(proposal, hands(first, id))
  await takeCaseStep({ ...proposal, revision: 2, replyText: 'Deux.' }, hands(first, id))
  expect(await takeCaseStep({ intent: 'insert', revision: 2 }, hands(second, id))).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(
    await takeCaseStep({ intent: 'close', revision: 1, reason: 'unrelated', words: 'Une phrase.' }, hands(second, id)),
  ).toEqual({ outcome: 'changed-meanwhile' })
})

test('a proposed text longer than the testimony is not taken', async () => {
  const { id } = await anOpenReply()
  const step = { intent: 'accept' as const, revision: 1, replyText: 'a'.repeat(roomForReply + 1), replyBy: 'A' }
  expect(await takeCaseStep(step, hands(await anActor(), id))).toEqual({ outcome: 'too-long' })
})

test('a decision reaches whoever asked with its reasons, and the trail without them', async () => {
  const { about } = await aPublished()
  const form = report()
  const opened = await openReport(form, about)
  const step = {
    intent: 'close' as const,
    revision: 1,
    reason: 'notUnlawful' as const,
    words: 'Zqmots : rien n’y désigne.',
  }
  const id = form.once ?? ''
  expect(await takeCaseStep(step, hands(await anActor(), id))).toEqual({ outcome: 'kept' })
  expect(await findCaseByCode(opened.outcome === 'opened' ? opened.code : '')).toMatchObject({
    state: 'refused',
    decision: 'kept',
    reason: 'notUnlawful',
    words: step.words,
  })
  const trail = JSON.stringify(
    await db().auditEntry.findMany({ select: { action: true, subject: true, detail: true } }),
  )
  expect(trail).toContain('case.kept')
  expect(trail).not.toMatch(/Zqmotif|Zqmots|Zqnom|\.zq@/)
})

test('a notice that is followed takes the testimony off the site, with its reason in the history', async () => {
  const { about, testimony, campaignId } = await aPublished()
  const form = report()
  await openReport(form, about)
  const step = {
    intent: 'unpublish' as const,
    revision: 1,
    unpublishReason: 'identifiesSomeone' as const,
    unpublishWords: 'Le texte vous désignait.',
  }
  expect(await takeCaseStep(step, hands(await anActor(), form.once ?? ''))).toEqual({ outcome: 'unpublished' })
  expect(await findPublished(campaignId, testimony.id)).toBe('withdrawn')
  const history = await db().decision.findMany({
    where: { testimonyId: testimony.id },
    select: { kind: true, reason: true },
  })
  expect(history).toEqual([{ kind: 'unpublished', reason: 'identifiesSomeone' }])
})

test('a testimony that left the site keeps its reply off it too, and its cases can still be answered', async () => {
  const { testimony, id } = await anOpenReply()
  const [first, second] = [await anActor(), await anActor()]
  await takeCaseStep({ intent: 'accept', revision: 1, replyText: 'Non.', replyBy: 'A' }, hands(first, id))
  const other = reply()
  await askForReply(other, { testimony, locale: 'fr', now })
  await takeCaseStep({ intent: 'insert', revision: 2 }, hands(second, id))
  const bench = { actor: first, testimonyId: testimony.id, keyring, now }
  await unpublishTestimony({ draftVersion: 1, reason: 'inaccurate', note: null }, bench)
  expect(await listReplies([testimony.id])).toEqual([])
  const late = { intent: 'accept' as const, revision: 1, replyText: 'Non.', replyBy: 'A' }
  expect(await takeCaseStep(late, hands(first, other.once ?? ''))).toEqual({ outcome: 'off-the-site' })
  const answer = {
    intent: 'unpublish' as const,
    revision: 1,
    unpublishReason: 'inaccurate' as const,
    unpublishWords: 'Le texte est retiré.',
  }
  expect(await takeCaseStep(answer, hands(first, other.once ?? ''))).toEqual({ outcome: 'unpublished' })
})

test('a role that does not moderate, and a session that opens nothing, decide nothing', async () => {
  const { id } = await anOpenReply()
  const step = { intent: 'close' as const, revision: 1, reason: 'late' as const, words: 'Trop tard.' }
  expect(await takeCaseStep(step, hands(await anActor('campaigner'), id))).toEqual({ outcome: 'not-found' })
  const moderator = await anActor()
  expect(await takeCaseStep(step, { ...hands(moderator, id), keyring: null })).toEqual({ outcome: 'vault-closed' })
})
