import { expect, test } from 'vitest'
import { renderLetterBody, type LetterValues } from './letter-body.ts'
import { surveyLetter } from './letter-survey.ts'

const values: LetterValues = {
  count: '1',
  signature: { from: 'Nous', campaign: 'Score', url: 'https://example.org/fr/score' },
  quote: () => null,
  readQuote: 'Lire',
  quoteGone: 'Reprise.',
  field: (_, fallback) => fallback,
}

/** As long as a text may be (`longestBody`), and an eighth of it. */
const [long, times] = [50_000, 8]

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const pieces = ['[ ', '[', '\\[', '*a_', '{{', '{{name|x}} ', '<a ', '`a', '|-|-\n', '[a](', '[a][b] ', 'a@', 'é']
const heavy = {
  ...Object.fromEntries(pieces.map((piece) => [piece, (length: number) => filled(piece, length)])),
  'part by part': (length: number) => filled(`${'*a_'.repeat(95)}\n\n`, length),
  'point by point': (length: number) => filled(`- ${'[a]('.repeat(90)}\n`, length),
}

/** Of processor time, which a busy machine does not stretch. */
function millisecondsOf(markdown: string): number {
  const before = process.cpuUsage()
  renderLetterBody(markdown, values)
  surveyLetter(markdown)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('a letter takes a time that grows with its text and no faster, whatever is repeated', { timeout: 60_000 }, () => {
  const slow = Object.entries(heavy).filter(
    ([, write]) => millisecondsOf(write(long)) > 400 + times * 3 * millisecondsOf(write(long / times)),
  )
  expect(slow.map(([name]) => name)).toEqual([])
})

test('a part with more marks than anybody writes is shown as it was typed, and the parts beside it as they are meant', () => {
  const typed = `*a_ <b> ${'[ '.repeat(500)}{{count}} https://example.org/lettre`
  const { siteHtml, text, links } = renderLetterBody(`**Un.**\n\n${typed}\n\n- **deux**`, values)
  expect(siteHtml).toContain('<p><strong>Un.</strong></p>')
  expect(siteHtml).toContain('<li><strong>deux</strong></li>')
  expect(siteHtml).toContain('<p>*a_ &lt;b&gt; [ [')
  expect(links).toEqual(['https://example.org/lettre'])
  expect(text.replace(/\s+/g, ' ')).toContain(
    typed.replace('https://example.org/lettre', '<https://example.org/lettre>'),
  )
})

test('as many marks as a list of sources has are read as ever', () => {
  const rich = '**Nom** : _un_ [lien](https://example.org/a) et `mot`.\n'.repeat(30)
  const { siteHtml } = renderLetterBody(rich, values)
  expect(siteHtml.match(/<strong>/g)).toHaveLength(30)
  expect(siteHtml.match(/<a /g)).toHaveLength(30)
})
