import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { anAskedQuestion } from '#prisma/factories/an-asked-question.ts'
import { askQuestion } from './commands/ask.server.ts'
import { declineSeveral } from './commands/decline-several.server.ts'
import { noteOpening } from './commands/note-opening.server.ts'
import { findAsked, listAsked } from './queries/for-team.server.ts'
import { mostAskedADay } from './rules/entry.ts'
import { askedPerPage, declineSeveralForm } from './schema.ts'

const now = new Date('2026-02-06T09:00:00Z')
const keyring = keyringOfThisMachine()

test('the list opens nothing: it says how long a message is, page by page, and never how it begins', async () => {
  const campaignId = (await aCampaign()).id
  const { id } = await anAskedQuestion({ campaignId, text: 'Zqsecret, que puis-je demander ?' })
  const { asked, ...pages } = await listAsked('waiting', { now })
  expect(asked).toMatchObject([{ id, kind: 'question', locale: 'fr', days: 2, length: expect.any(Number) }])
  expect(JSON.stringify(asked)).not.toMatch(/Zq/)
  expect(pages).toEqual({ page: 1, pages: 1 })
  const line = await db().askedQuestion.findUniqueOrThrow({ where: { id } })
  await db().askedQuestion.createMany({
    data: Array.from({ length: askedPerPage }, (_, n) => ({
      ...line,
      id: randomUUID(),
      codeHash: Buffer.from([n]),
      receivedOn: new Date('2026-02-05'),
    })),
  })
  expect(await listAsked('waiting', { now, wanted: 2 })).toMatchObject({ page: 2, pages: 2, asked: [{ days: 1 }] })
  expect(await listAsked('waiting', { now, wanted: 99 }), 'no such page').toMatchObject({ page: 2 })
  expect(await listAsked('waiting', { now, wanted: Number.NaN })).toMatchObject({ page: 1 })
})

test('whoever is shown a neighbour of a question leaves that in the trail as well', async () => {
  const { id, campaignId } = await anAskedQuestion({ text: 'La charte éthique est-elle respectée ?' })
  const other = await anAskedQuestion({ campaignId, text: 'Cette charte éthique est-elle respectée partout ?' })
  const found = await findAsked(id, { keyring, now })
  const ids = [id, ...(found?.earlier ?? []).map((near) => near.id)]
  await noteOpening({ ids, actor: await anActor() }, now)
  const opened = await db().auditEntry.findMany({ where: { action: 'question.opened' }, orderBy: { seq: 'asc' } })
  expect(opened.map(({ subject }) => subject)).toEqual([`asked:${id}`, `asked:${other.id}`])
})

test('a campaign takes its share of questions in a day, and another one tomorrow; a form that came back asks once', async () => {
  const { id, campaignId } = await anAskedQuestion()
  const ask = (once: string, at: Date) =>
    askQuestion(
      { kind: 'question', text: 'Une question de trop ?', wish: 'private', once },
      { campaign: { id: campaignId }, locale: 'fr', now: at },
    )
  const at = new Date('2026-02-04T18:00:00Z')
  expect(await db().dayShare.findMany({ select: { kind: true, taken: true } })).toEqual([
    { kind: 'question', taken: 1 },
  ])
  await db().dayShare.updateMany({ data: { taken: mostAskedADay - 1 } })
  const [one, other] = [randomUUID(), randomUUID()]
  const said = await Promise.all([ask(one, at), ask(other, at)])
  expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(['asked', 'day-full'])
  expect(await db().askedQuestion.count(), 'nothing is left of what was refused').toBe(2)
  expect(await ask(id, at), 'what is kept already').toEqual({ outcome: 'already-asked' })
  expect(await ask(randomUUID(), new Date('2026-02-04T23:30:00Z')), 'midnight in Paris').toMatchObject({
    outcome: 'asked',
  })
  const elsewhere = await aCampaign()
  expect(
    await askQuestion(
      { kind: 'question', text: 'Une autre campagne ?', wish: 'private', once: randomUUID() },
      { campaign: elsewhere, locale: 'fr', now: at },
    ),
  ).toMatchObject({ outcome: 'asked' })
})

test('several that were ticked are declined as they were displayed, and what changed meanwhile is left alone', async () => {
  const { id, campaignId } = await anAskedQuestion()
  const other = await anAskedQuestion({ campaignId })
  const chosen = [`${id}:1`, `${other.id}:2`]
  const form = declineSeveralForm.parse({ chosen, reason: 'offTopic' })
  const hands = { actor: await anActor(), keyring, now }
  expect(await declineSeveral(form, hands)).toEqual({ done: 1, left: 1 })
  expect(await findAsked(id, { keyring, now })).toMatchObject({ state: 'declined', reason: 'offTopic' })
  expect(await findAsked(other.id, { keyring, now })).toMatchObject({ state: 'waiting' })
  for (const wrong of [
    [],
    ['x:1'],
    [`${id}:0`],
    [`${id}:2147483648`],
    [id],
    Array.from({ length: askedPerPage + 1 }, () => `${id}:1`),
  ])
    expect(declineSeveralForm.safeParse({ chosen: wrong, reason: 'offTopic' }).success).toBe(false)
})
