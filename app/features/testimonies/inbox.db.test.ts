import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { amendText } from './commands/amend.server.ts'
import { refuseText } from './commands/refuse-text.server.ts'
import { reply } from './commands/reply.server.ts'
import { mostMessages } from './inbox.ts'
import { openInbox, openPage } from './queries/inbox.server.ts'
import { findByReceipt } from './queries/with-receipt.server.ts'
import type { Draft } from './schema.ts'
import { sealImage, sealMessage } from './sealed-story.server.ts'

const now = new Date('2026-02-04T18:30:00Z')
const message = 'C’était au printemps.'

async function keyOf(receipt: string): Promise<DataKey> {
  const held = await findByReceipt(receipt)
  if (!held?.key) throw new Error('the receipt opens nothing')
  return held.key
}

/** As the team asks: a message of theirs, and the state that waits for an answer. */
async function asked(question: string) {
  const { id, receipt } = await aTestimony({ text: 'Mon récit, tel quel.' })
  const key = await keyOf(receipt)
  const one = randomUUID()
  await db().message.create({
    data: {
      id: one,
      testimonyId: id,
      n: 1,
      author: 'team',
      kind: 'question',
      sealedText: sealMessage(key, one, question),
      day: new Date('2026-02-03'),
    },
  })
  await db().testimony.update({ where: { id }, data: { state: 'asked' } })
  return { id, receipt, key }
}

const rowOf = (id: string) =>
  db().testimony.findUniqueOrThrow({ where: { id }, include: { messages: true, decisions: true } })

test('the receipt opens the story and the thread, dated to the day, and tells nothing of the team', async () => {
  const { receipt } = await asked('Vous souvenez-vous du mois ?')
  await reply({ receipt, message, once: undefined }, now)
  const inbox = await openInbox(receipt)
  expect(inbox).toMatchObject({
    receivedWeek: '2026-01-26',
    since: '2026-02-04',
    readable: true,
    original: { text: 'Mon récit, tel quel.' },
    messages: [
      { author: 'team', day: '2026-02-03', kind: 'question', text: 'Vous souvenez-vous du mois ?' },
      { author: 'witness', day: '2026-02-04', kind: 'answer', text: message },
    ],
    messagesLeft: mostMessages - 1,
  })
  expect(JSON.stringify(inbox)).not.toMatch(/staff|T\d\d:\d\d/)
})

test('a code that no testimony has opens nothing', async () => {
  await aTestimony()
  expect(await openInbox(newReceipt())).toBeNull()
  expect(await reply({ receipt: newReceipt(), message, once: undefined }, now)).toEqual({ outcome: 'unknown-receipt' })
})

test('an answer gives the testimony back to the team, unread, and leaves a step of the day', async () => {
  const { id, receipt } = await asked('Quel mois ?')
  expect(await reply({ receipt, message, once: undefined }, now)).toEqual({ outcome: 'sent' })
  expect(await rowOf(id)).toMatchObject({
    state: 'submitted',
    unreadByTeam: true,
    decisions: [{ kind: 'answered', staffId: null, at: new Date('2026-02-04') }],
  })
})

test('a message changes no other state', async () => {
  for (const state of ['held', 'declined', 'published', 'proposed'] as const) {
    const { id, receipt } = await aTestimony({ state })
    expect(await reply({ receipt, message, once: undefined }, now)).toEqual({ outcome: 'sent' })
    expect(await rowOf(id)).toMatchObject({ state, unreadByTeam: true })
  }
})

test('of a message no word is stored in clear, and messages of different length have one size', async () => {
  const { id, receipt } = await aTestimony()
  await reply({ receipt, message: 'CANARI', once: undefined }, now)
  await reply({ receipt, message: 'CANARI '.repeat(300), once: undefined }, now)
  const { messages } = await rowOf(id)
  const sealed = messages.map(({ sealedText }) => Buffer.from(sealedText))
  expect(sealed.map((bytes) => bytes.includes('CANARI'))).toEqual([false, false])
  expect(sealed[0]?.length).toBe(sealed[1]?.length)
})

