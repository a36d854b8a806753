import { gzipSync } from 'node:zlib'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { countAsked } from '#app/features/signatures/commands/count-asked.server.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { pool } from '#app/infra/db/pool.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { releasePlaces } from './commands/release-places.server.ts'
import { publicNumbers, trueNumbers, type Numbers } from './page-numbers.server.ts'
import { tiles } from './tile-map.ts'
import { NumbersPage } from './ui/numbers-page.tsx'

const now = new Date('2026-02-05T12:30:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  const { id } = await aCampaign({ slug: 'score' })
  const opensAt = new Date('2016-01-01T00:00:00Z')
  campaign = { id, slug: 'score', state: 'open', association: '', demonstration: false, opensAt, closesAt: null }
})

const drawn = (numbers: Numbers, locale: 'fr' | 'en' = 'fr') => {
  const page = createElement(NumbersPage, {
    beside: { organisations: 0, onPaper: 0, campaignPath: '/fr/score' },
    campaign: { slug: 'score', title: 'Pas de score' },
    numbers,
    asOf: now,
    source: { url: 'https://example.org/fr/score/numbers', day: '2026-02-05' },
  })
  return renderToStaticMarkup(LocaleProvider({ locale, children: page }))
}

/** Ten years, day by day, in every hour of a few days and in every département of a few more; `each` in each cell of a place. */
const tenYears = (campaignId: number, each: number) =>
  pool().query(
    `insert into tally (campaign_id, day, dimension, key, n)
     select $1, day, dimension, key, n from generate_series('2016-02-06'::date, '2026-02-05', '1 day') day
     cross join lateral (
       select 'all' as dimension, '' as key, $2::int * cardinality($3::text[]) as n
       union all select 'hour', lpad(h::text, 2, '0'), $2 from generate_series(0, 23) h where extract(month from day) = 2
       union all select 'department', code, $2 from unnest($3::text[]) code where extract(day from day) = 1
     ) cells`,
    [campaignId, each, tiles.map(({ code }) => code)],
  )

test('today, the last full hour, the periods and the total say the same', async () => {
  await aTally({ campaignId: campaign.id, day: '2026-02-03', hour: '09', n: 30 })
  await aTally({ campaignId: campaign.id, day: '2026-02-04', hour: '20', n: 4 })
  await aTally({ campaignId: campaign.id, day: '2026-02-05', hour: '12', n: 5 })
  await aTally({ campaignId: campaign.id, day: '2026-02-05', hour: '13', n: 2 })
  const { confirmed, time } = await publicNumbers({ campaign, locale: 'fr', now })
  expect(confirmed).toBe(41)
  expect(time).toMatchObject({
    today: 7,
    yesterday: 4,
    lastHour: { key: '2026-02-05T12', value: 5 },
    grain: 'day',
    peak: { key: '2026-02-03', value: 30 },
    isYoung: true,
  })
  expect(time.periods.map(({ value }) => value)).toEqual([30, 4, 7])
  expect(time.total.at(-1)).toEqual({ at: 1, value: 41 })
  expect(time.firstHours.reduce((sum, { value }) => sum + value, 0)).toBe(41)
  expect(time.firstHours.at(-1)).toEqual({ key: '2026-02-05T13', value: 2 })
})

test('the hour before midnight is one of yesterday', async () => {
  await aTally({ campaignId: campaign.id, day: '2026-02-04', hour: '23', n: 6 })
  const { time } = await publicNumbers({ campaign, locale: 'fr', now: new Date('2026-02-04T23:10:00Z') })
  expect(time).toMatchObject({ today: 0, yesterday: 6, lastHour: { key: '2026-02-04T23', value: 6 } })
})

