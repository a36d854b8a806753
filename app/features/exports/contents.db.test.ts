import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { enterBatch } from '#app/features/paper/commands/enter-batch.server.ts'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aBatchForm } from '#prisma/factories/a-paper-batch.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aConfirmedOrganisation } from '#prisma/factories/an-organisation.ts'
import { dataBytes, openSnapshot } from './queries/read-source.server.ts'
import { sourceOf } from './queries/sources.server.ts'
import { exportFormats, exportKinds, type ExportFormat, type ExportKind } from './schema.ts'

let campaign: CampaignSummary
let campaignId: number

beforeEach(async () => {
  campaign = await aCampaign()
  campaignId = campaign.id
})

async function fileOf(kind: ExportKind, format: ExportFormat = 'jsonl', people = false): Promise<string> {
  const source = sourceOf(kind, campaignId, people)
  const snapshot = await openSnapshot(source)
  try {
    return await text(dataBytes({ source, format }, snapshot, { rows: 0 }))
  } finally {
    await snapshot.close(true)
  }
}

const linesOf = async (kind: ExportKind, people = false): Promise<Record<string, unknown>[]> =>
  (await fileOf(kind, 'jsonl', people))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Object(JSON.parse(line)))

interface Signer {
  name?: string
  showName?: boolean
  news?: 'active' | 'unsubscribed' | 'pending'
  state?: 'pending' | 'confirmed'
  comment?: string
}

/** Someone who signed, with what they agreed to. */
async function aSigner({
  name = 'Camille',
  showName = false,
  news,
  state = 'confirmed',
  comment,
}: Signer): Promise<void> {
  const id = await aSignature({ campaignId, state, name })
  const { emailIndex } = await db().signature.findUniqueOrThrow({ where: { campaignId_id: { campaignId, id } } })
  const sealedComment =
    comment === undefined
      ? null
      : new Uint8Array(seal(comment, signaturePlace('sealed_comment', { campaignId, emailIndex })))
  await db().signature.update({ where: { campaignId_id: { campaignId, id } }, data: { showName, sealedComment } })
  if (news) await aSubscription({ campaignId, emailIndex: Buffer.from(emailIndex), state: news })
}

test.each([
  ['nothing where nothing was agreed to', {}, ['', '', '']],
  ['the name where it may be shown', { showName: true }, ['Camille', '', '']],
  ['the address where news were asked for', { news: 'active' }, ['', 'camille@example.org', '']],
  ['no address of somebody who left the news', { news: 'unsubscribed', showName: true }, ['Camille', '', '']],
  ['no address before the news were confirmed', { news: 'pending' }, ['', '', '']],
  ['the comment that was written', { comment: '=1+1' }, ['', '', '=1+1']],
  [
    'nothing of who has not confirmed',
    { state: 'pending', showName: true, news: 'active', comment: 'x' },
    ['', '', ''],
  ],
] as const)('a file with people holds %s', async (_, signer, [name, email, comment]) => {
  await aSigner(signer)
  expect(await linesOf('signers', true)).toMatchObject([{ name, email, comment_text: comment }])
})

test('an address that is to be left alone is in no file', async () => {
  await aSigner({ news: 'active' })
  await db().suppression.createMany({
    data: blockIndexes('camille@example.org').map((index) => ({
      emailIndex: new Uint8Array(index),
      reason: 'not-me',
      createdAt: new Date(),
    })),
  })
  expect(await linesOf('signers', true)).toMatchObject([{ email: '' }])
})

test('a file without people says which consents there are, and names nobody', async () => {
  await aSigner({ showName: true, news: 'active', comment: 'Bravo' })
  expect(await linesOf('signers')).toEqual([
    {
      day: '2026-02-01',
      confirmed: '2026-02-01',
      state: 'confirmed',
      country: 'FR',
      department: '31',
      language: 'fr',
      text_version: 1,
      name_shown: 'yes',
      comment: 'yes',
      news: 'active',
    },
  ])
})

test('what people typed is no formula in a table, and the lines end as RFC 4180 says', async () => {
  await aSigner({ name: '=HYPERLINK("x")', showName: true, comment: '+33\r\n"' })
  const csv = await fileOf('signers', 'csv', true)
  expect(csv).toContain(`"'=HYPERLINK(""x"")",,"'+33\r\n"""\r\n`)
})

test('a testimony is in a file as it stands on the site, and only while its author agrees', async () => {
  await aTestimony({ campaignId, state: 'submitted', title: 'Not yet', text: 'Not yet published, any of this.' })
  const { id } = await aTestimony({
    campaignId,
    state: 'published',
    title: 'Shown',
    text: 'This is published. All of it.',
  })
  expect(await linesOf('testimonies')).toMatchObject([{ id, title: 'Shown', uses: 'internal publish', quote: '' }])
  for (const data of [{ state: 'unpublished' as const }, { state: 'published' as const, uses: ['internal'] }]) {
    await db().testimony.update({ where: { id }, data })
    expect(await linesOf('testimonies')).toEqual([])
  }
})

