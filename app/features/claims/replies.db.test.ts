import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aClaim } from '#prisma/factories/a-claim.ts'
import { aReplyForm, aReplyRequest } from '#prisma/factories/a-reply-request.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askForAnswer } from './commands/ask-for-answer.server.ts'
import { takeReplyStep } from './commands/take-reply-step.server.ts'
import { countReplyRequests, findReplyRequest, listReplyRequests } from './queries/replies-for-team.server.ts'
import { listPublishedReplies } from './queries/replies.server.ts'
import { findReplyByCode } from './queries/reply-with-code.server.ts'
import { replyStep, type AnswerForm } from './schema/reply.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
  await aClaim({ campaignId: campaign.id })
})

const asking = () => ({ campaignId: campaign.id, locale: 'fr' as const, now })

const anOpenRequest = (given: Partial<AnswerForm> = {}) => aReplyRequest(campaign.id, now, given)

/** An owner may campaign, and opens who asks. */
const verified = async (id: string, revision: number) =>
  expect(
    await takeReplyStep({ intent: 'verify', revision }, { id, actor: await anActor('owner'), keyring, now }),
  ).toEqual({
    outcome: 'verified',
  })

const accept = { intent: 'accept' as const, replyText: 'Nous ne sommes pas d’accord.', replyBy: 'Agence Exemple' }

