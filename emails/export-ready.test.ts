import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { exportReady } from './export-ready.tsx'

const url = 'https://example.org/admin/exports'

test.each(locales)('who asked for an export is told where it is, and nothing of what is in it (%s)', async (locale) => {
  const props = { locale, association: 'Collectif fictif', url, hours: 72 }
  const { subject, text, html } = await exportReady(props, translator(locale))
  expect(subject).toMatch(/^(Votre export est prêt|Your export is ready)$/)
  expect([...new Set(text.match(/https?:\/\/[^\s<>]+/g))]).toEqual([url])
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([url])
  expect(text).toContain('72')
  expect(html).not.toContain('<img')
})
