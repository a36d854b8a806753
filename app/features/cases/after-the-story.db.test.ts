import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { unpublishTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { proposePublication } from '#app/features/moderation/commands/draft-testimony.server.ts'
import { publishTestimony } from '#app/features/moderation/commands/publish-testimony.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { approveText } from '#app/features/testimonies/commands/approve-text.server.ts'
import { changeUses } from '#app/features/testimonies/commands/change-uses.server.ts'
import { withdrawTestimony } from '#app/features/testimonies/commands/withdraw.server.ts'
import { findContestable, listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import type { Draft, Use } from '#app/features/testimonies/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { askForReply, openReport } from './commands/open-case.server.ts'
import { takeCaseStep } from './commands/take-case-step.server.ts'
import { findCase } from './queries/for-team.server.ts'
import { listReplies } from './queries/replies.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const keyring = keyringOfThisMachine()
const appears = { story: true, quote: true }
const story: Draft = {
  title: 'Un contrôle',
  text: 'Un récit fictif, assez long pour qu’on y réponde, et bien plus long que sa phrase.',
  contentWarning: null,
  quote: 'Une phrase.',
}
const words = { replyText: 'Une réponse plus longue que la phrase.', replyBy: 'Agence Exemple' }
const who = { name: 'Dominique Exemple', email: 'dominique@example.org', passages: 'Zqpassage' }

async function aPublished(uses: Use[] = ['publish', 'quote', 'press']) {
  const { id, campaignId, receipt } = await aTestimony({ uses })
  const [first, second] = [await anActor(), await anActor()]
  const at = (actor: typeof first) => ({ actor, testimonyId: id, keyring, now })
  await proposePublication({ story, draftVersion: 0 }, at(first))
  await publishTestimony({ draftVersion: 1 }, at(second))
  await approveText({ receipt, draftVersion: 1, appears }, now)
  const testimony = await findContestable(campaignId, id)
  if (!testimony || testimony === 'withdrawn') throw new Error('not on the site')
  const desk = (actor: typeof first, caseId: string) => ({ actor, id: caseId, keyring, now })
  return { id, campaignId, receipt, first, second, at, desk, testimony }
}

async function accepted({ testimony, first, desk }: Awaited<ReturnType<typeof aPublished>>) {
  const once = randomUUID()
  const form = { ...who, quality: 'Agence', reply: words.replyText, signedAs: 'Agence Exemple', orRemoved: undefined }
  await askForReply({ ...form, entitled: 'on', once }, { testimony, locale: 'fr', now })
  expect(await takeCaseStep({ intent: 'accept', revision: 1, ...words }, desk(first, once))).toEqual({
    outcome: 'accepted',
  })
  return once
}

const kept = (id: string) => db().caseFile.findUniqueOrThrow({ where: { id } })

test('a reply to a story does not come to stand under its sentence, and its case is open again', async () => {
  const published = await aPublished()
  const { id, campaignId, receipt, second, desk } = published
  const once = await accepted(published)
  await takeCaseStep({ intent: 'insert', revision: 2 }, desk(second, once))
  expect(await listReplies([id])).toHaveLength(1)
  await changeUses({ receipt, uses: ['quote', 'press'] }, now)
  expect(await listQuotes(campaignId)).toMatchObject([{ id, hasPage: false }])
  expect(await listReplies([id])).toEqual([])
  expect(await kept(once)).toMatchObject({ state: 'open', decision: null, publishedReply: null })
})

test('words accepted for a story are not inserted under its sentence', async () => {
  const published = await aPublished()
  const once = await accepted(published)
  await changeUses({ receipt: published.receipt, uses: ['quote', 'press'] }, now)
  const step = takeCaseStep({ intent: 'insert', revision: 2 }, published.desk(published.second, once))
  expect(await step).toEqual({ outcome: 'changed-meanwhile' })
  expect(await kept(once)).toMatchObject({ state: 'open', publishedReply: null })
})

test('a reply leaves the columns in clear with its story, whoever takes it off', async () => {
  for (const by of ['witness', 'team'] as const) {
    const published = await aPublished(['publish'])
    const { receipt, first, second, desk, at } = published
    const once = await accepted(published)
    await takeCaseStep({ intent: 'insert', revision: 2 }, desk(second, once))
    expect((await kept(once)).publishedReply).toBe(words.replyText)
    if (by === 'witness') await changeUses({ receipt, uses: [] }, now)
    else await unpublishTestimony({ draftVersion: 1, reason: 'inaccurate', note: null }, at(first))
    expect(await kept(once)).toMatchObject({ publishedReply: null, publishedReplyBy: null, publishedReplyOn: null })
  }
})

test('a step of a case and a withdrawal at the same instant leave no word of the testimony', async () => {
  for (let round = 0; round < 4; round += 1) {
    const published = await aPublished(['publish'])
    const { testimony, receipt, first, second, desk } = published
    const [reply, report] = [await accepted(published), randomUUID()]
    const notice = { ...who, ground: 'identifiesMe', reason: 'r', goodFaith: 'on', once: report } as const
    await openReport(notice, { testimony, locale: 'fr', now })
    const close = { intent: 'close', revision: 1, reason: 'notUnlawful', words: 'non' } as const
    await Promise.all([
      takeCaseStep({ intent: 'insert', revision: 2 }, desk(second, reply)),
      takeCaseStep(close, desk(first, report)),
      withdrawTestimony(receipt, now),
    ])
    expect(await kept(reply)).toMatchObject({ publishedReply: null })
    expect((await findCase({ id: report, actor: first, keyring, now }))?.request?.passages ?? null).toBeNull()
  }
})
