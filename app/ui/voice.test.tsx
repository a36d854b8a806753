import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { RedactedText, redactionParts, Voice } from './voice.tsx'

test('what stands between double brackets is a redaction, the rest is text', () => {
  expect(redactionParts('Mon [[conseiller]] de [[ma ville]].')).toEqual([
    { kind: 'text', text: 'Mon ' },
    { kind: 'redacted', text: 'conseiller' },
    { kind: 'text', text: ' de ' },
    { kind: 'redacted', text: 'ma ville' },
    { kind: 'text', text: '.' },
  ])
})

test('a bracket left open hides nothing and loses nothing', () => {
  expect(redactionParts('a [[b and c')).toEqual([{ kind: 'text', text: 'a [[b and c' }])
  expect(redactionParts('')).toEqual([])
})

test('no word outside the brackets is ever lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z ]{1,9}$/), fc.boolean())), (pieces) => {
      const text = pieces.map(([piece, hidden]) => (hidden ? `[[${piece}]]` : piece)).join('')
      const kept = redactionParts(text).filter(({ kind }) => kind === 'text')
      expect(kept.map((part) => part.text).join('')).toBe(
        pieces.map(([piece, hidden]) => (hidden ? '' : piece)).join(''),
      )
    }),
  )
})

test('a bar shows its replacement, or says that a passage was removed', () => {
  const html = renderToStaticMarkup(
    <LocaleProvider locale="fr">
      <RedactedText text={'Avec [[une conseillère]].\n\n[[]] Fin <b>.'} />
    </LocaleProvider>,
  )
  expect(html).toContain('[</span>une conseillère<span')
  expect(html).toContain('passage retiré')
  expect(html).toContain('Fin &lt;b&gt;.')
  expect(html.match(/<p>/g)).toHaveLength(2)
})

test('a story with a warning waits behind it', () => {
  const html = renderToStaticMarkup(<Voice title="T" text="Douloureux." meta="Nord" warning="santé" />)
  expect(html.indexOf('<summary>')).toBeLessThan(html.indexOf('Douloureux.'))
  expect(html).not.toContain('<details open')
})