test('one form that is sent twice, even at one instant, is one message', async () => {
  const { id, receipt } = await aTestimony()
  const form = { receipt, message, once: randomUUID() }
  const outcomes = await Promise.all([reply(form, now), reply(form, now), reply(form, now)])
  expect(outcomes).toEqual([{ outcome: 'sent' }, { outcome: 'sent' }, { outcome: 'sent' }])
  expect(await rowOf(id)).toMatchObject({ messages: [{ n: 1 }], decisions: [{ kind: 'answered' }] })
})

test('the id of another thread’s message changes nothing there', async () => {
  const [mine, other] = [await aTestimony(), await aTestimony()]
  const once = randomUUID()
  await reply({ receipt: other.receipt, message: 'Leur message.', once }, now)
  await reply({ receipt: mine.receipt, message: 'Le mien.', once }, now)
  expect((await openInbox(other.receipt))?.messages).toMatchObject([{ text: 'Leur message.' }])
  expect((await openInbox(mine.receipt))?.messages).toEqual([])
})

test('a thread ends at its limit, also when many write at one instant', async () => {
  const { id, receipt } = await aTestimony()
  const key = await keyOf(receipt)
  await db().message.createMany({
    data: Array.from({ length: mostMessages - 2 }, (_, n) => {
      const one = randomUUID()
      const sealedText = sealMessage(key, one, 'Un mot.')
      return { id: one, testimonyId: id, n: n + 1, author: 'witness' as const, kind: 'answer', sealedText, day: now }
    }),
  })
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => reply({ receipt, message, once: undefined }, now)))
  expect(outcomes.filter(({ outcome }) => outcome === 'sent')).toHaveLength(2)
  expect(outcomes.filter(({ outcome }) => outcome === 'thread-full')).toHaveLength(3)
  expect(await db().message.count({ where: { testimonyId: id } })).toBe(mostMessages)
})

const amended: Draft = { title: 'Mon titre', text: 'Mon texte.', contentWarning: null, quote: null }

test('a correction goes to the team as a message, and takes back every yes to the text', async () => {
  const proposedById = (await anActor()).id
  const { id, receipt } = await aTestimony({ state: 'proposed', proposedById, approvedVersion: 1 })
  const outcome = await amendText(
    { receipt, draftVersion: 1, draft: amended, note: 'Trop précis.', once: undefined },
    now,
  )
  expect(outcome).toEqual({ outcome: 'amended' })
  expect(await rowOf(id)).toMatchObject({
    state: 'submitted',
    draftVersion: 1,
    approvedVersion: null,
    secondedVersion: null,
    proposedById: null,
    unreadByTeam: true,
    publishedText: null,
    decisions: [{ kind: 'amended', staffId: null }],
  })
  expect((await openInbox(receipt))?.messages).toMatchObject([
    { kind: 'amendment', text: 'Trop précis.', amendment: amended },
  ])
})

test('only the text that was displayed can be corrected, and a correction that is sent twice is one', async () => {
  const { id, receipt } = await aTestimony({ state: 'proposed' })
  const amend = (draftVersion: number, once: string) =>
    amendText({ receipt, draftVersion, draft: amended, note: '', once }, now)
  expect(await amend(2, randomUUID())).toEqual({ outcome: 'text-changed' })
  const once = randomUUID()
  expect(await Promise.all([amend(1, once), amend(1, once)])).toEqual([{ outcome: 'amended' }, { outcome: 'amended' }])
  expect((await rowOf(id)).messages).toHaveLength(1)
  expect(await amend(1, randomUUID())).toEqual({ outcome: 'text-changed' })
})

test('the working text of the team is shown only once it is proposed, with what would appear of it', async () => {
  const proposal = async (given: Parameters<typeof aTestimony>[0]) =>
    (await openInbox((await aTestimony(given)).receipt))?.proposal
  expect(await proposal({ state: 'submitted' })).toBeNull()
  expect(await proposal({ state: 'proposed', uses: ['publish'] })).toMatchObject({
    version: 1,
    approved: false,
    appears: { story: true, quote: false },
  })
  expect(await proposal({ state: 'proposed', uses: ['quote', 'press'], quote: 'Une phrase.' })).toMatchObject({
    appears: { story: false, quote: true },
  })
  expect(await proposal({ state: 'proposed', uses: ['press'], approvedVersion: 1 })).toMatchObject({
    approved: true,
    appears: null,
  })
})

