import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linksOfHtml, linksOfText } from './mail-links.ts'
import { renderMarkdown } from './markdown.ts'

const tagsOf = (html: string) => [...html.matchAll(/<[^>]*>/g)].map((match) => match[0])
const siteTag =
  /^<\/?(?:p|h[2-4]|ul|ol|li|strong|em|blockquote|a)>$|^<[bh]r \/>$|^<ol start="\d+">$|^<a href="(?:https?|mailto):[^"<>\s]+">$/
const mailTag =
  /^<\/(?:p|h[2-4]|ul|ol|li|strong|em|blockquote|a)>$|^<(?:strong|em)>$|^<br \/>$|^<\w+(?: href="(?:https?|mailto):[^"<>\s]+")?(?: start="\d+")? style="[-\w:;#, ]+"(?: \/)?>$/

test('a text with titles, lists, a quote and links reads the same in HTML and in plain text', () => {
  const { siteHtml, text, links } = renderMarkdown(
    '# Titre\n\nUn **mot** et un *autre*,\n[ici](https://example.org/a?b=1&c=2).\n\n> Cité\n\n- un\n- deux\n\n3. trois\n4. quatre\n\n---\n\nFin.',
  )
  expect(siteHtml).toBe(
    '<h2>Titre</h2>\n<p>Un <strong>mot</strong> et un <em>autre</em>,\n<a href="https://example.org/a?b=1&amp;c=2">ici</a>.</p>\n' +
      '<blockquote><p>Cité</p></blockquote>\n<ul><li>un</li>\n<li>deux</li></ul>\n<ol start="3"><li>trois</li>\n<li>quatre</li></ol>\n<hr />\n<p>Fin.</p>',
  )
  expect(text).toBe(
    'Titre\n=====\n\nUn *mot* et un autre, ici <https://example.org/a?b=1&c=2>.\n\n> Cité\n\n- un\n- deux\n\n3. trois\n4. quatre\n\n* * *\n\nFin.',
  )
  expect(links).toEqual(['https://example.org/a?b=1&c=2'])
})

test('the HTML of a letter carries its styles, the HTML of a page carries none', () => {
  const { html, siteHtml } = renderMarkdown('## Bonjour\n\n[lire](https://example.org/)')
  expect(html).toContain('<a href="https://example.org/" style="color:')
  expect(siteHtml).not.toContain('style')
})

test.each([
  '[clic](javascript:alert(1))',
  '[clic](JaVaScRiPt:alert(1))',
  '[clic](java&#115;cript:alert(1))',
  '[clic](data:text/html,x)',
  '[clic](vbscript:x)',
  '[clic](//example.org/x)',
  '[clic](/fr/score)',
  '[clic](https://banque.example@evil.example/)',
  '<javascript:alert(1)>',
])('a link that is not absolute https, http or mailto is only its words: %s', (markdown) => {
  const { html, text, links } = renderMarkdown(markdown)
  expect(links).toEqual([])
  expect(linksOfHtml(html)).toEqual([])
  expect(text).not.toContain('<http')
})

test('raw HTML is shown as it was typed', () => {
  const { siteHtml } = renderMarkdown('<script>alert(1)</script>\n\nUn <img src=x onerror=alert(1)> et <b>gras</b>')
  expect(siteHtml).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>Un &lt;img src=x onerror=alert(1)&gt; et &lt;b&gt;gras&lt;/b&gt;</p>',
  )
})

test('an image is replaced by its description', () => {
  expect(renderMarkdown('Voici ![la carte](https://example.org/carte.png).').siteHtml).toBe('<p>Voici la carte.</p>')
})

test('a label that reads like an address cannot hide another one', () => {
  const { siteHtml, text } = renderMarkdown('[https://banque.example](https://evil.example/x)')
  expect(siteHtml).toBe('<p><a href="https://evil.example/x">https://evil.example/x</a></p>')
  expect(text).toBe('<https://evil.example/x>')
})

test('double brackets and what they hold are left alone', () => {
  const { siteHtml, text } = renderMarkdown('Mon conseiller [[*nom* retiré]] et [[agence_de_ville]].')
  expect(siteHtml).toBe('<p>Mon conseiller [[*nom* retiré]] et [[agence_de_ville]].</p>')
  expect(text).toBe('Mon conseiller [[*nom* retiré]] et [[agence_de_ville]].')
})

