import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { trailPage } from '#app/features/staff/queries/trail.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { confirmSignature } from './commands/confirm-signature.server.ts'
import { countTexts, markRecountsSeen, recount, tallyAnew } from './commands/recount.server.ts'
import { countSignedTexts, recountNightly } from './jobs.server.ts'
import { textsCounted } from './queries/texts-counted.server.ts'
import type { SignatureState } from './schema.ts'

const night = new Date('2026-03-02T02:11:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

interface Crowd {
  state?: SignatureState
  day?: string
  locale?: string
  textVersion?: number
}

/** Rows of signatures without their tallies: what another door may leave behind. */
async function aCrowd(
  n: number,
  { state = 'confirmed', day = '2026-02-20', locale = 'fr', textVersion = 1 }: Crowd = {},
) {
  await pool().query(
    `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
     select $1, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '\\x', '\\x', '31', 'FR', $3, $4, false, $5::signature_state, $6::timestamptz, $6::timestamptz,
       case when $5 = 'pending' then null else $6::timestamptz end
     from generate_series(1, $2::int)`,
    [campaign.id, n, locale, textVersion, state, `${day}T11:00:00Z`],
  )
}
const tallied = async (dimension: string) => {
  const rows = await db().tally.findMany({ where: { dimension }, select: { key: true, n: true } })
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]))
}
const trail = async () => (await trailPage(1)).entries.map(({ action, detail }) => `${action} ${detail}`)

test('only what is confirmed counts', async () => {
  await aCrowd(3)
  for (const state of ['pending', 'quarantined', 'invalidated', 'withdrawn'] as const) await aCrowd(2, { state })
  expect(await tallyAnew(campaign.id, night)).toMatchObject({ before: 0, after: 3 })
  expect(await tallied('all')).toEqual({ '': 3 })
  expect(await tallied('department')).toEqual({ '31': 3 })
})

test('a night on which everything is right leaves a date and nothing else', async () => {
  await aCrowd(3)
  await tallyAnew(campaign.id, night)
  await recountNightly.run(night)
  expect(await db().recount.findMany()).toMatchObject([{ before: 3, after: 3, cells: 0, days: 0, at: night }])
  expect(await trail()).toEqual([])
})

test('tallies that are wrong are repaired where they are wrong, the team is told, and it is written down', async () => {
  await aCrowd(3, { day: '2026-02-19' })
  await aCrowd(4, { day: '2026-02-20' })
  await tallyAnew(campaign.id, night)
  await pool().query(`update tally set n = n + 90 where day = '2026-02-20' and dimension = 'all'`)
  await pool().query(`update tally set key = '75' where day = '2026-02-20' and dimension = 'department'`)
  const untouched = await pool().query(`select ctid, * from tally where day = '2026-02-19' order by dimension`)

  expect(await recount(campaign.id, night)).toEqual({ before: 97, after: 7, cells: 3, days: 1 })
  expect(await tallied('all')).toEqual({ '': 4 })
  expect(await tallied('department')).toEqual({ '31': 4 })
  expect(await trail()).toEqual(['signatures.recounted days 1, after 7, cells 3, before 97'])
  const after = await pool().query(`select ctid, * from tally where day = '2026-02-19' order by dimension`)
  expect(after.rows, 'the day that was right is not even written').toEqual(untouched.rows)

  const actor = await anActor('campaigner')
  expect(await markRecountsSeen({ actor, campaignId: campaign.id }, night)).toEqual({ outcome: 'seen' })
  expect(await markRecountsSeen({ actor, campaignId: campaign.id }, night)).toEqual({ outcome: 'nothing-to-see' })
  expect(await recount(campaign.id, night)).toMatchObject({ cells: 0 })
})

test('another campaign is left alone', async () => {
  await aCrowd(2)
  await tallyAnew(campaign.id, night)
  const wrong = campaign
  campaign = await aCampaign()
  await aCrowd(5)
  await tallyAnew(campaign.id, night)
  await pool().query('update tally set n = 1')
  await recount(wrong.id, night)
  const { rows } = await pool().query(`select n from tally where campaign_id = $1`, [campaign.id])
  expect(new Set(rows.map(({ n }: { n: number }) => n))).toEqual(new Set([1]))
})

test('nobody waits while it is counted: signatures go on being confirmed, and each counts once', async () => {
  await aCrowd(20, { state: 'pending', day: '2026-03-02' })
  const waiting = await db().signature.findMany({ select: { id: true } })
  await aCrowd(500)
  await pool().query(`insert into tally values ($1, '2026-02-20', 'all', '', 7)`, [campaign.id])
  const confirmations = waiting.map(({ id }) =>
    confirmSignature(linkToken('confirm', { campaignId: campaign.id, id }), night),
  )
  await Promise.all([...confirmations, ...[1, 2, 3].map(() => tallyAnew(campaign.id, night))])
  expect(await recount(campaign.id, night)).toEqual({ before: 520, after: 520, cells: 0, days: 0 })
})

test('a confirmation that is under way when the counting begins is neither lost nor counted twice', async () => {
  await aCrowd(10)
  const other = await pool().connect()
  try {
    await other.query('begin')
    await other.query(`update signature set confirmed_at = confirmed_at where campaign_id = $1`, [campaign.id])
    await other.query(`insert into tally values ($1, '2026-03-01', 'all', '', 1)`, [campaign.id])
    await other.query(
      `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
       values ($1, gen_random_uuid(), 'x', 'x', 'x', 'FR', 'fr', 1, false, 'confirmed', now(), now(), '2026-03-01T12:00:00Z')`,
      [campaign.id],
    )
    expect(await tallyAnew(campaign.id, night), 'it does not wait either').toMatchObject({ after: 10 })
    await other.query('commit')
  } finally {
    other.release()
  }
  expect(await db().tally.aggregate({ where: { dimension: 'all' }, _sum: { n: true } })).toEqual({ _sum: { n: 11 } })
})

test('with one version of the text, the tallies say who stands behind it', async () => {
  await aCrowd(3)
  await aCrowd(2, { locale: 'en' })
  await tallyAnew(campaign.id, night)
  const { asOf, texts } = await textsCounted(campaign.id, 1)
  expect(asOf).toBeNull()
  expect(new Set(texts)).toEqual(
    new Set([
      { locale: 'fr', version: 1, n: 3 },
      { locale: 'en', version: 1, n: 2 },
    ]),
  )
})

test('with several, each version keeps those who signed it, as counted last', async () => {
  await aCrowd(3)
  await aCrowd(2, { textVersion: 2 })
  await countTexts(campaign.id, night)
  expect(await textsCounted(campaign.id, 2)).toEqual({
    asOf: night,
    texts: [
      { locale: 'fr', version: 1, n: 3 },
      { locale: 'fr', version: 2, n: 2 },
    ],
  })
  await pool().query(`update signature set state = 'withdrawn' where text_version = 2`)
  const later = new Date(night.getTime() + 600_000)
  await recount(campaign.id, later)
  expect((await textsCounted(campaign.id, 2)).texts).toContainEqual({ locale: 'fr', version: 2, n: 0 })
})

test('a text that has not moved is not counted row by row', async () => {
  await aCrowd(1)
  await countSignedTexts.run(night)
  expect(await db().textTally.count()).toBe(0)
  const [text] = await db().campaignText.findMany({ where: { locale: 'fr' } })
  if (!text) throw new Error('no text')
  await db().campaignText.create({ data: { ...text, version: 2 } })
  await countSignedTexts.run(night)
  expect(await db().textTally.findMany()).toMatchObject([{ version: 1, n: 1 }])
})
