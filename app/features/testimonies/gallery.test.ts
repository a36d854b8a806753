import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedParts } from '#app/ui/marks.ts'
import { translator } from '#app/i18n/t.ts'
import { creditOf } from './credit.ts'
import { excerptOf, longestExcerpt } from './excerpt.ts'
import { storiesFeed } from './feed.server.ts'
import { galleryQuery, longestSearch, readGalleryQuestion } from './gallery-question.ts'
import { wordsLike } from './marks.ts'
import type { PublishedTestimony } from './schema.ts'
import { sharedVoice } from './shared.ts'

const read = (query: string) => readGalleryQuestion(new URLSearchParams(query))

describe('a question to the gallery', () => {
  test.each([
    ['', ''],
    ['utm_source=x&page=1', ''],
    ['page=2&q=calcul', '?q=calcul&page=2'],
    [
      'system=label&consequence=cut&department=2A&period=2025&language=en',
      '?system=label&consequence=cut&department=2A&period=2025&language=en',
    ],
    ['system=moon&department=00&period=2025-13&language=xx&page=0&consequence=__proto__', ''],
    ['q=%20%20a%09b%0A%20', '?q=a+b'],
    ['q=a%00b%E2%80%AEc', '?q=a+b+c'],
    ['q=e%CC%81te', '?q=%C3%A9te'],
    ['q=un&q=deux', '?q=un'],
    ['page=99999999', ''],
  ])('%s is spelled %s', (asked, spelled) => {
    expect(galleryQuery(read(asked))).toBe(spelled)
  })

  test('has one spelling: read again it is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (q) => {
        const spelled = galleryQuery(read(new URLSearchParams({ q }).toString()))
        expect(galleryQuery(read(spelled.slice(1)))).toBe(spelled)
        expect([...read(spelled.slice(1)).q].length).toBeLessThanOrEqual(longestSearch)
      }),
    )
  })
})

describe('an excerpt', () => {
  const long = `${'Le début est long. '.repeat(60)}Puis [[une conseillère]] a parlé du calcul. ${'Et encore. '.repeat(90)}`

  test('is the whole of what is short', () => {
    expect(excerptOf('Deux mots.', new Set(['deux']))).toEqual({ text: 'Deux mots.' })
  })

  test('begins at the beginning, or a little before what was found', () => {
    expect(excerptOf(long, new Set()).text).toMatch(/^Le début .* \[…\]$/s)
    const found = excerptOf(long, new Set(['calcul'])).text
    expect(found).toMatch(/^\[…\] .*\[\[une conseillère\]\] a parlé du calcul.* \[…\]$/s)
    expect(found.length).toBeLessThan(longestExcerpt + 20)
  })

  test('never cuts a bar', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mot ', '[[un nom]] ', 'calcul ', '[[deux mots ici]] '), { maxLength: 300 }),
        (parts) => {
          const { text } = excerptOf(parts.join(''), new Set(['calcul']))
          expect(text.replaceAll(/\[\[[^[\]]*\]\]/g, '')).not.toMatch(/\[\[|\]\]/)
        },
      ),
    )
  })
})

test('marks keep every character of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, words) => {
      expect(
        markedParts(text, new Set(words))
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('only words that begin like a stem are asked about', () => {
  expect(wordsLike(['Les contrôles, ÉCOLE et l’école'], ['control', 'ecol'])).toEqual(['contrôles', 'école'])
})

const voice: PublishedTestimony = {
  id: '00000000-0000-4000-8000-000000000001',
  locale: 'fr',
  system: 'control',
  consequences: [],
  attempts: [],
  department: '31',
  period: '2026-01',
  publishedOn: '2026-02-02',
  contentWarning: null,
  title: 'Vu par <b>[[un agent]]</b> & co',
  text: 'Un récit ]]>\u0000 fictif.',
}

const feedOf = (voices: PublishedTestimony[]) =>
  storiesFeed({
    locale: 'fr',
    title: 'Témoignages',
    association: 'Collectif fictif',
    since: new Date('2026-01-15T08:00:00Z'),
    pageUrl: 'https://petition.example.org/fr/score/testimonies',
    selfUrl: 'https://petition.example.org/fr/score/testimonies.atom',
    voices,
    urlOf: ({ id }) => `https://petition.example.org/fr/score/testimonies/${id}`,
    systemOf: () => 'Contrôle',
    warned: (warning) => `Avertissement : ${warning}.`,
  })

describe('the feed', () => {
  test('names each story for ever, and says what it says as text', () => {
    const feed = feedOf([voice])
    expect(feed).toContain('<id>urn:uuid:00000000-0000-4000-8000-000000000001</id>')
    expect(feed).toContain('Vu par &lt;b&gt;[un agent]&lt;/b&gt; &amp; co')
    expect(feed).toContain('Un récit ]]&gt; fictif.')
    expect(feed).toContain('<updated>2026-02-02T00:00:00Z</updated>')
    expect(feed).not.toContain('\u0000')
  })

  test('of a story with a warning holds the warning alone', () => {
    const feed = feedOf([{ ...voice, contentWarning: 'Détresse' }])
    expect(feed).toContain('Avertissement : Détresse.')
    expect(feed).not.toContain('fictif.')
    expect(feed).not.toContain('<content')
  })

  test('without stories is as old as the campaign', () => {
    expect(feedOf([])).toContain('<updated>2026-01-15T08:00:00Z</updated>')
  })
})

test('a quote is credited to who collected it, with place and month as far as they are known', () => {
  const said = (department: string | null, period: string | null) =>
    creditOf({
      locale: 'en',
      t: translator('en'),
      association: 'A Collective',
      quote: { quote: 'It was [[an office]].', department, period },
    })
  expect(said('31', '2026-01').credit).toBe('Testimony collected by A Collective, Haute-Garonne, January 2026')
  expect(said(null, null)).toEqual({
    credit: 'Testimony collected by A Collective',
    copied: '“It was [an office].”\nTestimony collected by A Collective',
  })
})

test('what is passed on says the title and the warning, never the story', () => {
  const shared = sharedVoice(translator('en'), {
    testimony: { title: 'Seen by [[an agent]]', contentWarning: 'Distress' },
    campaign: 'Not a score',
    url: 'https://petition.example.org/en/score/testimonies/1',
  })
  expect(shared.text).toBe(
    'Seen by an agent (content warning: Distress): a testimony published with the campaign “Not a score”.',
  )
})