test('a line never begins with the sign that ends a French sentence', () => {
  expect(renderMarkdown('« Pourquoi ? » [ici](https://example.org/) : rien').siteHtml).toBe(
    '<p>«\u00A0Pourquoi\u00A0?\u00A0» <a href="https://example.org/">ici</a>\u00A0: rien</p>',
  )
})

test('a list of a hundred bold links is read as one', () => {
  const { links } = renderMarkdown('- **[ici](https://example.org/)** et [là](https://example.net/)\n'.repeat(100))
  expect(links).toEqual(['https://example.org/', 'https://example.net/'])
})

test('a long address is never broken and lines stay short', () => {
  const address = `https://example.org/${'chemin-'.repeat(30)}fin`
  const { text } = renderMarkdown(`${'mot '.repeat(40)}[lire](${address}) ${'mot '.repeat(40)}`)
  expect(text).toContain(`<${address}>`)
  expect(text.split('\n').filter((line) => line.length > 72)).toEqual([`<${address}>`])
})

test('a placeholder in an address passes through unharmed', () => {
  const { html, text } = renderMarkdown('<https://example.org/__TOKEN__> [x](https://example.org/me/__TOKEN__)')
  for (const version of [html, text]) {
    expect(version).toContain('https://example.org/__TOKEN__')
    expect(version).toContain('https://example.org/me/__TOKEN__')
  }
})

const heavy = {
  quotes: '>'.repeat(1e5),
  'nested lists and quotes': '- > '.repeat(25e3),
  'plus lists': '+ '.repeat(5e4),
  numbers: '1. '.repeat(33e3),
  'half-open emphasis': '*a_'.repeat(33e3),
  'half-open emphasis, line by line': '*a_*a_*a_*a_\n'.repeat(8e3),
  'half-open emphasis, block by block': `${'*a_'.repeat(490)}\n\n`.repeat(66),
  'one long word': `${'a'.repeat(1e5)}@`,
  brackets: '['.repeat(1e5),
  'double brackets': '[['.repeat(5e4),
  'half-open links': '[a]('.repeat(25e3),
  'half-open links, block by block': `${'[a]('.repeat(990)}\n\n`.repeat(25),
  addresses: 'https://example.org/a '.repeat(4500),
  'half addresses': 'https://'.repeat(12e3),
  definitions: '[a]: x\n'.repeat(14e3),
  'a deep list': Array.from({ length: 430 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'empty lines': ' \n'.repeat(5e4),
  spaces: ' '.repeat(1e5),
}

test.each(Object.entries(heavy))(
  '100 KB of the worst kind takes seconds, not minutes: %s',
  { timeout: 120_000 },
  (_, markdown) => {
    // Of processor time, which a busy machine does not stretch.
    const before = process.cpuUsage()
    const { html, text, links } = renderMarkdown(markdown)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(15_000)
    expect(linksOfText(text).length).toBeGreaterThanOrEqual(links.length)
    expect(tagsOf(html).every((tag) => mailTag.test(tag))).toBe(true)
  },
)

const fragments = [
  '<script>|</p>|<img src=x onerror=y>| onclick="x"|javascript:x|&#106;|&lt;|&amp;|&quot;',
  '[|]|(|)|[a](https://a.example/?x=1&y=2)|[b](javascript:x)|![c](https://c.example/c.png)',
  'https://d.example/d|http://é.example|www.e.example|f@g.example|<https://h.example>|https://',
  '[i]: https://i.example|[i]|[[j]]|*|**|_|`|```|~~|> |- |1. |# |    |\n|\n\n|  \n|---',
  '\\|"|\'|\u0000|\u2028|\u202E|\uD800|\u00A0|mot| ',
].flatMap((row) => row.split('|'))
const anyMarkdown = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join('')),
)

test('whatever is written, only harmless elements come out', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const { html, siteHtml } = renderMarkdown(markdown)
      expect(tagsOf(siteHtml).filter((tag) => !siteTag.test(tag))).toEqual([])
      expect(tagsOf(html).filter((tag) => !mailTag.test(tag))).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

test('whatever is written, HTML and plain text carry the same links', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const { html, siteHtml, text, links } = renderMarkdown(markdown)
      expect(linksOfHtml(html)).toEqual(links.toSorted())
      expect(linksOfHtml(siteHtml)).toEqual(links.toSorted())
      const inText = [...text.matchAll(/<((?:https?|mailto):[^\s<>]+)>/g)].map((match) => match[1] ?? '')
      expect(links.filter((link) => !inText.includes(link))).toEqual([])
    }),
    { numRuns: 1500 },
  )
})
