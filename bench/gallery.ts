import { performance } from 'node:perf_hooks'
import { departments } from '#app/features/campaigns/departments.ts'
import { galleryQuery, mostPages, readGalleryQuestion } from '#app/features/testimonies/gallery-question.ts'
import { findGalleryPage, findNeighbours, findStretch } from '#app/features/testimonies/queries/published.server.ts'
import { listPeriods } from '#app/features/testimonies/queries/search.server.ts'
import { consequences, systems } from '#app/features/testimonies/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import type { Benchmark } from './support/benchmark.ts'
import { Chance } from './support/fraud/chance.ts'
import { fillTestimonies, vocabulary } from './support/fill-testimonies.ts'
import { assertEqual } from './support/limit-table.ts'
import { oneNumber, ownDatabase } from './support/own-database.ts'
import { quantile } from './support/statistics.ts'

const sizes = { full: { stories: 100_000, questions: 600 }, quick: { stories: 5000, questions: 100 } }
const goalMilliseconds = 100

/** What a reader might ask: words of every rarity, filters in every mixture, and pages as deep as they go. */
export function aQuestion(chance: Chance): string {
  const words = vocabulary()
  const typed = Array.from({ length: chance.happens(0.75) ? chance.whole(1, 3) : 0 }, () => chance.zipf(words, 0.9))
  const maybe = <V>(share: number, make: () => V): V | null => (chance.happens(share) ? make() : null)
  const month = () =>
    `20${chance.whole(22, 25)}${chance.happens(0.5) ? `-${String(chance.whole(1, 12)).padStart(2, '0')}` : ''}`
  return galleryQuery({
    q: typed.join(' '),
    system: maybe(0.3, () => chance.of(systems)),
    consequence: maybe(0.25, () => chance.of(consequences)),
    department: maybe(0.2, () => chance.of(departments).code),
    period: maybe(0.25, month),
    language: maybe(0.15, () => chance.of(['fr', 'en'] as const)),
    page: 1,
  })
}

const asked = (query: string) => readGalleryQuestion(new URLSearchParams(query))

interface Timed {
  query: string
  milliseconds: number
  total: number
}

/** A question at its first page and, when it has many, at one far behind. */
export async function ask(campaignId: number, query: string, chance: Chance): Promise<Timed[]> {
  const timed: Timed[] = []
  const once = async (page: number) => {
    const question = { ...asked(query), page }
    const from = performance.now()
    const found = await findGalleryPage(campaignId, question)
    timed.push({ query: galleryQuery(question), milliseconds: performance.now() - from, total: found?.total ?? -1 })
    return found?.pages ?? 1
  }
  const pages = await once(1)
  if (pages > 1 && chance.happens(0.5)) await once(chance.whole(2, pages))
  return timed
}

async function rowsRead(): Promise<number> {
  await pool().query('select pg_stat_force_next_flush()')
  return oneNumber(
    `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as n from pg_stat_user_tables where schemaname = 'testimonies'`,
    [],
  )
}

const spread = (times: readonly number[]) =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms`

async function timesOf(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const from = performance.now()
    await work(n)
    times.push(performance.now() - from)
  }
  return times
}

/** One hundred thousand published testimonies, several hundred different questions: what a page of the gallery takes at the database. */
export const gallery: Benchmark = async ({ quick, seed = Date.now() % 1_000_000 }) => {
  const { stories, questions } = quick ? sizes.quick : sizes.full
  const database = await ownDatabase('gallery')
  const { campaignId } = database
  try {
    const chance = new Chance(seed)
    const from = performance.now()
    await fillTestimonies(campaignId, stories, chance)
    const filled = (performance.now() - from) / 1000
    for (let n = 0; n < 20; n += 1) await ask(campaignId, aQuestion(chance), chance)
    const before = await rowsRead()
    const timed: Timed[] = []
    for (let n = 0; n < questions; n += 1) timed.push(...(await ask(campaignId, aQuestion(chance), chance)))
    const read = (await rowsRead()) - before
    const times = timed.map(({ milliseconds }) => milliseconds)
    const slowest = timed.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5)
    const all = await timesOf(50, (n) =>
      findGalleryPage(campaignId, asked(`page=${1 + ((n * 97) % Math.min(mostPages, stories / 20))}`)),
    )
    const ids = (await findStretch(campaignId, null, 100))?.voices.map(({ id }) => id) ?? []
    const beside = await timesOf(50, (n) => findNeighbours(campaignId, ids[n] ?? ''))
    const periods = await timesOf(50, () => listPeriods(campaignId))
    const p95 = quantile(times, 0.95)
    return {
      comparisons: [],
      beside: [
        `${stories.toLocaleString('en')} published stories made in ${filled.toFixed(0)} s (seed ${seed})`,
        `${times.length} pages of ${questions} questions, search, filters, count, texts and marks: ${spread(times)}`,
        `goal: p95 below ${goalMilliseconds} ms: ${p95 < goalMilliseconds ? 'reached' : 'MISSED'}`,
        `rows read for a page: ${Math.round(read / times.length).toLocaleString('en')}`,
        `without a filter, first to last page: ${spread(all)}`,
        `the stories before and after one: ${spread(beside)}`,
        `the months of the filter: ${spread(periods)}`,
        ...slowest.map(
          ({ query, milliseconds, total }) =>
            `slow: ${milliseconds.toFixed(0)} ms, ${total} found, ${decodeURIComponent(query)}`,
        ),
      ],
      checked: [
        assertEqual('rows in the search', await oneNumber('select count(*) as n from testimonies.shown', []), stories),
      ],
      figures: {
        stories,
        pages: times.length,
        p50: quantile(times, 0.5),
        p95,
        p99: quantile(times, 0.99),
        rowsRead: read / times.length,
        goalMilliseconds,
        seed,
      },
    }
  } finally {
    await database.close()
  }
}
