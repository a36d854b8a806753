import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { findCampaignPage } from '#app/features/campaigns/queries/campaign-page.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { takeEntryStep } from './commands/entries.server.ts'
import { moveEntry } from './commands/move-entry.server.ts'
import { countEntriesToDo, findEntry, listEntries } from './queries/entries.server.ts'
import { findFaq, findNearAnswers, listForPrograms, listNewest } from './queries/faq.server.ts'
import type { EntryForm } from './schema.ts'

const now = new Date('2026-02-06T09:00:00Z')
const today = '2026-02-06'

const form = (given: Partial<EntryForm> = {}): EntryForm => ({
  intent: 'publish',
  revision: 0,
  theme: 'debate',
  questionFr: 'La charte sera-t-elle respectée ?',
  answerFr: 'Elle date de **2019**.',
  questionEn: 'Will the charter be respected?',
  answerEn: 'It dates from **2019**.',
  verifiedOn: today,
  checkBy: '',
  change: undefined,
  noteFr: '',
  noteEn: '',
  ...given,
})

async function aDesk() {
  const campaign = await aCampaign()
  const actor = await anActor('campaigner')
  const take = (step: Parameters<typeof takeEntryStep>[0], id: number | null, at = now) =>
    takeEntryStep(step, { actor, campaignId: campaign.id, id, now: at })
  const publish = async (given: Partial<EntryForm> = {}) => {
    const made = await take(form(given), null)
    if (made.outcome !== 'published') throw new Error(made.outcome)
    return made.id
  }
  return { campaign, campaignId: campaign.id, actor, take, publish }
}

test('an answer is on the site in its language, and stands in for the other with a word about it', async () => {
  const { campaign, campaignId, publish } = await aDesk()
  await publish({ questionEn: '', answerEn: '' })
  const read = async (locale: 'fr' | 'en') => (await findFaq({ campaignId, locale, today })).entries
  expect(await read('fr')).toMatchObject([
    {
      slug: 'la-charte-sera-t-elle-respectee',
      lang: 'fr',
      answerHtml: '<p>Elle date de <strong>2019</strong>.</p>',
      verifiedOn: today,
      publishedOn: today,
    },
  ])
  expect(await read('en')).toMatchObject([{ lang: 'fr', question: 'La charte sera-t-elle respectée ?' }])
  expect((await findCampaignPage(campaign, 'en', today))?.questions).toMatchObject([{ lang: 'fr' }])
  expect(await listForPrograms(campaignId, today)).toMatchObject([
    { slug: 'la-charte-sera-t-elle-respectee', en: null, fr: { answer: 'Elle date de **2019**.' } },
  ])
})

test('what is only proposed or retired is on no page', async () => {
  const { campaign, campaignId, take, publish } = await aDesk()
  await take(form({ intent: 'save', questionFr: 'Pas encore ?' }), null)
  const id = await publish()
  await take({ intent: 'retire', revision: (await findEntry(campaignId, id))?.revision ?? 0 }, id)
  expect((await findFaq({ campaignId, locale: 'fr', today })).entries).toEqual([])
  expect((await findCampaignPage(campaign, 'fr', today))?.questions).toEqual([])
  expect(await findNearAnswers('La charte est-elle respectée ?', 3, { campaignId, locale: 'fr', today })).toEqual([])
  expect((await listEntries(campaignId, 'fr', today)).map(({ state }) => state)).toEqual(['proposed', 'retired'])
  expect(await countEntriesToDo(today)).toEqual({ proposed: 1, overdue: 0, soon: 0, slug: campaign.slug })
})

