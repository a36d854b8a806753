import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { contentOf, typedOf } from '#app/features/sheets/typed.ts'
import { sheetJson } from '#app/features/sheets/schema.ts'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { scoringSeed as content } from '#prisma/demo/scoring.ts'
import { scoringForm } from '../form.ts'
import { firstAnswers } from '../rules/labels.ts'
import { firstSettings, read } from '../rules/reading.ts'
import { firstBase, playSets } from '../rules/sets.ts'
import { tell, tellLabels } from '../rules/tell.ts'
import { scoringContent } from '../schema.ts'
import { ScoringPage } from './scoring-page.tsx'
import { spokenWords } from './spoken-words.ts'

const days = { verifiedOn: '2026-07-03', checkBy: '2027-06-30', publishedOn: '2026-07-03' }
const pageIn = (locale: Locale) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <ScoringPage
        campaign={{ slug: 'score', title: 'Score' }}
        sheet={{ id: 1, slug: 'score', position: 0, version: 1, content, ...days }}
        links={{ remedies: true, systems: false, questions: false }}
        script="/assets/scoring.js"
      />
    </LocaleProvider>,
  )

const places = (html: string, name: string) =>
  Array.from(html.matchAll(new RegExp(`data-say="${name}"[^>]*>([^<]*)<`, 'g')), ([, words]) => words)
const figures = (html: string, state: string) =>
  [...html.matchAll(new RegExp(`<label data-person="\\d+">.*?</label>`, 'gs'))].filter(([label]) =>
    label.includes(`data-state="${state}"`),
  ).length

test('drawing, table and words say the same numbers, in both languages', () => {
  for (const locale of ['fr', 'en'] as const) {
    const html = pageIn(locale)
    const [hit, wrong, flagged] = [figures(html, 'hit'), figures(html, 'falseAlarm'), places(html, 'flaggedNumber')]
    expect(hit + wrong).toBeGreaterThan(10)
    expect(flagged.every((number) => number === String(hit + wrong))).toBe(true)
    expect(places(html, 'count.falseAlarm')).toEqual([String(wrong)])
    expect(places(html, 'count.hit')).toEqual([String(hit)])
    expect(places(html, 'wrong.parts')[0]).toMatch(new RegExp(`^${wrong} \\S+ ${hit + wrong}$`))
    expect(places(html, 'start')).toEqual([String(wrong), String(wrong)])
    const outOf100 = Math.round((100 * wrong) / (hit + wrong))
    expect(places(html, 'outOf100')[0]).toContain(String(outOf100))
    expect(places(html, 'wrong.percent')[0]).toMatch(new RegExp(`^${outOf100}\\s?%$`))
    expect(
      html.includes(`. ${hit + wrong} ${places(html, 'flaggedWords')[0]}, ${wrong} `),
      'the picture in words',
    ).toBe(true)
  }
})

