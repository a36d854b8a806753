import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { keyringOf } from '#app/features/staff/team-key.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { amendText } from './commands/amend.server.ts'
import { changeUses } from './commands/change-uses.server.ts'
import { reply } from './commands/reply.server.ts'
import { withdrawTestimony } from './commands/withdraw.server.ts'
import { openKeyForTeam, openKeyWithReceipt } from './keys.server.ts'
import { openInbox } from './queries/inbox.server.ts'
import { findPublished, listVoices } from './queries/published.server.ts'
import { findByReceipt } from './queries/with-receipt.server.ts'
import type { Use } from './schema.ts'
import { sealImage, sealNote } from './sealed-story.server.ts'

const now = new Date('2026-02-04T18:30:00Z')
const today = new Date('2026-02-04')
const machine = keyringOfThisMachine() ?? keyringOf([])

/** Every cell of every table, as a dump would hold it. */
async function dump(): Promise<unknown[]> {
  const { rows } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'testimonies') and table_type = 'BASE TABLE'`,
  )
  const tables = await Promise.all(
    rows.map(({ name }) => pool().query<Record<string, unknown>>(`select * from ${name}`)),
  )
  return tables.flatMap((table) => table.rows.flatMap((row) => Object.values(row)))
}

/** A testimony with everything that can hang on one. */
async function aFullTestimony() {
  const given = { state: 'published', text: 'CANARISTORY', title: 'CANARITITLE', quote: 'CANARIQUOTE' } as const
  const { id, campaignId, receipt } = await aTestimony(given)
  const held = await findByReceipt(receipt)
  if (!held?.key) throw new Error('the receipt opens nothing')
  const { key } = held
  await reply({ receipt, message: 'CANARIMESSAGE', once: undefined }, now)
  const [image, note] = [randomUUID(), randomUUID()]
  const sealedImage = sealImage(key, image, Buffer.from('CANARIIMAGE'))
  await db().attachment.create({
    data: { id: image, testimonyId: id, file: 1, page: 1, width: 1, height: 1, sealedImage },
  })
  const sealedNote = sealNote(key, note, 'CANARINOTE')
  const staffId = (await anActor()).id
  await db().decision.create({
    data: { id: note, testimonyId: id, staffId, kind: 'published', draftVersion: 1, sealedNote, at: now },
  })
  return { id, campaignId, receipt, key }
}

test('after a withdrawal nothing of it opens: not with the team’s key, the receipt and a complete dump together', async () => {
  const { id, receipt, key } = await aFullTestimony()
  const before = (await dump()).filter((cell) => Buffer.isBuffer(cell))
  expect(
    before.some((cell) => opens(cell, { id, receipt })),
    'a key was there',
  ).toBe(true)
  expect(await withdrawTestimony(receipt, now)).toEqual({ outcome: 'withdrawn' })
  const cells = await dump()
  for (const cell of cells) {
    if (!Buffer.isBuffer(cell)) continue
    expect(opens(cell, { id, receipt })).toBe(false)
    expect(cell.includes(key.bytes)).toBe(false)
  }
  expect(JSON.stringify(cells)).not.toMatch(/CANARI/)
  expect(await db().dataKey.count()).toBe(0)
})

/** Whether those bytes give its key to whoever holds the team's private key, or its receipt. */
function opens(cell: Buffer, { id, receipt }: { id: string; receipt: string }): boolean {
  const ways = [() => openKeyForTeam(machine, id, cell), () => openKeyWithReceipt(receipt, id, cell)]
  return ways.some((way) => {
    try {
      return way().bytes.length > 0
    } catch (error) {
      if (error instanceof SealBroken) return false
      throw error
    }
  })
}

test('of a withdrawn testimony stay its campaign, its week and the day it appeared, and who of the team did what', async () => {
  const { id, campaignId, receipt } = await aFullTestimony()
  await withdrawTestimony(receipt, now)
  const { receiptHash, ...row } = await db().testimony.findUniqueOrThrow({ where: { id } })
  expect(receiptHash).toHaveLength(32)
  const kept = Object.entries(row).filter(
    ([, value]) => value !== null && value !== 0 && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  expect(Object.fromEntries(kept)).toEqual({
    id,
    campaignId,
    state: 'withdrawn',
    receivedWeek: new Date('2026-01-26'),
    publishedOn: new Date('2026-02-02'),
    // The same for all: columns that may not be empty.
    locale: 'fr',
    system: 'other',
  })
  expect(await db().message.count()).toBe(0)
  expect(await db().attachment.count()).toBe(0)
  const decisions = await db().decision.findMany({ where: { testimonyId: id }, orderBy: { at: 'asc' } })
  expect(decisions.map(({ kind, sealedNote }) => [kind, sealedNote])).toEqual(
    expect.arrayContaining([
      ['withdrawn', null],
      ['published', null],
    ]),
  )
})

test('it is gone from the site with the same commit, and the trail says so to the day', async () => {
  const { id, campaignId, receipt } = await aFullTestimony()
  await withdrawTestimony(receipt, now)
  expect(await findPublished(campaignId, id)).toBe('withdrawn')
  expect(await listVoices(campaignId, 10)).toEqual([])
  expect(await db().auditEntry.findMany({ where: { action: 'testimony.withdrawn' } })).toMatchObject([
    { subject: `testimony:${id}`, staffId: null, at: today },
  ])
})

test('the receipt still opens a page afterwards, that knows of nothing; nothing more can be done with it', async () => {
  const { receipt } = await aFullTestimony()
  await withdrawTestimony(receipt, now)
  expect(await openInbox(receipt)).toMatchObject({
    state: 'withdrawn',
    since: '2026-02-04',
    readable: false,
    original: null,
    published: null,
    publicPath: null,
    messages: [],
    files: [],
    uses: [],
  })
  expect(await withdrawTestimony(receipt, now)).toEqual({ outcome: 'withdrawn' })
  expect(await reply({ receipt, message: 'Encore un mot.', once: undefined }, now)).toEqual({
    outcome: 'nothing-opens',
  })
  expect(await changeUses({ receipt, uses: ['publish'] }, now)).toEqual({ outcome: 'nothing-left' })
  expect(await db().decision.count({ where: { kind: 'withdrawn' } })).toBe(1)
})

test('whatever is sent in the instant of a withdrawal, nothing is left behind', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id, receipt } = await aTestimony({ state: 'proposed' })
    const draft = { title: 'Un titre', text: 'Un texte.', contentWarning: null, quote: null }
    await Promise.all([
      reply({ receipt, message: 'Un mot.', once: undefined }, now),
      amendText({ receipt, draftVersion: 1, draft, note: '', once: undefined }, now),
      withdrawTestimony(receipt, now),
      changeUses({ receipt, uses: ['press'] }, now),
      withdrawTestimony(receipt, now),
    ])
    expect(await db().testimony.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'withdrawn',
      uses: [],
      unreadByTeam: false,
    })
    expect(await db().message.count({ where: { testimonyId: id } })).toBe(0)
    expect(await db().decision.count({ where: { testimonyId: id, kind: 'withdrawn' } })).toBe(1)
  }
})

const standing = (id: string) =>
  db().testimony.findUniqueOrThrow({
    where: { id },
    select: { state: true, publishedText: true, publishedQuote: true, uses: true, approvedVersion: true },
  })

async function onTheSite(uses: Use[]) {
  const { id, campaignId, receipt } = await aTestimony({
    state: 'published',
    uses,
    quote: 'Une phrase.',
    approvedVersion: 1,
  })
  await db().testimony.update({
    where: { id },
    data: { publishedQuote: uses.includes('quote') ? 'Une phrase.' : null },
  })
  return { id, campaignId, receipt }
}

test('a consent that is taken back takes off the site what depends on it, in the same commit', async () => {
  const both = await onTheSite(['publish', 'quote', 'press'])
  expect(await changeUses({ receipt: both.receipt, uses: ['quote', 'press'] }, now)).toEqual({ outcome: 'taken-off' })
  expect(await standing(both.id)).toMatchObject({
    state: 'published',
    publishedText: null,
    publishedQuote: 'Une phrase.',
  })
  expect(await changeUses({ receipt: both.receipt, uses: [] }, now)).toEqual({ outcome: 'taken-off' })
  expect(await standing(both.id)).toMatchObject({ state: 'unpublished', publishedQuote: null, approvedVersion: null })
  expect(await findPublished(both.campaignId, both.id)).toBe('withdrawn')
  const story = await onTheSite(['publish', 'quote', 'press'])
  expect(await changeUses({ receipt: story.receipt, uses: ['publish'] }, now)).toEqual({ outcome: 'taken-off' })
  expect(await standing(story.id)).toMatchObject({ state: 'published', publishedQuote: null })
  expect(await db().auditEntry.count({ where: { action: 'testimony.uses-changed' } })).toBe(3)
  expect(
    (await db().decision.findMany({ where: { testimonyId: story.id } })).map(({ kind, at }) => [kind, at]),
  ).toEqual([['uses-changed', today]])
})

test('a consent that is added publishes nothing, and one that changes nothing is no step', async () => {
  const { id, receipt } = await onTheSite(['publish'])
  expect(await changeUses({ receipt, uses: ['publish', 'quote', 'press'] }, now)).toEqual({ outcome: 'changed' })
  expect(await standing(id)).toMatchObject({ publishedQuote: null, uses: ['publish', 'quote', 'press'] })
  expect(await changeUses({ receipt, uses: ['publish', 'quote', 'press'] }, now)).toEqual({ outcome: 'unchanged' })
  expect(await db().decision.count({ where: { testimonyId: id } })).toBe(1)
})

test('a yes to a text does not cover what a consent adds afterwards, and falls when none is left', async () => {
  const given = {
    state: 'proposed',
    uses: ['quote', 'press'],
    quote: 'Une phrase.',
    approvedVersion: 1,
  } satisfies Parameters<typeof aTestimony>[0]
  const { id, receipt } = await aTestimony(given)
  await changeUses({ receipt, uses: ['internal', 'quote', 'press'] }, now)
  expect(await standing(id)).toMatchObject({ state: 'proposed', approvedVersion: 1 })
  await changeUses({ receipt, uses: ['quote', 'publish', 'press'] }, now)
  expect(await standing(id)).toMatchObject({ state: 'proposed', approvedVersion: null })
  await changeUses({ receipt, uses: ['press'] }, now)
  expect(await standing(id)).toMatchObject({ state: 'submitted', approvedVersion: null })
})
