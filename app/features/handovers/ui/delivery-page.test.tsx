import type { ComponentProps } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { DeliveryPage } from './delivery-page.tsx'

const sealed: ComponentProps<typeof DeliveryPage>['pack'] = {
  id: 1,
  standing: 'sealed',
  addressee: 'la direction générale et le ministère',
  plannedOn: '2026-03-05',
  confirmed: 4,
  deliveredOn: null,
  dueOn: null,
  answeredOn: null,
  due: { basis: null, source: '', url: null },
  clock: null,
  letterHtml: '',
  sealedAt: new Date('2026-03-01T11:00:00Z'),
  onPaper: 0,
  organisations: 0,
  how: null,
  by: null,
  answerUrl: null,
  answer: '',
  files: [],
  head: { size: 4, root: 'root', note: 'note' },
  zip: { sha256: 'hash', bytes: 1000 },
}

const pageOf = (locale: Locale, given: Partial<typeof sealed> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <DeliveryPage campaign={{ slug: 'score', title: 'Score' }} pack={{ ...sealed, ...given }} today="2026-03-10" />
    </LocaleProvider>,
  )

test('a sealed pack is not spoken of as delivered before it is', () => {
  const ready = pageOf('fr')
  expect(ready).toContain('Le compte du dossier')
  expect(ready).toContain('Ce qui sera remis, au complet')
  expect(ready).not.toMatch(/compte remis|a été remis/)
  expect(pageOf('en')).not.toMatch(/was delivered,|that was delivered</)
  const delivered = pageOf('fr', { standing: 'delivered', deliveredOn: '2026-03-05', how: 'hand', by: 'delegation' })
  expect(delivered).toContain('Le compte remis')
  expect(delivered).toContain('Tout ce qui a été remis')
})

test('the addressee is named as the campaign writes them, whatever article they have', () => {
  expect(pageOf('fr')).toContain('Destinataire : la direction générale et le ministère')
  expect(pageOf('en')).toContain('Addressee: la direction')
})
