import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText } from './fit-text.ts'
import { oembedQuery, readOembed, sizeOf } from './oembed.ts'
import { embedQuery, readEmbedOptions } from './options.ts'
import { isShared } from './share-head.ts'
import { badgeSnippet, frameSnippet, scriptSnippet } from './snippets.ts'
import { readVoiced, voicedRuns } from './voiced.ts'

const site = 'https://petition.example.org'
const ask = (query: Record<string, string>) => readOembed(new URLSearchParams(query), site)

test('the address of a frame has one spelling for each thing it can show', () => {
  fc.assert(
    fc.property(fc.record({ locale: fc.string(), show: fc.string(), utm: fc.string() }), (asked) => {
      const options = readEmbedOptions(new URLSearchParams(asked))
      const query = embedQuery(options)
      expect(['', '?locale=en', '?show=counter', '?locale=en&show=counter']).toContain(query)
      expect(readEmbedOptions(new URLSearchParams(query))).toEqual(options)
    }),
  )
})

test.each([
  ['a campaign', `${site}/fr/score`, 'asked'],
  ['a campaign with a slash behind it', `${site}/en/score/`, 'asked'],
  ['a campaign with what a network put behind it', `${site}/fr/score?utm_source=x#sign`, 'asked'],
  ['another site', 'https://elsewhere.example/fr/score', 'not-ours'],
  ['our name without encryption', 'http://petition.example.org/fr/score', 'not-ours'],
  ['our name as a user of another site', `${site}@elsewhere.example/fr/score`, 'not-ours'],
  ['our name as the start of another', `${site}.elsewhere.example/fr/score`, 'not-ours'],
  ['the team’s pages', `${site}/admin/score`, 'not-ours'],
  ['a page that is no campaign', `${site}/fr/privacy`, 'not-ours'],
  ['somebody’s link', `${site}/fr/confirm/abcdef`, 'not-ours'],
  ['a language we do not speak', `${site}/de/score`, 'not-ours'],
  ['a script', 'javascript:alert(1)', 'not-ours'],
  ['no address', 'score', 'not-ours'],
  ['an endless address', `${site}/fr/score?${'a'.repeat(5000)}`, 'not-ours'],
  ['nothing', '', 'no-address'],
])('asked to show %s, %s: %s', (_, url, outcome) => {
  expect(ask({ url })).toMatchObject({ outcome })
})

test('two formats are spoken', () => {
  const url = `${site}/fr/score`
  expect(ask({ url, format: 'xml' })).toMatchObject({ question: { format: 'xml', slug: 'score', locale: 'fr' } })
  expect(ask({ url, format: 'yaml' })).toEqual({ outcome: 'unknown-format' })
})

test('whatever is asked, what is sent is no larger than the room, and is kept under an address that means the same', () => {
  const limit = fc.oneof(fc.integer({ min: 1, max: 3000 }).map(String), fc.string())
  fc.assert(
    fc.property(fc.record({ maxwidth: limit, maxheight: limit, junk: fc.string() }), (limits) => {
      const asked = new URLSearchParams({ url: `${site}/fr/score?x=1`, ...limits })
      const read = readOembed(asked, site)
      if (read.outcome !== 'asked') throw new Error(read.outcome)
      const { width, height } = sizeOf(read.question)
      expect(width).toBeLessThanOrEqual(read.question.maxWidth ?? Infinity)
      expect(height).toBeLessThanOrEqual(read.question.maxHeight ?? Infinity)
      const kept = readOembed(new URLSearchParams(oembedQuery(asked) ?? ''), site)
      if (kept.outcome !== 'asked') throw new Error(kept.outcome)
      expect(sizeOf(kept.question)).toEqual({ ...sizeOf(read.question) })
    }),
  )
})

test.each(['', 'url=', `url=${site}/fr/score&format=yaml`, `url=https://${'a'.repeat(400)}`])(
  'a question that has no answer to keep is kept under no address: %s',
  (asked) => expect(oembedQuery(new URLSearchParams(asked))).toBeNull(),
)

const hostile = fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', '/', '-', 'a', ' ', '\n', ']') })

test('a hostile title breaks out of no code that people copy', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const framed = { site, slug: 'score', locale: 'fr', show: 'form', title } as const
      for (const code of [frameSnippet(framed), scriptSnippet(framed), badgeSnippet(framed)]) {
        const bare = code.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, '').replaceAll(/"[^"<>&]*"/g, '""')
        expect(bare).not.toMatch(/'|&/)
        expect(bare.match(/<[^>]*>/g)?.length).toBe(
          code === badgeSnippet(framed) ? 3 : code.startsWith('<iframe') ? 2 : 6,
        )
      }
    }),
  )
})

/** Half as wide as high, whatever the letter: what fits can be counted. */
const halves = (text: string) => [...text].length / 2
const room = { width: 100, height: 60, sizes: [20, 10], leading: 1 }
const word = fc.string({ unit: fc.constantFrom('a', 'é', 'œ', 'W', '.'), minLength: 1, maxLength: 40 })

test('every line fits, no letter is lost unless the text is cut, and then it says so', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40, size: 'max' }), (words) => {
      const { size, lines } = fitText(words.join(' '), room, halves)
      for (const line of lines) expect(halves(line) * size).toBeLessThanOrEqual(room.width)
      expect(lines.length * size).toBeLessThanOrEqual(room.height)
      const kept = lines.join('').replaceAll(' ', '')
      const whole = words.join('')
      expect(kept === whole || (kept.endsWith('…') && whole.startsWith(kept.slice(0, -1)))).toBe(true)
    }),
  )
})

test('a short title is large, a long one small, and lines are even', () => {
  expect(fitText('Un mot', room, halves)).toEqual({ size: 20, lines: ['Un mot'] })
  expect(fitText('dix mots qui se suivent', room, halves).lines).toEqual(['dix mots', 'qui se', 'suivent'])
  expect(fitText('mot '.repeat(25), room, halves).size).toBe(10)
  const cut = fitText('mot '.repeat(60), room, halves).lines
  expect([cut.length, cut.at(-1)]).toEqual([6, 'mot mot mot mot mot…'])
})

test('a no-break space keeps its neighbours together', () => {
  expect(fitText('aaaa bbbb\u00A0cccc', { ...room, height: 40 }, halves).lines).toEqual(['aaaa', 'bbbb\u00A0cccc'])
})

test('the voice of a title keeps its letters wherever lines break', () => {
  const { text, voiced } = readVoiced('Pas un *score du* tout')
  expect(text).toBe('Pas un score du tout')
  expect(voicedRuns(['Pas un score', 'du tout…'], voiced)).toEqual([
    [
      { text: 'Pas un ', voiced: false },
      { text: 'score', voiced: true },
    ],
    [
      { text: 'du ', voiced: true },
      { text: 'tout…', voiced: false },
    ],
  ])
})

test('pages of one person, and those told in confidence, bring no picture of the campaign', () => {
  for (const path of ['/fr/score', '/en/score/', '/fr/score/numbers', '/fr/score/share'])
    expect(isShared(path)).toBe(true)
  for (const path of ['/fr/score/testify', '/fr/score/signed', '/fr/score/case', '/fr/confirm/abc', '/admin/score'])
    expect(isShared(path)).toBe(false)
})
