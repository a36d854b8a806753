import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { actOnNews } from '#app/features/mailings/news-desk.server.ts'
import type { NewsForm } from '#app/features/mailings/rules/news-form.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { publishSheet, retireSheet, saveSheetDraft } from '#app/features/sheets/commands/write-sheet.server.ts'
import { deskForm } from '#app/features/sheets/form.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { commitments } from '#prisma/demo/commitments.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import type { Commitment } from './content.ts'
import { changesFeed } from './feed.server.ts'
import { commitmentForm } from './form.ts'
import { draftChange } from './news.server.ts'
import { listStateChanges, listUntoldChanges } from './queries/changes.server.ts'
import { findCommitment, listChanges, listCommitments } from './queries/public.server.ts'

const today = '2026-09-01'
const now = new Date('2026-09-01T10:00:00Z')
const form = deskForm(commitmentForm)
let campaign: CampaignSummary
let camille: Actor

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
  camille = await anActor('campaigner')
  await seedSheets({ campaignId: campaign.id, now }, commitmentForm, commitments)
})

const sheetOf = (slug: string) =>
  db().sheet.findFirstOrThrow({ where: { campaignId: campaign.id, slug }, select: { id: true, revision: true } })

/** Writes another version of a promise, and publishes it. */
async function publish(slug: string, given: Partial<Commitment>, at = now) {
  const found = await findCommitment(campaign.id, { slug, locale: 'fr', today })
  if (found.found !== 'current') throw new Error(found.found)
  const content = sheetJson.parse({ ...found.sheet.content, ...given })
  const { id: sheetId, revision } = await sheetOf(slug)
  await saveSheetDraft({ actor: camille, sheetId, revision, content }, at)
  const note = { fr: 'Un document.', en: 'A document.' }
  const writing = { actor: camille, sheetId, revision: revision + 1, form, change: 'update', note } as const
  return publishSheet({ ...writing, checkBy: '2027-06-30' }, at)
}
const judged = { state: 'broken', stateOn: '2026-08-20' } as const

test('every promise is shown with its state, and one that nobody verified again hides its words', async () => {
  const { lines, expired } = await listCommitments(campaign.id, 'fr', today)
  expect(lines).toHaveLength(commitments.length)
  expect(expired).toEqual([])
  expect(lines.filter(({ state }) => state !== 'unknown').map(({ slug, state }) => [slug, state])).toEqual([
    ['suivi', 'partly'],
    ['comite', 'kept'],
  ])
  const later = await listCommitments(campaign.id, 'fr', '2027-07-01')
  expect(later.lines).toEqual([])
  expect(later.expired).toHaveLength(commitments.length)
  expect(JSON.stringify(later)).not.toContain('ActuIA')
  expect(await findCommitment(campaign.id, { slug: 'suivi', locale: 'fr', today: '2027-07-01' })).toMatchObject({
    found: 'expired',
  })
})

test('a new state stays beside the old one, with the day of each', async () => {
  expect(await publish('suivi', judged)).toMatchObject({ outcome: 'published', version: 2 })
  const found = await findCommitment(campaign.id, { slug: 'suivi', locale: 'en', today })
  expect(
    found.found === 'current' && found.history.map(({ state, stateOn, publishedOn }) => [state, stateOn, publishedOn]),
  ).toEqual([
    ['broken', '2026-08-20', '2026-09-01'],
    ['partly', '2026-01-08', '2026-07-03'],
  ])
  expect(await listChanges(campaign.id, 'en', today)).toMatchObject([{ slug: 'suivi', from: 'partly', to: 'broken' }])
})

test('a state that rests on nothing is not published, and neither is one dated before the last', async () => {
  expect(await publish('transparence', { state: 'broken' })).toMatchObject({
    outcome: 'incomplete',
    problems: { state: 'commitments.errors.wordingUnknown' },
  })
  expect(await publish('suivi', { state: 'broken', stateOn: '2025-12-31' })).toMatchObject({
    outcome: 'incomplete',
    problems: { stateOn: 'commitments.errors.stateBefore' },
  })
  expect(await listUntoldChanges()).toEqual([])
})

const press = (intent: NewsForm['intent'], about: string, actor = camille) =>
  actOnNews(
    { intent, about, because: 'écrit dans la lettre du mois' },
    { actor, campaignId: campaign.id, now, texts: () => draftChange(campaign, about, today) },
  )

