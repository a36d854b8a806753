import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { WhatHappensNext } from './after-signing.tsx'

const said = (receipts: boolean, locale: Locale = 'fr') =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <WhatHappensNext slug="score" confirmed={4} goal={undefined} receipts={receipts} />
    </LocaleProvider>,
  )

test('whoever has confirmed is told of the receipt that comes and where it is checked', () => {
  expect(said(true)).toMatch(/href="\/fr\/score\/proof">Votre reçu arrive par e-mail</)
  expect(said(true, 'en')).toMatch(/href="\/en\/score\/proof">Your receipt comes by e-mail</)
})

test('no receipt is promised by a campaign that sends none', () => {
  expect(said(false)).not.toContain('reçu')
  expect(said(false)).not.toContain('/proof')
})