test('the warning that this is nobody’s model is on the page, and no sentence is left open or without words', () => {
  for (const locale of ['fr', 'en'] as const) {
    const shown = pageIn(locale).replace(/data-scoring="[^"]*"/, '')
    expect(shown.includes(content[locale].disclaimer)).toBe(true)
    expect(shown.includes('{{')).toBe(false)
    for (const [, words] of shown.matchAll(/data-say="[^"]*"[^>]*>([^<]*)</g)) expect(words).toMatch(/\S/)
  }
})

const sayings = { fr: spokenWords(translator('fr')), en: spokenWords(translator('en')) }
const mayBe = (max: number) => fc.integer({ min: 0, max })
const procedures = fc.record({ review: mayBe(100), contest: mayBe(100), success: mayBe(100) })

test('whatever is set, every place of the page has its words and none is left open', () => {
  const locales = fc.constantFrom<Locale[]>('fr', 'en')
  fc.assert(
    fc.property(
      locales,
      fc.integer({ min: 0, max: 2 }),
      fc.record({
        seed: mayBe(500),
        baseRate: mayBe(60),
        insight: mayBe(2),
        threshold: mayBe(24),
        person: fc.integer({ min: 1, max: 100 }),
        weights: fc.array(mayBe(3), { minLength: 7, maxLength: 7 }),
        opaque: procedures,
        fair: procedures,
      }),
      (locale, at, set) => {
        const saying = { words: sayings[locale], locale }
        const play = playSets(content, locale)[at]
        if (!play) throw new Error('no such score')
        const first = firstSettings(play.criteria, firstBase(play.mode))
        const reading = read(play.criteria, { ...first, ...set, weights: set.weights.slice(0, play.criteria.length) })
        const said = tell(saying, reading, play)
        const isFaulty = ([place, words]: [string, string]) =>
          /\{\{|undefined|NaN|^(both|suspicion|chances)\./.test(words) || (words === '' && place !== 'lotVerdict')
        expect(Object.entries(said).filter(isFaulty)).toEqual([])
        expect(Number(said['flaggedNumber'])).toBe(Number(said['count.hit']) + Number(said['count.falseAlarm']))
        expect(said['live']).toContain(`${said['wrongNumber']} ${said['wrongWords']}`)
        expect(said['wrong.parts']).toContain(said['wrongNumber'])
        expect(said['sum.left']).toBe(String(100 - Number(said['flaggedNumber'])))
      },
    ),
    { numRuns: 60 },
  )
})

test('labels are told by each order, with how many there are', () => {
  const saying = { words: spokenWords(translator('fr')), locale: 'fr' } as const
  const names = Object.fromEntries(content.labels.map(({ key, fr: name }) => [key, name]))
  expect(tellLabels(saying, firstAnswers, names)).toMatchObject({
    'label.0': 'Perte de confiance',
    'label.1': 'Risque de dispersion',
    'label.2': 'Besoin de redynamisation',
    labels: 'Les mêmes réponses donnent 3 étiquettes différentes, selon la phrase lue en premier.',
  })
  const well = tellLabels(saying, { spirits: 4, applications: 5, contacts: 5, trades: 1 }, names)
  expect(well).toMatchObject({ 'label.0': 'Dynamique de recherche', 'label.2': 'Dynamique de recherche' })
  expect(well['labels']).toContain('la même étiquette')
})

const keysOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )

test('the script is given every sentence that the words have for it, and no other', () => {
  for (const [locale, words] of [['fr', fr] as const, ['en', en] as const])
    expect(Object.keys(spokenWords(translator(locale))).toSorted()).toEqual(keysOf(words.scoring.said).toSorted())
})

test('what is seeded is well formed, and survives the fields of the desk', () => {
  expect(scoringContent.parse(content)).toEqual(content)
  const json = sheetJson.parse(content)
  expect(scoringContent.parse(contentOf(typedOf(json, scoringForm.fields), scoringForm.fields))).toEqual(content)
})

test('a criterion of no score, a score without criteria and a name twice are refused with a reason', () => {
  const [criterion] = content.criteria
  if (!criterion) throw new Error('no criterion is seeded')
  const reasons = (criteria: typeof content.criteria) =>
    scoringContent.safeParse({ ...content, criteria }).error?.issues.map(({ message }) => message)
  expect(reasons([...content.criteria, { ...criterion, set: 'nowhere' }])).toContain('scoring.errors.set')
  expect(reasons(content.criteria.filter(({ set }) => set !== 'caf'))).toContain('scoring.errors.criteria')
  expect(reasons([...content.criteria, criterion])).toContain('scoring.errors.twice')
})

test('no criterion and no fact of a real system is without its source, its address and its day', () => {
  for (const { sourceFr, sourceEn, url, seen } of [...content.criteria, ...content.facts]) {
    expect(sourceFr && sourceEn && seen).toBeTruthy()
    expect(url).toMatch(/^https:\/\//)
  }
})