test('a new state waits for the team until its letter leaves or somebody says why there is none', async () => {
  await publish('suivi', { fr: { ...(await contentOf('suivi')).fr, title: 'Suivre {{name}}' } })
  expect(await listUntoldChanges(), 'a correction of words is no new state').toEqual([])
  await publish('suivi', judged)
  const about = 'commitment:suivi:3'
  expect(await listUntoldChanges()).toMatchObject([{ about, from: 'partly', to: 'broken', campaign: 'score' }])
  expect(await press('news-prepare', about, await anActor('moderator'))).toMatchObject({ done: false })
  const [one, other] = await Promise.all([press('news-prepare', about), press('news-prepare', about)])
  expect(one).toEqual(other)
  const id = 'go' in one ? one.go.replace('/admin/mailings/', '') : ''
  expect(await db().mailing.count()).toBe(1)
  const letter = await findMailing(id)
  expect(letter?.texts.fr.body).toContain('Depuis le 20 août 2026 : non tenue, d’après des documents.')
  expect(letter?.texts.fr.body).toContain('## Suivre { {name}}')
  expect(letter?.texts.en.body).toContain('/en/score/commitments/suivi)')
  expect(await listUntoldChanges()).toMatchObject([{ about, telling: { state: 'prepared', mailingId: id } }])
  await db().mailing.update({ where: { id }, data: { state: 'sending' } })
  expect(await listUntoldChanges()).toEqual([])
})

const contentOf = async (slug: string) => {
  const found = await findCommitment(campaign.id, { slug, locale: 'fr', today })
  if (found.found !== 'current') throw new Error(found.found)
  return found.sheet.content
}

test('a change that a newer one overtook is not told any more, and of a promise taken off the site nothing is', async () => {
  await publish('suivi', judged)
  expect(await press('news-aside', 'commitment:suivi:2')).toMatchObject({ done: true })
  expect(await listUntoldChanges()).toEqual([])
  await publish('suivi', { state: 'partly', stateOn: '2026-08-30' })
  expect((await listUntoldChanges()).map(({ about }) => about)).toEqual(['commitment:suivi:3'])
  expect(await draftChange(campaign, 'commitment:suivi:2', today)).toBeNull()
  const { id: sheetId, revision } = await sheetOf('suivi')
  await retireSheet({ actor: camille, sheetId, revision, retired: true }, now)
  expect(await listStateChanges(campaign.id)).toEqual([])
  expect(await listChanges(campaign.id, 'fr', today)).toEqual([])
})

test('of testimonies only the published number is shown, and none below ten', async () => {
  const testified = async () => {
    const found = await findCommitment(campaign.id, { slug: 'equite', locale: 'fr', today })
    return found.found === 'current' ? found.testified : null
  }
  expect(await testified()).toBeNull()
  const release = (week: string, suspicion: number | '<10') => ({
    campaignId: campaign.id,
    week: new Date(`${week}T00:00:00Z`),
    body: { asOf: week, shown: { total: null, tables: { system: { suspicion } } } },
    counted: {},
    bases: {},
  })
  await db().statisticsRelease.create({ data: release('2026-08-03', '<10') })
  expect(await testified()).toEqual({ system: 'suspicion', number: '<10', asOf: '2026-08-03' })
  await db().statisticsRelease.create({ data: release('2026-08-10', 20) })
  expect(await testified()).toMatchObject({ number: 20 })
})

test('the feed tells each new state once, and nothing that was typed becomes markup', async () => {
  await publish('suivi', { ...judged, fr: { ...(await contentOf('suivi')).fr, title: '<script>' } })
  const [change] = await listChanges(campaign.id, 'fr', today)
  if (!change) throw new Error('a change')
  const feed = changesFeed({
    locale: 'fr',
    title: 'Promesses',
    pageUrl: 'https://example.org/fr/score/commitments',
    selfUrl: 'https://example.org/fr/score/commitments.atom',
    association: 'Exemple',
    since: now,
    changes: [change],
    titleOf: ({ title }) => title,
    wordsOf: ({ why }) => why,
  })
  expect(feed.match(/<entry>/g)).toHaveLength(1)
  expect(feed).toContain('<id>https://example.org/fr/score/commitments/suivi#version-2</id>')
  expect(feed).toContain('<updated>2026-09-01T00:00:00Z</updated>')
  expect(feed).toContain('&lt;script&gt;')
  expect(feed).not.toContain('<script>')
})
