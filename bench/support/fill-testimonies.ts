import { createHash } from 'node:crypto'
import { departments } from '#app/features/campaigns/departments.ts'
import { consequences, systems } from '#app/features/testimonies/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { wordsOf } from '#app/ui/marks.ts'
import { publishedInEnglish } from '#prisma/demo/testimonies-published.en.ts'
import { publishedInFrench } from '#prisma/demo/testimonies-published.fr.ts'
import type { Chance } from './fraud/chance.ts'

const syllables = [
  'ba',
  'cré',
  'don',
  'fla',
  'gui',
  'jau',
  'lon',
  'mer',
  'nou',
  'pri',
  'qua',
  'rel',
  'sou',
  'tra',
  'vel',
  'zon',
]
const ends = ['er', 'é', 'ée', 'ation', 'ment', 'eur', 'euse', 'able', 'ité', 'ent', 's', 'ique']

/** Words that do not exist, spelled as if they did: a language has many that are rare. */
const invented = syllables.flatMap((first) =>
  syllables.flatMap((second) => syllables.flatMap((third) => ends.map((end) => `${first}${second}${third}${end}`))),
)

const kept: { words?: readonly string[] } = {}

/** Some fifty thousand words: those of the demonstration's stories first, which are frequent, then invented ones. */
export function vocabulary(): readonly string[] {
  kept.words ??= [
    ...new Set(
      [...publishedInFrench, ...publishedInEnglish].flatMap(({ original }) => wordsOf(original.toLowerCase())),
    ),
    ...invented,
  ]
  return kept.words
}

const atOnce = 1000

const insert = `
insert into testimonies.testimony (id, campaign_id, receipt_hash, locale, system, consequences, attempts, department, period, uses,
  received_week, state, draft_version, published_title, published_text, published_on,
  published_system, published_consequences, published_department, published_period)
select id::uuid, $1, decode(md5(id) || md5('r' || id), 'hex'), locale, system, string_to_array(consequences, ' '), '{}', department, period,
  '{internal,statistics,publish}', '2026-01-05', 'published', 1, title, story, day::date,
  system, string_to_array(consequences, ' '), department, period
from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
  as rows(id, locale, system, consequences, department, period, title, story, day)`

const idOf = (n: number): string => {
  const hex = createHash('md5').update(`story ${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const dayBefore = (n: number): string => new Date(Date.UTC(2026, 0, 31) - n * 86_400_000).toISOString().slice(0, 10)

function aStory(n: number, chance: Chance): (string | null)[] {
  const words = vocabulary()
  const say = (count: number) => Array.from({ length: count }, () => chance.zipf(words, 0.9)).join(' ')
  return [
    idOf(n),
    chance.happens(0.12) ? 'en' : 'fr',
    chance.of(systems),
    consequences.filter(() => chance.happens(0.25)).join(' '),
    chance.happens(0.9) ? chance.of(departments).code : null,
    chance.happens(0.9) ? `20${chance.whole(20, 25)}-${String(chance.whole(1, 12)).padStart(2, '0')}` : null,
    say(6),
    `${say(80)}.\n\n${say(90)}.`,
    dayBefore(chance.whole(0, 720)),
  ]
}

/** Published stories of varied words, straight into the table; the product's own trigger makes them searchable. */
export async function fillTestimonies(campaignId: number, stories: number, chance: Chance): Promise<void> {
  for (let from = 0; from < stories; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, stories - from) }, (_, n) => aStory(from + n, chance))
    const columns = Array.from({ length: 9 }, (_, column) => rows.map((row) => row[column]))
    await pool().query(insert, [campaignId, ...columns])
  }
  await pool().query('vacuum analyze testimonies.shown')
  await pool().query('vacuum analyze testimonies.testimony')
}