test('past its day an answer is hidden everywhere, the team is told, and verifying brings it back', async () => {
  const { campaign, campaignId, take, publish } = await aDesk()
  const id = await publish({ checkBy: '2026-02-28' })
  const reading = { campaignId, locale: 'fr' as const }
  expect((await findFaq({ ...reading, today: '2026-02-28' })).entries).toHaveLength(1)
  const late = await findFaq({ ...reading, today: '2026-03-01' })
  expect(late).toMatchObject({
    entries: [],
    overdue: [{ since: '2026-02-28', question: 'La charte sera-t-elle respectée ?' }],
  })
  expect(JSON.stringify(late)).not.toContain('2019')
  expect(await listForPrograms(campaignId, '2026-03-01')).toEqual([])
  expect(await listNewest({ ...reading, today: '2026-03-01' }, 9)).toEqual([])
  expect((await findCampaignPage(campaign, 'fr', '2026-03-01'))?.questions).toEqual([])
  expect((await findCampaignPage(campaign, 'fr', '2026-02-28'))?.questions).toHaveLength(1)
  expect(await countEntriesToDo('2026-02-07')).toMatchObject({ overdue: 0, soon: 1, slug: campaign.slug })
  expect(await listEntries(campaignId, 'fr', '2026-02-28')).toMatchObject([{ standing: 'soon' }])
  expect(await countEntriesToDo('2026-03-01')).toMatchObject({ overdue: 1, soon: 0 })
  expect(await listEntries(campaignId, 'fr', '2026-03-01')).toMatchObject([{ standing: 'overdue' }])
  const revision = (await findEntry(campaignId, id))?.revision ?? 0
  const march = new Date('2026-03-02T09:00:00Z')
  expect(await take(form({ revision, verifiedOn: '2026-03-02', checkBy: '2026-09-01' }), id, march)).toEqual({
    outcome: 'verified',
    id,
  })
  expect((await findFaq({ ...reading, today: '2026-03-02' })).entries).toMatchObject([
    { verifiedOn: '2026-03-02', updatedOn: null, history: [] },
  ])
})

test('a correction keeps the words of before in sight, with its day and what changed; a wording does not', async () => {
  const { campaignId, take, publish } = await aDesk()
  const id = await publish()
  const march = new Date('2026-03-05T09:00:00Z')
  const change = { answerFr: 'Elle date de **2020**.', answerEn: 'It dates from **2020**.' }
  const step = async (given: Partial<EntryForm>) =>
    take(
      form({
        ...change,
        verifiedOn: '2026-03-05',
        revision: (await findEntry(campaignId, id))?.revision ?? 0,
        ...given,
      }),
      id,
      march,
    )
  expect(await step({})).toEqual({ outcome: 'change-missing' })
  expect(await step({ change: 'correction', noteFr: 'L’année était fausse.' })).toEqual({ outcome: 'note-missing' })
  expect(await step({ change: 'correction', noteFr: 'L’année était fausse.', noteEn: 'The year was wrong.' })).toEqual({
    outcome: 'changed',
    id,
  })
  expect(await step({ change: 'wording', answerFr: 'Elle est de **2020**.' })).toEqual({ outcome: 'changed', id })
  const [entry] = (await findFaq({ campaignId, locale: 'en', today: '2026-03-05' })).entries
  expect(entry).toMatchObject({
    updatedOn: '2026-03-05',
    publishedOn: today,
    history: [
      {
        on: '2026-03-05',
        change: 'correction',
        note: 'The year was wrong.',
        answerHtml: '<p>It dates from <strong>2019</strong>.</p>',
      },
    ],
  })
  expect((await findEntry(campaignId, id))?.versions.map(({ version, change: why }) => [version, why])).toEqual([
    [3, 'wording'],
    [2, 'correction'],
    [1, 'first'],
  ])
})

test('days that cannot be are refused, and nothing is saved', async () => {
  const { campaignId, take } = await aDesk()
  expect(await take(form({ verifiedOn: '2026-02-07' }), null)).toEqual({ outcome: 'in-the-future' })
  expect(await take(form({ checkBy: '2026-02-05' }), null)).toEqual({ outcome: 'check-in-the-past' })
  expect(await db().question.count({ where: { campaignId } })).toBe(0)
})

