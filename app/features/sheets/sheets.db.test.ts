import { expect, test } from 'vitest'
import { z } from 'zod'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { seedSheets } from './commands/seed-sheets.server.ts'
import {
  createSheet,
  discardSheetDraft,
  publishSheet,
  retireSheet,
  saveSheetDraft,
  verifySheet,
} from './commands/write-sheet.server.ts'
import { deskForm, type SheetForm } from './form.ts'
import { countToVerify, findForDesk, listForDesk } from './queries/desk.server.ts'
import { findSheet, kindsShown, listSheets, listVersions } from './queries/public.server.ts'

const words = z.object({ title: z.string().min(1).max(80) })
const content = z.object({ fr: words, en: words, sources: z.array(z.string()) })
type Content = z.infer<typeof content>

const form: SheetForm<Content> = {
  kind: 'system',
  content,
  fields: [
    { name: 'fr.title', as: 'line', label: 'sheets.columns.title' },
    { name: 'en.title', as: 'line', label: 'sheets.columns.title' },
    { name: 'sources', as: 'lines', label: 'sheets.columns.title', optional: true },
  ],
  title: (sheet, locale) => sheet[locale].title,
  path: (slug) => `systems/${slug}`,
}
const desk = deskForm(form)

const saying = (title: string): Content => ({ fr: { title }, en: { title }, sources: [] })
const now = new Date('2026-03-02T10:00:00Z')
const today = '2026-03-02'
const note = { fr: 'Une date était fausse.', en: 'A date was wrong.' }

async function aSheet(title = 'Un score') {
  const campaign = await aCampaign()
  const seed = { slug: 'score', content: saying(title), verifiedOn: '2026-01-10', checkBy: '2026-12-31' }
  await seedSheets({ campaignId: campaign.id, now }, form, [seed])
  const { id } = await db().sheet.findFirstOrThrow({ where: { campaignId: campaign.id }, select: { id: true } })
  const actor = await anActor('campaigner')
  return { campaign, actor, sheetId: id }
}

const correcting = { form: desk, change: 'correction' as const, note, checkBy: '2027-03-01' }

test('what is planted is shown until its day has passed, and then only its name is', async () => {
  const { campaign } = await aSheet()
  const found = await findSheet(campaign.id, form, { slug: 'score', today: '2026-12-31' })
  expect(found).toMatchObject({
    found: 'current',
    sheet: { version: 1, verifiedOn: '2026-01-10', content: saying('Un score') },
  })
  const late = await listSheets(campaign.id, form, '2027-01-01')
  expect(late.current).toEqual([])
  expect(late.expired).toEqual([{ slug: 'score', title: { fr: 'Un score', en: 'Un score' }, checkBy: '2026-12-31' }])
  const hidden = await findSheet(campaign.id, form, { slug: 'score', today: '2027-01-01' })
  expect(hidden).not.toHaveProperty('sheet')
})

test('the team is told of texts that are hidden, and of those that soon will be', async () => {
  await db().sheet.deleteMany({})
  await aSheet()
  expect(await countToVerify('2026-12-09')).toEqual({ expired: 0, soon: 0 })
  expect(await countToVerify('2026-12-10')).toEqual({ expired: 0, soon: 1 })
  expect(await countToVerify('2027-01-01')).toEqual({ expired: 1, soon: 0 })
})

test('planting again changes nothing of what the team has made', async () => {
  const { campaign, actor, sheetId } = await aSheet()
  await retireSheet({ actor, sheetId, revision: 1, retired: true }, now)
  const seeds = [{ slug: 'score', content: saying('Autre chose'), verifiedOn: '2026-01-10', checkBy: '2026-12-31' }]
  expect(await seedSheets({ campaignId: campaign.id, now }, form, seeds)).toBe(0)
  expect(await findSheet(campaign.id, form, { slug: 'score', today })).toEqual({ found: 'none' })
  expect(await kindsShown(campaign.id)).toEqual(new Set())
})

test('a correction is a version of its own, public with its day, and the one before stays', async () => {
  const { campaign, actor, sheetId } = await aSheet()
  await saveSheetDraft({ actor, sheetId, revision: 1, content: saying('Un score, de 2018') }, now)
  expect(await findSheet(campaign.id, form, { slug: 'score', today })).toMatchObject({ sheet: { version: 1 } })
  expect(await publishSheet({ actor, sheetId, revision: 2, ...correcting }, now)).toEqual({
    outcome: 'published',
    version: 2,
    change: 'correction',
  })
  expect(await listVersions(campaign.id, form, 'score')).toEqual([
    { version: 2, change: 'correction', note, publishedOn: today, content: saying('Un score, de 2018') },
    { version: 1, change: 'first', note: { fr: '', en: '' }, publishedOn: '2026-01-10', content: saying('Un score') },
  ])
  const shown = await findSheet(campaign.id, form, { slug: 'score', today })
  expect(shown).toMatchObject({ sheet: { version: 2, verifiedOn: today, checkBy: '2027-03-01' } })
  const action = { subject: `sheet:${sheetId}`, action: 'sheet.corrected' }
  expect(await db().auditEntry.count({ where: action })).toBe(1)
})

