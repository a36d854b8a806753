import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './field.tsx'

test('nothing to correct, nothing shown', () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe('')
})

test('the summary is announced, takes the focus and leads to each field', () => {
  const html = renderToStaticMarkup(
    <LocaleProvider locale="en">
      <ErrorSummary errors={[{ field: 'email', message: 'No domain' }, { message: 'Closed' }]} />
    </LocaleProvider>,
  )
  expect(html).toMatch(/^<div[^>]* id="errors" role="alert" tabindex="-1" autofocus=""/)
  expect(html).toContain('2 answers need correcting')
  expect(html).toContain('<a href="#email">No domain</a>')
  expect(html).toContain('<li>Closed</li>')
})

test('one error is counted as one', () => {
  const html = renderToStaticMarkup(<ErrorSummary errors={[{ field: 'name', message: 'Manque' }]} />)
  expect(html).toContain('Une réponse est à corriger')
})

test('a field keeps what was typed and is tied to its hint and its error', () => {
  const html = renderToStaticMarkup(
    <TextField name="email" label="E-mail" hint="Pour confirmer" error="Incomplet" defaultValue="a@" required />,
  )
  expect(html).toContain('aria-describedby="email-hint email-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('value="a@"')
  expect(html).toMatch(/id="email-hint".*id="email-error".*<input/s)
  expect(html).not.toContain('facultatif')
})
