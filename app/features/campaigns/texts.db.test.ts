import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { trailPage } from '#app/features/staff/queries/trail.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { discardTextDraft, publishText, saveTextDraft } from './commands/write-text.server.ts'
import { findShownCampaigns, findText, findTextsShown } from './queries.server.ts'
import { findCampaignForStaff, findTextDesk } from './queries/desk.server.ts'
import { findTextVersion, findTextWithNeighbours, listTextVersions } from './queries/texts.server.ts'
import type { CampaignSummary } from './schema.ts'
import { saveTyped } from './text-actions.server.ts'
import type { TypedText, TypedTexts } from './text-form.ts'
import { hashedForm } from './text-hash.server.ts'

const now = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-02T10:00:00Z')
let campaign: CampaignSummary
let actor: Actor

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
  actor = await anActor('campaigner')
})

const written = (given: Partial<TypedText> = {}): TypedText => ({
  title: 'Un *score*',
  addressee: 'France Travail',
  ask: 'Nous demandons.',
  demands: 'Une.',
  body: 'Le nouveau texte.',
  easy: 'Facile.',
  consent: 'Je signe.',
  note: 'Une précision.',
  ...given,
})
const texts = (given: Partial<TypedText> = {}): TypedTexts => ({ fr: written(given), en: written(given) })
const acting = (revision: number) => ({ actor, campaignId: campaign.id, revision })
const save = (revision: number, base = 1, what = texts()) =>
  saveTextDraft({ ...acting(revision), base, texts: what }, now)
const publish = (revision: number, at = now) => publishText(acting(revision), at)
const actions = async () => (await trailPage(1)).entries.map(({ action }) => action).toReversed()

test('publishing makes a new version of both languages, and touches nothing that was published', async () => {
  const before = await db().campaignText.findMany({ orderBy: { locale: 'asc' } })
  await save(0)
  expect(await publish(1, later)).toEqual({ outcome: 'published', version: 2 })
  const all = await db().campaignText.findMany({ orderBy: [{ version: 'asc' }, { locale: 'asc' }] })
  expect(all.slice(0, 2)).toEqual(before)
  expect(all.slice(2)).toMatchObject([
    { locale: 'en', version: 2, publishedAt: later, note: 'Une précision.' },
    { locale: 'fr', version: 2, publishedAt: later, demands: ['Une.'] },
  ])
  expect((await findText(campaign.id, 'fr'))?.version).toBe(2)
  expect(await db().textDraft.count()).toBe(0)
  expect(await actions()).toEqual(['text.drafted', 'text.published'])
})

test('anyone can make the mark of a version again from what is shown', async () => {
  await save(0)
  await publish(1)
  const text = await findTextVersion(campaign.id, { locale: 'fr', version: 2 })
  if (!text) throw new Error('no text')
  expect(createHash('sha256').update(hashedForm(text), 'utf8').digest('hex')).toBe(text.hash)
})

test('the database itself refuses to change or to delete a published text', async () => {
  for (const change of [
    `set body = 'x'`,
    `set published_at = now()`,
    `set note = 'x'`,
    `set version = 9`,
    `set hash = ''`,
  ])
    await expect(pool().query(`update campaign_text ${change} where campaign_id = $1`, [campaign.id])).rejects.toThrow(
      'a published text is never changed',
    )
  await expect(pool().query('delete from campaign_text')).rejects.toThrow('a published text is never changed')
  await pool().query('update campaign set demonstration = true')
  await expect(pool().query(`update campaign_text set body = 'x'`)).rejects.toThrow('never changed')
  expect((await pool().query('update campaign_text set published_at = now()')).rowCount).toBe(2)
  expect((await pool().query('delete from campaign')).rowCount, 'a campaign takes its texts along').toBe(1)
  expect(await db().campaignText.count()).toBe(0)
})

test('of two who publish the same draft at a time, one does', async () => {
  await save(0)
  const outcomes = await Promise.all([1, 2, 3].map(() => publish(1)))
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['published', 'saved-meanwhile', 'saved-meanwhile'])
  expect(await db().campaignText.count()).toBe(4)
})