test('a right of reply is due in three days, sealed, and opened by its code; who asks is read by the key of the team alone', async () => {
  const { id, code, dueOn } = await anOpenRequest()
  expect(dueOn).toBe('2026-02-07')
  for (const value of Object.values(await db().rightOfReply.findFirstOrThrow()))
    expect(value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)).not.toMatch(
      /Zq(?:passage|titre|nom|réponse)|zq@example/,
    )
  const actor = await anActor('owner')
  expect(await findReplyRequest(id, { actor, keyring, now })).toMatchObject({
    request: { passages: 'Zqpassage', quality: 'Zqtitre' },
    contact: { name: 'Dominique Zqnom', email: 'dominique.zq@example.org' },
    answered: { title: 'A score (fr)', version: 1 },
    inTime: true,
    daysLeft: 3,
  })
  expect(await findReplyRequest(id, { actor, keyring: null, now })).toMatchObject({ contact: 'closed' })
  const mine = await findReplyByCode(` ${code.toLowerCase()} `)
  expect(mine).toMatchObject({ state: 'open', dueOn: '2026-02-07', request: { passages: 'Zqpassage' } })
  expect(JSON.stringify(mine)).not.toMatch(/Zqnom|zq@example/)
  expect(await findReplyByCode(code.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeNull()
})

test('the same form twice asks once', async () => {
  const sent = aReplyForm()
  await askForAnswer(sent, asking())
  expect(await askForAnswer(sent, asking())).toEqual({ outcome: 'already-asked' })
  expect(await countReplyRequests(now)).toEqual({ open: 1, pressing: 0 })
  expect(await countReplyRequests(new Date('2026-02-06T10:00:00Z'))).toEqual({ open: 1, pressing: 1 })
})

test('a reply is no longer than what it answers or than there is room for, and answers what is on the site', async () => {
  expect(await askForAnswer(aReplyForm({ reply: 'é'.repeat(1501) }), asking())).toEqual({ outcome: 'too-long' })
  expect(await askForAnswer(aReplyForm({ reply: `a${'\n'.repeat(200)}` }), asking())).toEqual({
    outcome: 'too-many-lines',
  })
  const off = { outcome: 'off-the-site' }
  expect(await askForAnswer(aReplyForm({ about: { target: 'claim', slug: 'none' } }), asking())).toEqual(off)
  expect(await askForAnswer(aReplyForm({ about: { target: 'system', slug: 'none' } }), asking())).toEqual(off)
  expect(await askForAnswer(aReplyForm({ about: { target: 'campaign', slug: '' } }), asking())).toMatchObject({
    outcome: 'asked',
  })
})

test('what is asked after three months is taken too, and the team sees that the law does not oblige', async () => {
  const sent = aReplyForm()
  await askForAnswer(sent, { ...asking(), now: new Date('2026-04-17T10:00:00Z') })
  const actor = await anActor('campaigner')
  expect(await listReplyRequests('open', { actor, now })).toMatchObject({
    replies: [{ id: sent.once, inTime: false, dueOn: '2026-04-20' }],
    page: 1,
    pages: 1,
  })
})

test('two people put a reply beside the claim: whoever proposed it does not insert it', async () => {
  const { id, code } = await anOpenRequest()
  const [camille, dominique] = [await anActor('campaigner'), await anActor('campaigner')]
  expect(await takeReplyStep({ intent: 'insert', revision: 1 }, { id, actor: dominique, keyring, now })).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await takeReplyStep({ ...accept, revision: 1 }, { id, actor: camille, keyring, now })).toEqual({
    outcome: 'accepted',
  })
  expect(await findReplyByCode(code), 'a first yes is not for them yet').toMatchObject({ state: 'open' })
  expect(await listPublishedReplies(campaign.id)).toEqual([])
  await verified(id, 2)
  expect(await takeReplyStep({ intent: 'insert', revision: 3 }, { id, actor: camille, keyring, now })).toEqual({
    outcome: 'own-proposal',
  })
  const both = await Promise.all(
    [1, 2].map(() => takeReplyStep({ intent: 'insert', revision: 3 }, { id, actor: dominique, keyring, now })),
  )
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['changed-meanwhile', 'inserted'])
  expect(await listPublishedReplies(campaign.id)).toMatchObject([
    {
      target: 'claim',
      slug: 'a-score',
      version: 1,
      text: accept.replyText,
      by: 'Agence Exemple',
      publishedOn: '2026-02-04',
    },
  ])
  expect(await listPublishedReplies((await aCampaign()).id)).toEqual([])
  expect(await findReplyByCode(code)).toMatchObject({ state: 'inserted', decidedOn: '2026-02-04' })
  const deeds = await db().auditEntry.findMany({ where: { subject: `answer:${id}` }, orderBy: { seq: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual([
    'answer.received',
    'answer.accepted',
    'answer.verified',
    'answer.inserted',
  ])
  expect(JSON.stringify(deeds.map(({ detail }) => detail))).not.toMatch(/Zq|zq@|accord/)
})

test('a proposal is taken back, and a refusal gives its reason to whoever holds the code', async () => {
  const { id, code } = await anOpenRequest()
  const actor = await anActor('campaigner')
  await takeReplyStep({ ...accept, revision: 1 }, { id, actor, keyring, now })
  expect(await takeReplyStep({ intent: 'reopen', revision: 2 }, { id, actor, keyring, now })).toEqual({
    outcome: 'reopened',
  })
  const refuse = { intent: 'refuse' as const, reason: 'notNamed' as const, words: 'La page ne parle pas de vous.' }
  expect(await takeReplyStep({ ...refuse, revision: 1 }, { id, actor, keyring, now })).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await takeReplyStep({ ...refuse, revision: 3 }, { id, actor, keyring, now })).toEqual({ outcome: 'refused' })
  expect(await findReplyByCode(code)).toMatchObject({ state: 'refused', reason: 'notNamed', words: refuse.words })
  expect(await takeReplyStep({ ...accept, revision: 4 }, { id, actor, keyring, now })).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(
    await takeReplyStep({ ...accept, revision: 4 }, { id, actor: await anActor('moderator'), keyring, now }),
  ).toEqual({
    outcome: 'not-found',
  })
})

test('nothing is inserted beside what is not on the site any more', async () => {
  const { id } = await anOpenRequest()
  await takeReplyStep({ ...accept, revision: 1 }, { id, actor: await anActor('campaigner'), keyring, now })
  await verified(id, 2)
  await db().sheet.updateMany({ data: { retired: true } })
  const actor = await anActor('campaigner')
  expect(await takeReplyStep({ intent: 'insert', revision: 3 }, { id, actor, keyring, now })).toEqual({
    outcome: 'off-the-site',
  })
})

test('the database itself refuses a reply that one person alone decided', async () => {
  const { id } = await anOpenRequest()
  const { id: one } = await anActor('owner')
  const published = { publishedReply: 'x', publishedReplyBy: 'y', publishedReplyOn: now }
  const asked = { verifiedById: one, verifiedOn: now }
  const data = { state: 'inserted', proposedById: one, decidedById: one, ...published, ...asked }
  await expect(db().rightOfReply.update({ where: { id }, data })).rejects.toThrow(/right_of_reply_four_eyes/)
  for (const nobody of [{ proposedById: null }, { decidedById: null }])
    await expect(db().rightOfReply.update({ where: { id }, data: { ...data, ...nobody } })).rejects.toThrow(
      /right_of_reply_two_people/,
    )
})

test('nothing is inserted before somebody who opens who asks has verified them, and the database refuses it too', async () => {
  const { id } = await anOpenRequest()
  const [camille, dominique, owner] = [await anActor('campaigner'), await anActor('campaigner'), await anActor('owner')]
  const verify = { intent: 'verify' as const, revision: 2 }
  await takeReplyStep({ ...accept, revision: 1 }, { id, actor: camille, keyring: null, now })
  expect(await takeReplyStep({ intent: 'insert', revision: 2 }, { id, actor: dominique, keyring: null, now })).toEqual({
    outcome: 'not-verified',
  })
  const published = { publishedReply: 'x', publishedReplyBy: 'y', publishedReplyOn: now }
  const data = { state: 'inserted', decidedById: dominique.id, ...published }
  await expect(db().rightOfReply.update({ where: { id }, data })).rejects.toThrow(/right_of_reply_verified/)
  const closed = { outcome: 'vault-closed' }
  expect(await takeReplyStep(verify, { id, actor: camille, keyring, now }), 'no moderator').toEqual(closed)
  expect(await takeReplyStep(verify, { id, actor: owner, keyring: null, now }), 'no key').toEqual(closed)
  expect(await takeReplyStep(verify, { id, actor: owner, keyring, now })).toEqual({ outcome: 'verified' })
  expect(await takeReplyStep({ ...verify, revision: 3 }, { id, actor: owner, keyring, now })).toEqual({
    outcome: 'changed-meanwhile',
  })
  expect(await findReplyRequest(id, { actor: camille, keyring: null, now })).toMatchObject({
    verifiedOn: '2026-02-04',
    verifiedBy: expect.stringContaining('owner-'),
  })
  expect(await takeReplyStep({ intent: 'insert', revision: 3 }, { id, actor: dominique, keyring: null, now })).toEqual({
    outcome: 'inserted',
  })
})

test('a step names a state that was seen, as large as the database counts', () => {
  const taken = (revision: string) => replyStep.safeParse({ intent: 'insert', revision }).success
  expect(['0', '-1', '2147483648'].filter(taken)).toEqual([])
  expect(replyStep.safeParse({ intent: 'insert', revision: '2147483647' }).success).toBe(true)
})
