import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { nothingAppears } from './appearing.ts'
import { readGalleryQuestion } from './gallery-question.ts'
import { findGalleryPage, findNeighbours, findPublished, findStretch, listVoices } from './queries/published.server.ts'
import { listPeriods } from './queries/search.server.ts'

const asking = (query = '') => readGalleryQuestion(new URLSearchParams(query))
const titles = async (campaignId: number, query: string) =>
  (await findGalleryPage(campaignId, asking(query)))?.voices.map(({ title }) => title)

const day = (date: string) => ({ publishedOn: new Date(date) })

test('the gallery shows what is published in this campaign, the newest first', async () => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({ campaignId, state: 'published', title: 'Ancien', ...day('2026-02-01') })
  await aTestimony({ campaignId, state: 'published', title: 'Récent', ...day('2026-02-03') })
  await aTestimony({ campaignId, state: 'submitted' })
  await aTestimony({ campaignId, state: 'proposed' })
  await aTestimony({ state: 'published', title: 'Ailleurs' })
  expect(await titles(campaignId, '')).toEqual(['Récent', 'Ancien'])
  expect(await listVoices(campaignId, 1)).toMatchObject([{ title: 'Récent', publishedOn: '2026-02-03' }])
})

test('twenty fit on a page, and no page is made up', async () => {
  const { id: campaignId } = await aCampaign()
  await Promise.all(Array.from({ length: 21 }, () => aTestimony({ campaignId, state: 'published' })))
  expect(await findGalleryPage(campaignId, asking())).toMatchObject({ pages: 2, total: 21, more: false })
  expect((await findGalleryPage(campaignId, asking('page=2')))?.voices).toHaveLength(1)
  expect(await findGalleryPage(campaignId, asking('page=3'))).toBeNull()
  expect(await findGalleryPage(campaignId, asking('page=99999'))).toBeNull()
})

test('an empty gallery has one page', async () => {
  const { id } = await aCampaign()
  expect(await findGalleryPage(id, asking())).toEqual({
    voices: [],
    page: 1,
    pages: 1,
    total: 0,
    more: false,
    marks: [],
  })
})

test('a testimony that was never public cannot be told from one that never was', async () => {
  const { id, campaignId } = await aTestimony({ state: 'submitted' })
  expect(await findPublished(campaignId, id)).toBeNull()
  expect(await findPublished(campaignId, randomUUID())).toBeNull()
  expect(await findPublished(campaignId, 'no-uuid')).toBeNull()
})

test.each([
  ['controle', true],
  ['Contrôlées', true],
  ['controlees', true],
  ['CONTROLER', true],
  ['rendez-vous', true],
  ['convoque', true],
  ['l’œuvre', true],
  ['oeuvres', true],
  ['contrôlée convocation', false],
  ['contrôlée conseillère', true],
  ['radiation', false],
  ['le la les', false],
  ['contrôlée & !', true],
  ["'; drop table testimony --", false],
])('a search for "%s" in French ignores accents and endings: %s', async (typed, found) => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({
    campaignId,
    state: 'published',
    title: 'Contrôlée deux fois',
    text: 'J’ai été convoquée à un rendez-vous avec [[une conseillère]]. Leurs œuvres, disait-elle.',
  })
  expect(await titles(campaignId, new URLSearchParams({ q: typed }).toString())).toEqual(
    found ? ['Contrôlée deux fois'] : [],
  )
})

test('a story in English is searched by the endings of English, beside those in French', async () => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({
    campaignId,
    state: 'published',
    locale: 'en',
    title: 'Waiting',
    text: 'They stopped paying my benefits.',
    ...day('2026-02-01'),
  })
  await aTestimony({
    campaignId,
    state: 'published',
    title: 'Benefit',
    text: 'Le mot « benefit » en anglais.',
    ...day('2026-02-02'),
  })
  expect(await titles(campaignId, 'q=benefit')).toEqual(['Benefit', 'Waiting'])
  expect(await titles(campaignId, 'q=payment+stops')).toEqual([])
  expect(await titles(campaignId, 'q=pays+stop')).toEqual(['Waiting'])
  expect(await titles(campaignId, 'q=benefit&language=en')).toEqual(['Waiting'])
})

