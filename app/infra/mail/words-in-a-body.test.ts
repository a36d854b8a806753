import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { encodeBody, fillBody } from './message-body.server.ts'

const asHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

async function readAs(words: string, tail: string) {
  const body = encodeBody({ text: `Pour WORD${tail}`, html: `<p>Pour WORD${tail}</p>` }, ['HERE'], ['WORD'])
  const raw = fillBody(body, { tokens: ['042'], words: [words] }, { before: 0, behind: 0 }).body.toString('latin1')
  const head = `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${body.boundary}"\r\n\r\n`
  const { text = '', html = '', headers } = await PostalMime.parse(head + raw)
  return { text: text.trimEnd(), html: html.trimEnd(), raw, names: headers.map(({ key }) => key) }
}

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '.',
        '=',
        '=41',
        ' ',
        '  ',
        '<b>',
        '&',
        '"',
        "'",
        'é',
        '😀',
        'ليلى',
        '--portevoix_',
        'a'.repeat(80),
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
)

test('words of any sort read the same in both parts, harmless in HTML, and break no line and no header', async () => {
  await fc.assert(
    fc.asyncProperty(word, fc.constantFrom('', ', oui.', ' HERE', '\nsuite'), async (typed, tail) => {
      const words = typed.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ').trim()
      const { text, html, raw, names } = await readAs(words, tail)
      const rest = tail.replace('HERE', '042')
      expect(text).toBe(`Pour ${words}${rest}`.trimEnd())
      expect(html).toBe(`<p>Pour ${asHtml(words)}${rest}</p>`)
      expect(names).toEqual(['mime-version', 'content-type'])
      for (const line of raw.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76)
        expect(line.startsWith('.')).toBe(false)
      }
    }),
    { numRuns: 600 },
  )
})
