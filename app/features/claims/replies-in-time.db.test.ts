import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aClaim } from '#prisma/factories/a-claim.ts'
import { aReplyForm, aReplyRequest } from '#prisma/factories/a-reply-request.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askForAnswer } from './commands/ask-for-answer.server.ts'
import { forgetRequests } from './commands/forget-requests.server.ts'
import { refuseSeveral } from './commands/refuse-several.server.ts'
import { takeReplyStep } from './commands/take-reply-step.server.ts'
import { countReplyRequests, findReplyRequest } from './queries/replies-for-team.server.ts'
import { listPublishedReplies } from './queries/replies.server.ts'
import { findReplyByCode } from './queries/reply-with-code.server.ts'
import { mostRepliesADay } from './rules/replies.ts'
import { refuseSeveralForm, type AnswerForm } from './schema/reply.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
  await aClaim({ campaignId: campaign.id })
})

const asking = () => ({ campaignId: campaign.id, locale: 'fr' as const, now })

const anOpenRequest = (given: Partial<AnswerForm> = {}) => aReplyRequest(campaign.id, now, given)

/** All that comes before a reply stands on the page. */
async function anInsertedReply() {
  const { id, code } = await anOpenRequest()
  const words = { replyText: 'Nous ne sommes pas d’accord.', replyBy: 'Agence Exemple' }
  const hands = async (role: 'owner' | 'campaigner') => ({ id, actor: await anActor(role), keyring, now })
  await takeReplyStep({ intent: 'accept', revision: 1, ...words }, await hands('campaigner'))
  await takeReplyStep({ intent: 'verify', revision: 2 }, await hands('owner'))
  expect(await takeReplyStep({ intent: 'insert', revision: 3 }, await hands('campaigner'))).toEqual({
    outcome: 'inserted',
  })
  return { id, code }
}

test('a year after the decision who asked and what was asked go; what is on the page and the decision stay', async () => {
  const { id, code } = await anInsertedReply()
  expect(await forgetRequests(new Date('2027-02-03T12:00:00Z'))).toBe(0)
  expect(await forgetRequests(new Date('2027-02-04T12:00:00Z'))).toBe(1)
  expect(await findReplyByCode(code)).toMatchObject({ state: 'inserted', request: null })
  expect(await listPublishedReplies(campaign.id)).toHaveLength(1)
  const actor = await anActor('owner')
  expect(await findReplyRequest(id, { actor, keyring, now })).toMatchObject({ request: null, contact: null })
})

test('a reply leaves with the claim that it answered, a month after that was taken off the site, and comes back with it before', async () => {
  const { id } = await anInsertedReply()
  await db().sheet.updateMany({ data: { savedAt: now } })
  await forgetRequests(new Date('2026-06-01T12:00:00Z'))
  expect(await listPublishedReplies(campaign.id), 'its claim stands').toHaveLength(1)
  await db().sheet.updateMany({ data: { retired: true } })
  await forgetRequests(new Date('2026-03-05T12:00:00Z'))
  expect(await listPublishedReplies(campaign.id), 'it may be put back').toHaveLength(1)
  await forgetRequests(new Date('2026-03-08T12:00:00Z'))
  expect(await db().rightOfReply.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'inserted',
    publishedReply: null,
    publishedReplyBy: null,
    takenOffOn: new Date('2026-03-08'),
  })
})

test('what nobody decided for a year is closed with that reason, and its words go', async () => {
  const { code } = await anOpenRequest()
  expect(await forgetRequests(new Date('2027-02-03T12:00:00Z'))).toBe(0)
  expect(await forgetRequests(new Date('2027-02-04T12:00:00Z'))).toBe(1)
  expect(await findReplyByCode(code)).toMatchObject({ state: 'refused', reason: 'undecided', request: null })
  expect(await countReplyRequests(now)).toEqual({ open: 0, pressing: 0 })
  expect(await db().auditEntry.count({ where: { action: 'answer.expired' } })).toBe(1)
  expect(await forgetRequests(new Date('2027-02-05T12:00:00Z'))).toBe(0)
})

test('a campaign takes its share of rights of reply in a day, which no question lessens', async () => {
  const day = { campaignId: campaign.id, day: new Date('2026-02-04') }
  await db().dayShare.createMany({
    data: [
      { ...day, kind: 'question', taken: 100_000 },
      { ...day, kind: 'reply', taken: mostRepliesADay - 1 },
    ],
  })
  const sent = aReplyForm()
  expect(await askForAnswer(sent, asking())).toMatchObject({ outcome: 'asked' })
  expect(await askForAnswer(aReplyForm(), asking())).toEqual({ outcome: 'day-full' })
  expect(await askForAnswer(sent, asking()), 'what is kept already').toEqual({ outcome: 'already-asked' })
  expect(await countReplyRequests(now)).toMatchObject({ open: 1 })
  expect(await askForAnswer(aReplyForm(), { ...asking(), now: new Date('2026-02-05T10:00:00Z') })).toMatchObject({
    outcome: 'asked',
  })
})

test('several requests that were ticked are refused as they were displayed, each with its reason', async () => {
  const [{ id, code }, other] = [await anOpenRequest(), await anOpenRequest()]
  const words = 'La page ne parle pas de vous.'
  const form = refuseSeveralForm.parse({ chosen: [`${id}:1`, `${other.id}:7`], reason: 'notNamed', words })
  expect(await refuseSeveral(form, { actor: await anActor('campaigner'), keyring: null, now })).toEqual({
    done: 1,
    left: 1,
  })
  expect(await findReplyByCode(code)).toMatchObject({ state: 'refused', reason: 'notNamed', words })
  expect(await findReplyByCode(other.code)).toMatchObject({ state: 'open' })
})