test('what was found is marked where it stands, whatever its ending', async () => {
  const { id: campaignId } = await aCampaign()
  await aTestimony({
    campaignId,
    state: 'published',
    title: 'Sanctionné',
    text: 'La sanction est tombée. Des sanctions, encore. Sans raison.',
  })
  const page = await findGalleryPage(campaignId, asking('q=sanctionnees'))
  expect(page?.marks.toSorted()).toEqual(['sanction', 'sanctionné', 'sanctions'])
})

test('filters narrow together: what it is about, what followed, where and when', async () => {
  const { id: campaignId } = await aCampaign()
  const one = await aTestimony({ campaignId, state: 'published', title: 'Un' })
  await aTestimony({ campaignId, state: 'published', title: 'Autre' })
  await db().testimony.update({
    where: { id: one.id },
    data: {
      publishedSystem: 'label',
      publishedConsequences: ['cut', 'health'],
      publishedDepartment: '2A',
      publishedPeriod: '2025-11',
    },
  })
  for (const filter of ['system=label', 'consequence=health', 'department=2A', 'period=2025', 'period=2025-11'])
    expect([filter, await titles(campaignId, filter)]).toEqual([filter, ['Un']])
  expect(await titles(campaignId, 'system=label&period=2026')).toEqual([])
  expect(await titles(campaignId, 'period=2026')).toEqual(['Autre'])
  expect(await listPeriods(campaignId)).toEqual(['2026-01', '2025-11'])
})

test('what is taken off the site is found by nothing from the same moment', async () => {
  const { id: campaignId } = await aCampaign()
  const { id } = await aTestimony({
    campaignId,
    state: 'published',
    title: 'Parti',
    text: 'Un mot rare : perlimpinpin.',
  })
  const { id: other } = await aTestimony({ campaignId, state: 'published', title: 'Resté', ...day('2026-01-02') })
  expect(await titles(campaignId, 'q=perlimpinpin')).toEqual(['Parti'])
  await db().testimony.update({ where: { id }, data: { state: 'withdrawn', ...nothingAppears } })
  expect(await titles(campaignId, 'q=perlimpinpin')).toEqual([])
  expect(await titles(campaignId, '')).toEqual(['Resté'])
  expect(await findPublished(campaignId, id)).toBe('withdrawn')
  expect(await db().shown.count()).toBe(1)
  // A program that stood at it goes on from there.
  expect((await findStretch(campaignId, id, 10))?.voices.map((voice) => voice.id)).toEqual([other])
})

test('a consent taken back takes the story out of the search', async () => {
  const { id: campaignId } = await aCampaign()
  const { id } = await aTestimony({ campaignId, state: 'published' })
  await db().testimony.update({ where: { id }, data: { uses: ['internal'] } })
  expect(await titles(campaignId, '')).toEqual([])
  expect(await findPublished(campaignId, id)).toBe('withdrawn')
})

test('one goes from story to story, and a program from stretch to stretch', async () => {
  const { id: campaignId } = await aCampaign()
  const dates = ['2026-02-01', '2026-02-02', '2026-02-02', '2026-02-03']
  for (const date of dates) await aTestimony({ campaignId, state: 'published', title: date, ...day(date) })
  const all = (await findStretch(campaignId, null, 10))?.voices.map(({ id }) => id) ?? []
  expect(all).toHaveLength(4)
  const walked: string[] = []
  for (let at: string | undefined = all[0]; at; at = (await findNeighbours(campaignId, at)).older?.id) walked.push(at)
  expect(walked).toEqual(all)
  expect((await findNeighbours(campaignId, all[0] ?? '')).newer).toBeNull()
  expect((await findNeighbours(campaignId, all[2] ?? '')).newer?.id).toBe(all[1])
  const first = await findStretch(campaignId, null, 3)
  expect(first?.next).toBe(all[2])
  expect(await findStretch(campaignId, first?.next ?? null, 3)).toMatchObject({ voices: [{ id: all[3] }], next: null })
  expect(await findStretch(campaignId, randomUUID(), 3)).toBeNull()
})