test('what was published is changed by nobody', async () => {
  const { sheetId } = await aSheet()
  for (const deed of ["update sheet_version set content = '{}'", 'delete from sheet_version'])
    await expect(pool().query(`${deed} where sheet_id = $1`, [sheetId])).rejects.toThrow(/stays as it was/)
})

test('of two who write at the same time one is told', async () => {
  const { actor, sheetId } = await aSheet()
  const saved = await Promise.all(
    ['Une main', 'L’autre'].map((title) =>
      saveSheetDraft({ actor, sheetId, revision: 1, content: saying(title) }, now),
    ),
  )
  expect(saved.map(({ outcome }) => outcome).toSorted()).toEqual(['changed-meanwhile', 'saved'])
  expect(await publishSheet({ actor, sheetId, revision: 1, ...correcting }, now)).toEqual({
    outcome: 'changed-meanwhile',
  })
})

test('an incomplete draft is kept and not published', async () => {
  const { actor, sheetId } = await aSheet()
  await saveSheetDraft({ actor, sheetId, revision: 1, content: saying('') }, now)
  expect(await publishSheet({ actor, sheetId, revision: 2, ...correcting }, now)).toEqual({
    outcome: 'incomplete',
    problems: { 'fr.title': 'sheets.errors.missing', 'en.title': 'sheets.errors.missing' },
  })
  expect((await findForDesk(sheetId, [desk], today))?.content).toEqual(saying(''))
})

test('the same words again are no version', async () => {
  const { actor, sheetId } = await aSheet()
  await saveSheetDraft({ actor, sheetId, revision: 1, content: saying('Un score') }, now)
  expect(await publishSheet({ actor, sheetId, revision: 2, ...correcting }, now)).toEqual({
    outcome: 'nothing-changed',
  })
})

test('a text is verified again until a day ahead, eighteen months at most', async () => {
  const { campaign, actor, sheetId } = await aSheet()
  const until = (checkBy: string) => verifySheet({ actor, sheetId, revision: 1, checkBy }, now)
  expect(await until(today)).toEqual({ outcome: 'wrong-day', problem: 'sheets.errors.checkByPast' })
  expect(await until('2027-09-03')).toEqual({ outcome: 'wrong-day', problem: 'sheets.errors.checkByFar' })
  expect(await until('2027-09-02')).toEqual({ outcome: 'verified' })
  const found = await findSheet(campaign.id, form, { slug: 'score', today: '2027-09-02' })
  expect(found).toMatchObject({ sheet: { version: 1, verifiedOn: today } })
})

test('a new text is seen by nobody outside before it is published', async () => {
  const campaign = await aCampaign()
  const actor = await anActor('campaigner')
  const begun = { actor, campaignId: campaign.id, kind: 'system' as const, slug: 'nouveau', content: saying('Nouveau') }
  const made = await createSheet(begun, now)
  expect(await createSheet(begun, now)).toEqual({ outcome: 'taken' })
  if (made.outcome !== 'created') throw new Error('not created')
  expect((await listSheets(campaign.id, form, today)).current).toEqual([])
  expect(await listForDesk(campaign.id, [desk], today)).toMatchObject([{ standing: 'draft', title: { fr: 'Nouveau' } }])
  const first = await publishSheet({ actor, sheetId: made.id, revision: 1, ...correcting }, now)
  expect(first).toMatchObject({ outcome: 'published', version: 1, change: 'first' })
  expect((await listSheets(campaign.id, form, today)).current).toMatchObject([{ slug: 'nouveau', version: 1 }])
})

test('discarding the draft of what was never published takes all of it away', async () => {
  const campaign = await aCampaign()
  const actor = await anActor('campaigner')
  const made = await createSheet({ actor, campaignId: campaign.id, kind: 'system', slug: 'essai', content: {} }, now)
  if (made.outcome !== 'created') throw new Error('not created')
  expect(await discardSheetDraft({ actor, sheetId: made.id, revision: 1 }, now)).toEqual({ outcome: 'discarded' })
  expect(await db().sheet.count({ where: { id: made.id } })).toBe(0)
})

test('what is taken off the site is shown with its history to nobody, and can come back', async () => {
  const { campaign, actor, sheetId } = await aSheet()
  expect(await retireSheet({ actor, sheetId, revision: 1, retired: true }, now)).toEqual({ outcome: 'retired' })
  expect(await listVersions(campaign.id, form, 'score')).toEqual([])
  expect(await retireSheet({ actor, sheetId, revision: 2, retired: false }, now)).toEqual({ outcome: 'returned' })
  expect(await listVersions(campaign.id, form, 'score')).toHaveLength(1)
})