test('of two who change an answer at once one is told, and another campaign is out of reach', async () => {
  const { campaignId, take, publish } = await aDesk()
  const id = await publish()
  const revision = (await findEntry(campaignId, id))?.revision ?? 0
  const change = form({ revision, change: 'wording', answerFr: 'Autrement.' })
  const said = await Promise.all([take(change, id), take(change, id)])
  expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'changed-meanwhile'])
  const elsewhere = await aDesk()
  expect(await elsewhere.take({ intent: 'retire', revision: revision + 1 }, id)).toEqual({ outcome: 'not-found' })
})

test('entries of the same words have anchors of their own, and move one place at a time', async () => {
  const { campaignId, actor, publish } = await aDesk()
  const ids = [await publish(), await publish(), await publish()]
  const order = async () =>
    (await findFaq({ campaignId, locale: 'fr', today })).entries.map(({ slug }) =>
      slug.replace('la-charte-sera-t-elle-respectee', 'c'),
    )
  expect(await order()).toEqual(['c', 'c-2', 'c-3'])
  const move = (entry: number | undefined, way: 'up' | 'down') =>
    moveEntry({ actor, campaignId, entry: entry ?? 0, way }, now)
  expect(await move(ids[2], 'up')).toBe('moved')
  expect(await order()).toEqual(['c', 'c-3', 'c-2'])
  expect(await move(ids[0], 'up')).toBe('stays')
  expect(await move(ids[0], 'down')).toBe('moved')
  expect(await order()).toEqual(['c-3', 'c', 'c-2'])
})

test('answers of before get a day to be read again: a year after they were last read, and none at once', async () => {
  const { campaignId, take, publish } = await aDesk()
  const [fresh, old, set, retired] = [
    await publish(),
    await publish(),
    await publish({ checkBy: '2026-09-01' }),
    await publish(),
  ]
  await take({ intent: 'retire', revision: (await findEntry(campaignId, retired))?.revision ?? 0 }, retired)
  const read = (id: number, day: string) =>
    db().question.update({ where: { id }, data: { verifiedOn: new Date(day), publishedOn: new Date('2020-01-01') } })
  await read(fresh, '2100-03-01')
  await read(old, '2020-01-01')
  const [soonest] = await db().$queryRaw<{ day: string }[]>`SELECT to_char(CURRENT_DATE + 60, 'YYYY-MM-DD') AS day`
  const file = new URL('../../../prisma/migrations/0131_answers_are_read_again/migration.sql', import.meta.url)
  await db().$executeRawUnsafe(await readFile(file, 'utf8'))
  const dayOf = async (id: number) => (await findEntry(campaignId, id))?.checkBy
  expect([await dayOf(fresh), await dayOf(set), await dayOf(retired)]).toEqual(['2101-03-01', '2026-09-01', null])
  expect(((await dayOf(old)) ?? '') >= (soonest?.day ?? 'never'), 'not a year from 2020').toBe(true)
})

test('a search finds the words of today: changed, withdrawn and of its own campaign', async () => {
  const { campaignId, take, publish } = await aDesk()
  const id = await publish()
  await publish({ questionFr: 'Qui finance la caisse ?', questionEn: 'Who pays?' })
  const search = async (words: string, where = campaignId) =>
    (await findNearAnswers(words, 3, { campaignId: where, locale: 'fr', today })).map(({ question }) => question)
  expect(await search('charte')).toEqual(['La charte sera-t-elle respectée ?'])
  expect(await search('algorithme')).toEqual([])
  const revision = (await findEntry(campaignId, id))?.revision ?? 0
  await take(
    form({
      revision,
      questionFr: 'L’algorithme est-il public ?',
      questionEn: 'Is the algorithm public?',
      change: 'wording',
    }),
    id,
  )
  expect(await search('algorithme')).toEqual(['L’algorithme est-il public ?'])
  expect(await search('charte')).toEqual([])
  const other = await aCampaign({ slug: 'other' })
  expect(await search('algorithme', other.id)).toEqual([])
  await take({ intent: 'retire', revision: (await findEntry(campaignId, id))?.revision ?? 0 }, id)
  expect(await search('algorithme')).toEqual([])
})