test('a small place is told to the team and to nobody else, in no reading', async () => {
  await aTally({ campaignId: campaign.id, department: '48', n: 7 })
  await aTally({ campaignId: campaign.id, department: '75', n: 407 })
  await aTally({ campaignId: campaign.id, department: 'unknown', country: 'BE', n: 3 })
  await releasePlaces(campaign.id, now)
  const open = await publicNumbers({ campaign, locale: 'fr', now })
  const [first, ...others] = open.departments.known
  expect(first).toMatchObject({ key: '75', confirmed: 400 })
  expect(new Set(others.map(({ confirmed, rate }) => `${confirmed} ${rate}`))).toEqual(new Set(['<10 <10']))
  expect(open.departments.unknown).toMatchObject({ confirmed: '<10' })
  const page = drawn(open)
  expect(page).toMatch(/Lozère\s: moins de 10 ou aucune, nombre non publié/u)
  expect(page).toContain('Moins de 10 signatures n’ont pas de département connu.')
  expect(page).not.toMatch(/Loz[^<]*:\s7|<td>7<\/td>|<td>0,91<\/td>/u)
  const { departments } = await trueNumbers({ campaign, locale: 'fr', now })
  expect(departments.known.map(({ confirmed }) => confirmed)).toEqual([407, 7])
})

test('nobody, one person and ten million are said in both languages', async () => {
  const nobody = await publicNumbers({ campaign, locale: 'fr', now })
  expect(drawn(nobody)).toContain('Personne n’a encore confirmé de signature')
  await aTally({ campaignId: campaign.id, day: '2026-02-05' })
  const one = await publicNumbers({ campaign, locale: 'fr', now })
  expect(drawn(one)).toContain('Aucun département n’a encore dix signatures.')
  await aTally({ campaignId: campaign.id, day: '2026-02-04', n: 9_999_999 })
  const many = await publicNumbers({ campaign, locale: 'en', now })
  expect(drawn(many, 'en')).toContain('10,000,000')
  for (const page of [drawn(nobody), drawn(one), drawn(many), drawn(many, 'en')])
    expect(page).not.toMatch(/NaN|undefined|Infinity|figures\.|numbers\.[a-z]/u)
})

test('a campaign that is over says since when, and its drawing ends there', async () => {
  await aTally({ campaignId: campaign.id, day: '2026-01-10', n: 20 })
  const over = { ...campaign, closesAt: new Date('2026-01-20T22:59:59Z') }
  const numbers = await publicNumbers({ campaign: over, locale: 'fr', now })
  expect(numbers).toMatchObject({ closed: true, closedOn: '2026-01-20' })
  expect(numbers.time).toMatchObject({ lastDay: '2026-01-20', underWay: false, lastHours: [] })
  expect(drawn(numbers)).toContain('close depuis le 20 janvier 2026')
  expect(drawn(numbers)).not.toContain('Dernière heure pleine')
})

test('who signed and who confirmed is read from what is kept', async () => {
  for (let n = 0; n < 12; n += 1)
    await aSignature({ campaignId: campaign.id, createdAt: now, state: n < 9 ? 'confirmed' : 'pending' })
  await countAsked(campaign.id, now)
  await aTally({ campaignId: campaign.id, n: 9 })
  const soon = await publicNumbers({ campaign, locale: 'fr', now })
  expect(soon.share).toEqual({ from: '2026-02-05', to: '2026-02-05', asked: 12, confirmed: 9, settled: false })
  expect(drawn(soon)).toMatch(/75\s%.*9 des 12 personnes/su)
})

test('nothing on the page reads a signature: it is made while there is no table of them', async () => {
  await aTally({ campaignId: campaign.id, n: 12 })
  await pool().query('alter table signature rename to signature_elsewhere')
  try {
    expect((await publicNumbers({ campaign, locale: 'fr', now })).confirmed).toBe(12)
    expect((await trueNumbers({ campaign, locale: 'fr', now })).confirmed).toBe(12)
  } finally {
    await pool().query('alter table signature_elsewhere rename to signature')
  }
})

test('ten years with ten million signatures make no heavier page than ten years with few', async () => {
  const few = await aCampaign({ slug: 'few' })
  await Promise.all([tenYears(campaign.id, 26), tenYears(few.id, 1)])
  const [ofMany, ofFew] = await Promise.all(
    [campaign, { ...campaign, id: few.id }].map((one) => publicNumbers({ campaign: one, locale: 'fr', now })),
  )
  if (!ofMany || !ofFew) throw new Error('no numbers')
  expect(ofMany.confirmed).toBeGreaterThan(9_900_000)
  expect(ofMany.time.grain).toBe('month')
  const bytes = (numbers: Numbers) => gzipSync(drawn(numbers)).byteLength
  expect(bytes(ofMany)).toBeLessThan(16_384)
  expect(Math.abs(bytes(ofMany) - bytes(ofFew))).toBeLessThan(2048)
})