test('what was deposited before receipts opened anything shows its state and consents, and no text', async () => {
  const { id, receipt } = await aTestimony({ state: 'published' })
  await db().dataKey.update({ where: { testimonyId: id }, data: { forReceipt: null } })
  expect(await openInbox(receipt)).toMatchObject({ readable: false, original: null, messages: [], state: 'published' })
  expect(await reply({ receipt, message, once: undefined }, now)).toEqual({ outcome: 'nothing-opens' })
})

test('a damaged envelope keeps nobody from the rest', async () => {
  const { id, receipt } = await asked('Quel mois ?')
  const { messages } = await rowOf(id)
  await db().message.update({ where: { id: messages[0]?.id ?? '' }, data: { sealedText: new Uint8Array(64) } })
  await db().testimony.update({ where: { id }, data: { sealedOriginal: new Uint8Array(64) } })
  expect(await openInbox(receipt)).toMatchObject({ state: 'asked', original: null, messages: [{ text: null }] })
})

test('images that were joined are counted, and opened one page at a time', async () => {
  const { id, receipt } = await aTestimony()
  const key = await keyOf(receipt)
  for (const [file, page] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ] as const) {
    const one = randomUUID()
    const sealedImage = sealImage(key, one, Buffer.from(`image ${file}.${page}`))
    await db().attachment.create({ data: { id: one, testimonyId: id, file, page, width: 1, height: 1, sealedImage } })
  }
  expect((await openInbox(receipt))?.files).toEqual([
    { file: 1, pages: 2 },
    { file: 2, pages: 1 },
  ])
  const words = (src = '') => Buffer.from(src.split(',')[1] ?? '', 'base64').toString()
  const second = await openPage(receipt, { file: 1, page: 2 })
  expect(second).toMatchObject({ file: 1, page: 2, pages: 2, width: 1, height: 1 })
  expect(words(second?.src)).toBe('image 1.2')
  expect(await openPage(receipt, { file: 1, page: 3 })).toBeNull()
  expect(await openPage(receipt, { file: 3, page: 1 })).toBeNull()
  expect(await openPage((await aTestimony()).receipt, { file: 1, page: 1 })).toBeNull()
})

test('a page that is damaged is shown to nobody, and keeps nobody from the others', async () => {
  const { id, receipt } = await aTestimony()
  const sealedImage = new Uint8Array(64)
  await db().attachment.create({
    data: { id: randomUUID(), testimonyId: id, file: 1, page: 1, width: 1, height: 1, sealedImage },
  })
  expect(await openPage(receipt, { file: 1, page: 1 })).toBeNull()
})

test('a correction, a no or a message is kept though another message of theirs had the same form id', async () => {
  const once = randomUUID()
  const first = await aTestimony({ state: 'proposed' })
  await reply({ receipt: first.receipt, message, once }, now)
  const correction = { receipt: first.receipt, draftVersion: 1, draft: amended, note: 'Un mot.', once }
  expect(await amendText(correction, now)).toEqual({ outcome: 'amended' })
  expect((await openInbox(first.receipt))?.messages).toMatchObject([{ kind: 'answer' }, { amendment: amended }])
  const second = await aTestimony({ state: 'proposed' })
  const [no, other] = [{ receipt: second.receipt, draftVersion: 1, why: 'Non.', once: randomUUID() }, 'Autre message.']
  await reply({ receipt: second.receipt, message, once: no.once }, now)
  expect(await refuseText(no, now)).toEqual({ outcome: 'refused' })
  expect(await reply({ receipt: second.receipt, message: other, once: no.once }, now)).toEqual({ outcome: 'sent' })
  expect((await openInbox(second.receipt))?.messages.map(({ text }) => text)).toEqual([message, 'Non.', other])
})
