import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { releasePlaces } from '#app/features/numbers/commands/release-places.server.ts'
import { countConfirmed } from '#app/features/numbers/queries.server.ts'
import { refreshCounts } from '#app/features/signatures/queries/live-count.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { loader as campaign } from './campaign.ts'
import { loader as campaigns } from './campaigns.ts'
import { loader as count } from './count.ts'
import { loader as counts } from './counts.ts'

const asking = (slug: string, query = '') => ({
  request: new Request(`http://localhost:3000/api/v1/campaigns/${slug}/counts${query}`),
  params: { slug },
  context: {
    nonce: '',
    now: new Date('2026-02-05T12:00:00Z'),
    network: null,
    session: null,
    shared: false,
    throttled: false,
  },
})

async function aCountedCampaign(slug: string) {
  const { id } = await aCampaign({ slug })
  await aTally({ campaignId: id, day: '2026-02-01', department: '75', n: 31 })
  await aTally({ campaignId: id, day: '2026-02-04', department: '2A', n: 2 })
  await refreshCounts()
  return id
}

test('the days of the CSV file add up to the count', async () => {
  const id = await aCountedCampaign('score')
  const file = await counts(asking('score', '?by=day&format=csv'))
  expect(file.headers.get('Content-Type')).toMatch(/^text\/csv/)
  expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="score-day.csv"')
  const lines = (await file.text()).split('\r\n')
  expect(lines).toEqual(['key,confirmed', '2026-02-01,31', '2026-02-02,0', '2026-02-03,0', '2026-02-04,2', ''])
  expect(await (await count(asking('score'))).json()).toMatchObject({ campaign: 'score', confirmed: 33 })
  expect(await countConfirmed(id)).toBe(33)
})

test('a small place is hidden in JSON, in CSV and in a workbook, which say when places were looked at', async () => {
  const id = await aCountedCampaign('score')
  await releasePlaces(id, new Date('2026-02-05T09:00:00.500Z'))
  const json = await counts(asking('score', '?by=department'))
  expect(await json.json()).toEqual(
    expect.arrayContaining([
      { key: '2A', confirmed: '<10' },
      { key: '75', confirmed: 20 },
    ]),
  )
  const csv = await counts(asking('score', '?by=department&format=csv'))
  expect(csv.headers.get('X-As-Of')).toBe('2026-02-05T09:00:00Z')
  expect(csv.headers.get('Last-Modified')).toBe('Thu, 05 Feb 2026 09:00:00 GMT')
  expect((await csv.text()).split('\r\n')).toEqual(expect.arrayContaining(['key,confirmed', '2A,<10', '75,20']))
  const workbook = await counts(asking('score', '?by=department&format=xlsx'))
  expect(workbook.headers.get('Content-Type')).toMatch(/spreadsheetml\.sheet$/)
  expect(workbook.headers.get('Content-Disposition')).toBe('attachment; filename="score-department.xlsx"')
  const parts = unzipSync(new Uint8Array(await workbook.arrayBuffer()))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('75</t></is></c><c><v>20</v></c>')
  expect(sheet).toContain('&lt;10</t>')
})

test('the count says when it was true, to the second', async () => {
  await aCountedCampaign('score')
  expect(await (await count(asking('score'))).json()).toEqual({
    campaign: 'score',
    confirmed: 33,
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  })
})

test('a campaign tells its title in both languages, its count and where to go on', async () => {
  await aCountedCampaign('score')
  const facts = {
    slug: 'score',
    state: 'open',
    open: true,
    title: { fr: 'Chercher un emploi n’est pas un score', en: 'Looking for work is not a score' },
    opensAt: '2026-01-15T08:00:00Z',
    closesAt: null,
    confirmed: 33,
    goals: [],
    links: { counts: 'http://localhost:3000/api/v1/campaigns/score/counts' },
  }
  expect(await (await campaign(asking('score'))).json()).toMatchObject(facts)
  expect(await (await campaigns(asking('score'))).json()).toMatchObject([facts])
})

test('a draft and a campaign that does not exist are unknown alike', async () => {
  await aCampaign({ slug: 'draft', state: 'draft' })
  for (const slug of ['draft', 'nowhere', '\0'])
    for (const loader of [campaign, count, counts]) expect((await loader(asking(slug))).status).toBe(404)
  expect(await (await campaigns(asking('draft'))).json()).toEqual([])
})

test.each(['?by=year', '?by=day&by=hour', '?format=ods'])('%s is refused with a problem document', async (query) => {
  await aCountedCampaign('score')
  const answer = await counts(asking('score', query))
  expect(answer.status).toBe(400)
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
})
