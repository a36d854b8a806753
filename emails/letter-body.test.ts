import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderLetterBody, type LetterValues } from './letter-body.ts'
import { linksOfHtml, linksOfText } from './mail-links.ts'

const values: LetterValues = {
  count: '12 345',
  signature: { from: 'L’équipe', campaign: 'Compter <juste>', url: 'https://example.org/fr/score' },
  quote: (id) =>
    id === 'known' ? { text: '« Assez. »', about: 'Une personne, Gers', url: 'https://example.org/q' } : null,
  readQuote: 'Lire',
  quoteGone: 'Reprise.',
  field: (name, fallback) => (name === 'name' ? '<em>Zoë</em>' : fallback),
}
const render = (markdown: string) => renderLetterBody(markdown, values)

const id = '0123456789abcdef01234567'
const withPicture = (src: string): LetterValues => ({
  ...values,
  picture: (asked) => (asked === id ? { src, width: 540, height: 405 } : null),
  pictureInWords: (alt) => `[Image : ${alt}]`,
})
const renderWith = (markdown: string, src = `cid:${id}@example.org`) => renderLetterBody(markdown, withPicture(src))

test('a count, a name and a département are put into the sentence, harmless', () => {
  const { html, siteHtml, text } = render('Bonjour **{{name|à vous}}**, {{ department | chez vous }} : {{count}}.')
  expect(siteHtml).toBe(
    '<p>Bonjour <strong><bdi>&lt;em&gt;Zoë&lt;/em&gt;</bdi></strong>, <bdi>chez vous</bdi>\u00A0: 12 345.</p>',
  )
  expect(html).toContain('<bdi>&lt;em&gt;Zoë&lt;/em&gt;</bdi>')
  expect(text).toBe('Bonjour *<em>Zoë</em>*, chez vous\u00A0: 12 345.')
})

test('a button stands in both versions, in HTML as one', () => {
  const { html, siteHtml, text, links } = render('[button: Lire la lettre](https://example.org/lettre)')
  expect(siteHtml).toBe('<p><a href="https://example.org/lettre" class="button button-primary">Lire la lettre</a></p>')
  expect(html).toMatch(/<a href="https:\/\/example\.org\/lettre" class="action" style="[^"]*background-color/)
  expect(text).toBe('Lire la lettre\n<https://example.org/lettre>')
  expect(links).toEqual(['https://example.org/lettre'])
})

test('a quote stands with its source, and in its place is said when it was taken back', () => {
  expect(render('{{quote:known}}').text).toBe('> « Assez. »\n>\n> Une personne, Gers Lire <https://example.org/q>')
  expect(render('{{quote:gone}}').siteHtml).toBe('<p><em>Reprise.</em></p>')
})

test('the signature says who writes and leads to the campaign', () => {
  expect(render('{{signature}}').siteHtml).toBe(
    '<p><strong>L’équipe</strong><br /><a href="https://example.org/fr/score">Compter &lt;juste&gt;</a></p>',
  )
})

test('a picture stands in both versions: in HTML as large as it is shown, in plain text by its words', () => {
  const { html, siteHtml, text } = renderWith(`Avant.\n\n![Une "foule" < midi](media:${id})\n\nAprès.`)
  expect(siteHtml).toBe(
    `<p>Avant.</p>\n<p><img src="cid:${id}@example.org" alt="Une &quot;foule&quot; &lt; midi" width="540" height="405" /></p>\n<p>Après.</p>`,
  )
  expect(html).toMatch(
    /<img src="cid:[^"]+" alt="[^"]+" width="540" height="405" style="[^"]*max-width:100%;height:auto/,
  )
  expect(text).toBe('Avant.\n\n[Image : Une "foule" < midi]\n\nAprès.')
})

test('of a decoration nothing is said', () => {
  const { siteHtml, text } = renderWith(`Avant.\n\n![](media:${id})\n\nAprès.`)
  expect(siteHtml).toContain('alt=""')
  expect(text).toBe('Avant.\n\nAprès.')
})

test.each([`![Mots](media:${'f'.repeat(24)})`, `![Mots](https://x.example/a.jpg)`, `Voici ![Mots](media:${id}).`])(
  'what is no picture of ours, alone, is its words: %j',
  (markdown) => {
    const { siteHtml, text } = renderWith(markdown)
    expect(siteHtml).not.toContain('<img')
    expect(text).toContain('Mots')
  },
)

test.each([
  'https://x.example/a.jpg',
  `https://x.example/media/${id}.png`,
  `data:image/jpeg;base64,AAAA`,
  '/a.jpg',
  '',
])('even by a mistake of ours no picture comes from elsewhere: %j', (src) => {
  const { html, siteHtml } = renderWith(`![Mots](media:${id})`, src)
  expect(html + siteHtml).not.toContain('<img')
})

test.each([`/media/${id}.jpg`, `/admin/mailings/pictures/${id}.jpg`, `https://petition.example.org/media/${id}.jpg`])(
  'a page shows it from our own address: %s',
  (src) => {
    expect(renderWith(`![Mots](media:${id})`, src).siteHtml).toContain(`src="${src}"`)
  },
)

test('what means nothing stays as it was typed', () => {
  expect(render('{{rien}} et {{name}} et {{ouvert').text).toBe('{{rien}} et {{name}} et {{ouvert')
  expect(render('[pour {{name|x}}](https://example.org/)').siteHtml).toBe(
    '<p><a href="https://example.org/">pour {{name|x}}</a></p>',
  )
})

const fragments = [
  '{{',
  '}}',
  '{{name|x}}',
  '{{count}}',
  '{{quote:known}}',
  '{{signature}}',
  '[button: a](https://a.example/)',
  `![a](media:${id})`,
  '![',
  '[',
  '](',
  ')',
  '\n\n',
  '> ',
  '- ',
  '**',
  '<b>',
  'mot ',
  '<https://b.example>',
]
test('whatever is written, both versions carry the same links and nothing runs', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...fragments), { maxLength: 40 }), (parts) => {
      const { html, siteHtml, text, links } = renderWith(parts.join(''))
      expect(linksOfHtml(html)).toEqual(links.toSorted())
      expect(linksOfHtml(siteHtml)).toEqual(links.toSorted())
      expect(links.filter((link) => !linksOfText(text).includes(link))).toEqual([])
      expect(html).not.toMatch(/<b>|<script/)
    }),
    { numRuns: 800 },
  )
})
