import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { ConfirmPage } from './confirm-page.tsx'

function opened(confirmed: boolean, locale: Locale = 'fr') {
  const recorded = { confirmed, name: 'Ada', showName: true, news: false, comment: null, wait: 60, notMe: 'token' }
  const bound = { slug: 'score', locale, version: 1, publishedAt: new Date('2026-01-15T08:00:00Z'), current: 1 }
  return renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <ConfirmPage title="Score" recorded={recorded} bound={bound}>
        <p>The receipt</p>
      </ConfirmPage>
    </LocaleProvider>,
  )
}

const titleOf = (html: string) => /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1]
const buttonsOf = (html: string) =>
  [...html.matchAll(/<button type="submit" class="([^"]*)">([^<]*)</g)].map(([, look, name]) => ({ look, name }))

test('before it is confirmed the page asks for one thing', () => {
  const html = opened(false)
  expect(titleOf(html)).toBe('Confirmer votre signature')
  expect(buttonsOf(html)).toEqual([{ look: 'button button-primary button-wide', name: 'Je confirme ma signature' }])
  expect(html).toContain('data-confirm="60"')
  expect(html).not.toContain('The receipt')
})

test('once it is confirmed the page says so, shows the receipt first, and its button asks for nothing', () => {
  const html = opened(true)
  expect(titleOf(html)).toBe('Votre signature est confirmée')
  expect(buttonsOf(html)).toEqual([{ look: 'button button-quiet', name: 'Je confirme ma signature' }])
  expect(html).toContain('Appuyer de nouveau sur ce bouton ne change rien.')
  expect(html.indexOf('The receipt')).toBeLessThan(html.indexOf('<form'))
  expect(html).not.toContain('data-confirm')
  const english = opened(true, 'en')
  expect(titleOf(english)).toBe('Your signature is confirmed')
  expect(buttonsOf(english)).toEqual([{ look: 'button button-quiet', name: 'Confirm my signature' }])
})