test('what was written on a version that is no longer the last is given back, not saved', async () => {
  await save(0)
  await publish(1)
  expect(await save(0, 1)).toEqual({ outcome: 'published-meanwhile' })
  const values = { titleFr: 'Mon titre', bodyFr: 'Mon texte' }
  const answer = await saveTyped(values, { ...acting(0), base: 1, now })
  expect(answer).toMatchObject({
    kind: 'warn',
    said: { key: 'campaigns.desk.publishedMeanwhile' },
    typed: { texts: { fr: { title: 'Mon titre', body: 'Mon texte' } } },
  })
  expect(answer.typed?.changes?.fr.map(({ part }) => part)).toContain('body')
  expect((await saveTyped(values, { ...acting(0), base: 2, now })).said?.key, 'sent again, it is taken').toBe(
    'campaigns.desk.saved',
  )
})

test('a draft is not published over a version that it was not written from', async () => {
  await save(0)
  const rows = await db().campaignText.findMany()
  await db().campaignText.createMany({ data: rows.map((row) => ({ ...row, version: 2 })) })
  expect(await publish(1)).toEqual({ outcome: 'published-meanwhile' })
  expect(await db().campaignText.count()).toBe(4)
})

test('of two who save a draft that both have open, the second is told', async () => {
  expect(await save(0)).toEqual({ outcome: 'saved', revision: 1 })
  expect(await save(0)).toEqual({ outcome: 'saved-meanwhile' })
  expect(await save(1)).toEqual({ outcome: 'saved', revision: 2 })
  expect(await publish(1)).toEqual({ outcome: 'saved-meanwhile' })
  expect(await discardTextDraft(acting(1), now)).toEqual({ outcome: 'saved-meanwhile' })
  expect(await discardTextDraft(acting(2), now)).toEqual({ outcome: 'discarded' })
  expect((await findTextDesk(campaign.id)).draft).toBeNull()
})

test('an unfinished draft is kept and not published', async () => {
  await save(0, 1, texts({ body: '', note: '' }))
  expect(await publish(1)).toMatchObject({ outcome: 'incomplete', problems: { bodyFr: 'campaigns.errors.missing' } })
  expect((await findTextDesk(campaign.id)).draft?.texts.fr.title).toBe('Un *score*')
})

test('a draft that says what is shown already is not published', async () => {
  const { published } = await findTextDesk(campaign.id)
  const same = { fr: { ...published.fr, note: 'Rien.' }, en: { ...published.en, note: 'Nothing.' } }
  await save(0, 1, same)
  expect(await publish(1)).toEqual({ outcome: 'nothing-changed' })
})

test('what cannot be kept comes back with the field that is wrong', async () => {
  const answer = await saveTyped({ titleEn: 'x'.repeat(400) }, { ...acting(0), base: 1, now })
  expect(answer).toMatchObject({ errors: { titleEn: 'campaigns.errors.tooLong' }, typed: { changes: null } })
  expect(await db().textDraft.count()).toBe(0)
})

test('each version ends when the next one is published', async () => {
  await save(0)
  await publish(1, later)
  const shown = { current: 2, replaced: [{ version: 1, at: later }] }
  expect(await findTextsShown(campaign.id, 'fr')).toEqual(shown)
  const [known] = await findShownCampaigns()
  expect(known).toMatchObject({ textVersions: { fr: 2, en: 2 }, replacedTexts: { fr: shown.replaced } })
})

test('versions are listed with what changed and their marks, and each knows its neighbours', async () => {
  await save(0)
  await publish(1)
  const versions = await listTextVersions(campaign.id, 'en')
  expect(versions.map(({ version, note }) => [version, note])).toEqual([
    [2, 'Une précision.'],
    [1, ''],
  ])
  expect(versions[0]?.hashes.fr).toMatch(/^[\da-f]{64}$/)
  const found = await findTextWithNeighbours(campaign.id, { locale: 'fr', version: 2 })
  expect(found).toMatchObject({ current: 2, before: { version: 1 }, text: { version: 2 } })
  for (const version of [0, 3, -1, 1.5, 1e9])
    expect(await findTextVersion(campaign.id, { locale: 'fr', version })).toBeNull()
})

test('the team finds a campaign by its slug or its number, drafts too', async () => {
  const draft = await aCampaign({ state: 'draft', slug: 'draft' })
  expect((await findCampaignForStaff('draft'))?.id).toBe(draft.id)
  expect((await findCampaignForStaff(String(campaign.id)))?.slug).toBe('score')
  for (const name of ['nothing', '0', '999999', '99999999999', '../x', undefined])
    expect(await findCampaignForStaff(name)).toBeNull()
})