test('the report of the moderation counts weeks, from the Monday of the deposit', async () => {
  const staffId = (await anActor()).id
  const decision = (testimonyId: string, kind: string, at: string) =>
    db().decision.create({
      data: {
        id: crypto.randomUUID(),
        testimonyId,
        staffId,
        kind,
        reason: 'offTopic',
        draftVersion: 0,
        at: new Date(at),
      },
    })
  const soon = await aTestimony({ campaignId, state: 'declined' })
  const late = await aTestimony({ campaignId, state: 'declined' })
  await aTestimony({ campaignId })
  await decision(soon.id, 'declined', '2026-02-02T10:00:00Z')
  await decision(late.id, 'declined', '2026-02-03T10:00:00Z')
  const week = '2026-01-26'
  expect(await linesOf('moderation')).toEqual([
    { week, measure: 'decided', reason: '', value: 2 },
    { week, measure: 'decided-within-7-days', reason: '', value: 1 },
    { week, measure: 'median-days', reason: '', value: 7.5 },
    { week, measure: 'percent-within-7-days', reason: '', value: 33.3 },
    { week, measure: 'received', reason: '', value: 3 },
    { week: '2026-02-02', measure: 'step-declined', reason: 'offTopic', value: 2 },
  ])
})

test('no sealed column, no index, no hash and no key is in any file', async () => {
  await aSigner({ showName: true, news: 'active', comment: 'Bravo' })
  await aTestimony({ campaignId, state: 'published' })
  await aConfirmedOrganisation({ campaign })
  await enterBatch(await anActor('campaigner'), aBatchForm(campaignId), new Date('2026-02-02'))
  await db().signature.updateMany({
    data: { nameIndex: randomBytes(32), placeIndex: randomBytes(32), networkIndex: randomBytes(12) },
  })
  const files: string[] = []
  for (const kind of exportKinds)
    for (const format of exportFormats.filter((one) => one !== 'xlsx')) files.push(await fileOf(kind, format, true))
  const all = files.join('\n')
  const { rows: columns } = await pool().query<{ place: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as place, quote_ident(column_name) as column
     from information_schema.columns where table_schema in ('public', 'testimonies') and data_type = 'bytea'`,
  )
  let looked = 0
  for (const { place, column } of columns) {
    const { rows } = await pool().query<{ value: Buffer }>(
      `select ${column} as value from ${place} where length(${column}) > 3`,
    )
    for (const { value } of rows) {
      looked += 1
      for (const form of ['hex', 'base64', 'base64url'] as const)
        expect(all.toLowerCase(), `${place}.${column}`).not.toContain(value.toString(form).toLowerCase())
    }
  }
  expect(looked).toBeGreaterThan(12)
  for (const kind of exportKinds)
    for (const { name } of sourceOf(kind, campaignId, true).columns)
      expect(name).not.toMatch(/index|hash|seal|token|key|_id$|staff/)
})

test('who signs while a file is written is not in it, and nobody is twice', async () => {
  for (let n = 0; n < 450; n += 1) await aSignature({ campaignId, department: String(n % 90).padStart(2, '0') })
  const source = sourceOf('signers', campaignId, true)
  const snapshot = await openSnapshot(source)
  const progress = { rows: 0 }
  let lines = 0
  for await (const part of dataBytes({ source, format: 'jsonl' }, snapshot, progress)) {
    lines += part.toString().split('\n').length - 1
    await pool().query('delete from signature where id in (select id from signature order by random() limit 50)')
    await aSignature({ campaignId })
  }
  await snapshot.close(true)
  expect([lines, progress.rows]).toEqual([450, 450])
})

test.each(exportFormats)('who stops reading in the middle leaves no connection behind (%s)', async (format) => {
  await pool().query(
    `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at)
     select $1, gen_random_uuid(), sha256(int8send(i)), '', '', 'FR', 'fr', 1, false, 'pending', now(), now() from generate_series(1, 60000) i`,
    [campaignId],
  )
  const source = sourceOf('signers', campaignId, false)
  const snapshot = await openSnapshot(source)
  let parts = 0
  for await (const _ of dataBytes({ source, format }, snapshot, { rows: 0 })) if ((parts += 1) === 2) break
  await snapshot.close(false)
  await expect
    .poll(async () => {
      const open = `select count(*)::int as n from pg_stat_activity where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`
      return (await pool().query<{ n: number }>(open)).rows[0]?.n
    })
    .toBe(0)
})

test('columns that PostgreSQL writes itself hold no sign that a table could stumble over', async () => {
  await aSigner({ showName: true, news: 'active' })
  await aSignature({ campaignId, department: null, state: 'quarantined' })
  await enterBatch(await anActor('campaigner'), aBatchForm(campaignId), new Date('2026-02-02'))
  await aStartedMailing(campaignId)
  for (const kind of exportKinds) {
    const source = sourceOf(kind, campaignId, false)
    const codes = source.columns.filter(({ type }) => type === 'code').map(({ name }) => name)
    for (const line of await linesOf(kind))
      for (const name of codes) expect(String(line[name])).toMatch(/^(?:[\w][\w .:-]*)?$/)
  }
})
