import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { MessageKey } from '#app/i18n/t.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { FileField, TextField } from './field.tsx'
import { useAnswers, useErrorList, type FormState } from './form-answers.ts'

const missing: MessageKey = 'site.errors.wrong'

/** What the two hooks say, as a page would ask them. */
function said(
  state: FormState | undefined,
  { initial, fields }: { initial?: { name: string }; fields?: string[] } = {},
) {
  const heard: { name?: ReturnType<ReturnType<typeof useAnswers>>; errors?: ReturnType<typeof useErrorList> } = {}
  function Page() {
    heard.name = useAnswers(state, initial)('name')
    heard.errors = useErrorList(state, fields)
    return null
  }
  renderToStaticMarkup(
    <LocaleProvider locale="en">
      <Page />
    </LocaleProvider>,
  )
  return heard
}

test('a form that nobody sent shows what was there before, and no error', () => {
  expect(said(undefined, { initial: { name: 'Before' } })).toEqual({
    name: { name: 'name', defaultValue: 'Before', error: undefined },
    errors: [],
  })
})

test('what was typed comes back in the place of what was there, even when it was emptied', () => {
  const { name } = said({ values: { name: '' }, errors: { name: missing } }, { initial: { name: 'Before' } })
  expect(name).toMatchObject({ defaultValue: '', error: expect.any(String) })
})

test('boxes ticked under one name are nobody’s text', () => {
  expect(said({ values: { name: ['a', 'b'] }, errors: {} }).name?.defaultValue).toBeUndefined()
})

test('every error leads to its field, and that of the whole form nowhere', () => {
  const errors = { email: missing, form: missing, name: missing }
  expect(said({ values: {}, errors }).errors?.map(({ field }) => field)).toEqual(['email', undefined, 'name'])
})

test('a page that names its fields lists the errors in their order, and first what it has no field for', () => {
  const errors = { email: missing, revision: missing, name: missing }
  const fields = said({ values: {}, errors }, { fields: ['name', 'email'] }).errors?.map(({ field }) => field)
  expect(fields).toEqual([undefined, 'name', 'email'])
})

test('a file is said to be wrong like any field, and never asked for by the browser', () => {
  const field = {
    name: 'scan',
    label: 'Scan',
    hint: 'PDF',
    error: 'Too large',
    defaultValue: 'scan.pdf',
    required: true,
  }
  const html = renderToStaticMarkup(<FileField {...field} accept="application/pdf" />)
  const frame = renderToStaticMarkup(<TextField {...field} />)
  expect(html.replace(/<input[^>]*>/, '')).toBe(frame.replace(/<input[^>]*>/, ''))
  expect(html).toContain('aria-describedby="scan-hint scan-error"')
  expect(html).not.toMatch(/required|value=/)
})
