import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { approveText } from './commands/approve-text.server.ts'
import { refuseText } from './commands/refuse-text.server.ts'
import { reply } from './commands/reply.server.ts'
import { mostMessages } from './inbox.ts'
import { openInbox } from './queries/inbox.server.ts'
import { findByReceipt } from './queries/with-receipt.server.ts'
import { sealMessage } from './sealed-story.server.ts'

const now = new Date('2026-02-04T18:30:00Z')
const appears = { story: true, quote: true }
const rowOf = (id: string) =>
  db().testimony.findUniqueOrThrow({ where: { id }, include: { messages: true, decisions: true, dataKey: true } })
const no = (receipt: string, given: { draftVersion?: number; why?: string; once?: string } = {}) =>
  refuseText({ receipt, draftVersion: 1, why: '', once: undefined, ...given }, now)

test('a no takes back every yes, keeps story and consents, and is unread for the team', async () => {
  const [proposer, second] = [await anActor(), await anActor()]
  const { id, receipt } = await aTestimony({ state: 'proposed', uses: ['publish', 'internal'] })
  await db().testimony.update({
    where: { id },
    data: { proposedById: proposer.id, secondedById: second.id, secondedVersion: 1 },
  })
  expect(await no(receipt, { why: 'On me reconnaît.' })).toEqual({ outcome: 'refused' })
  expect(await rowOf(id)).toMatchObject({
    state: 'submitted',
    uses: ['publish', 'internal'],
    proposedById: null,
    secondedById: null,
    secondedVersion: null,
    approvedVersion: null,
    publishedText: null,
    draftVersion: 1,
    unreadByTeam: true,
    settledOn: new Date('2026-02-04'),
    decisions: [{ kind: 'refused', staffId: null, at: new Date('2026-02-04') }],
  })
  const row = await rowOf(id)
  expect([row.sealedOriginal, row.dataKey]).not.toContain(null)
  expect(await openInbox(receipt)).toMatchObject({
    state: 'submitted',
    since: '2026-02-04',
    proposal: null,
    messages: [{ author: 'witness', kind: 'refusal', text: 'On me reconnaît.' }],
  })
})

test('a yes can be taken back as long as nothing appeared, and afterwards it is no longer a no to the text', async () => {
  const { id, receipt } = await aTestimony({ state: 'proposed', uses: ['publish'] })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'approved' })
  expect(await no(receipt)).toEqual({ outcome: 'refused' })
  expect(await approveText({ receipt, draftVersion: 1, appears }, now)).toEqual({ outcome: 'text-changed' })
  expect(await rowOf(id)).toMatchObject({ state: 'submitted', approvedVersion: null })
  const published = await aTestimony({ state: 'published' })
  expect(await no(published.receipt)).toEqual({ outcome: 'text-changed' })
  expect(await rowOf(published.id)).toMatchObject({ state: 'published', messages: [] })
})

test('only the text that was displayed is refused, and a no that is sent twice is one', async () => {
  const { id, receipt } = await aTestimony({ state: 'proposed' })
  expect(await no(receipt, { draftVersion: 2 })).toEqual({ outcome: 'text-changed' })
  const once = randomUUID()
  expect(await Promise.all([no(receipt, { once }), no(receipt, { once })])).toEqual([
    { outcome: 'refused' },
    { outcome: 'refused' },
  ])
  expect(await rowOf(id)).toMatchObject({ messages: [{ kind: 'refusal' }], decisions: [{ kind: 'refused' }] })
  expect(await no(receipt, { once: randomUUID() })).toEqual({ outcome: 'text-changed' })
  expect(await no(newReceipt())).toEqual({ outcome: 'unknown-receipt' })
})

test('a thread that is full still takes a no, which takes no place of a message', async () => {
  const { id, receipt } = await aTestimony({ state: 'proposed' })
  const held = await findByReceipt(receipt)
  if (!held?.key) throw new Error('the receipt opens nothing')
  for (let n = 1; n <= mostMessages; n += 1) {
    const one = randomUUID()
    const sealedText = sealMessage(held.key, one, 'Un mot.')
    await db().message.create({
      data: { id: one, testimonyId: id, n, author: 'witness', kind: 'answer', sealedText, day: now },
    })
  }
  expect(await reply({ receipt, message: 'Un de trop.', once: undefined }, now)).toEqual({ outcome: 'thread-full' })
  expect(await no(receipt, { why: 'Non.' })).toEqual({ outcome: 'refused' })
  const inbox = await openInbox(receipt)
  expect(inbox?.messages.at(-1)).toMatchObject({ kind: 'refusal', text: 'Non.' })
  expect(inbox?.messagesLeft).toBe(0)
})

test('of a no no word is stored in clear', async () => {
  const { id, receipt } = await aTestimony({ state: 'proposed' })
  await no(receipt, { why: 'CANARI' })
  const [message] = (await rowOf(id)).messages
  expect(Buffer.from(message?.sealedText ?? []).includes('CANARI')).toBe(false)
})
