import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { QuoteField } from './quote-field.tsx'

const shown = (uses: string[], typed?: string) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en">
      <QuoteField
        testimony={{ uses, locale: 'fr' }}
        answer={{ name: 'quote', defaultValue: typed, error: undefined }}
      />
    </LocaleProvider>,
  )

test('without both consents there is no field for a quote, and the page says which is missing and which were given', () => {
  const html = shown(['publish', 'quote'])
  expect(html).not.toContain('<textarea')
  expect(html).toContain('Missing: Press.')
  expect(html).toContain('The witness agrees to: Quotation, Publication.')
})

test('with both a sentence can be written, and without publication the page says that it will stand alone', () => {
  expect(shown(['publish', 'quote', 'press'])).toContain('<textarea')
  expect(shown(['quote', 'press'])).toContain('only this sentence will appear')
  expect(shown(['publish', 'quote', 'press'])).not.toContain('only this sentence will appear')
})

test('a quote that was written before a consent was taken back stays in its field, with why it will not appear', () => {
  const html = shown(['publish'], 'Une phrase.')
  expect(html).toContain('Une phrase.</textarea>')
  expect(html).toContain('Missing: Quotation, Press.')
})
