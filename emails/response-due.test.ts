import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { responseDue } from './response-due.tsx'

const url = 'https://example.org/admin/campaigns/score/deliveries/3'

test.each(locales)('the team is reminded of a day, with one link and nothing else (%s)', async (locale) => {
  for (const kind of ['soon', 'silent'] as const) {
    const props = { locale, kind, association: 'Collectif\r\nBcc: x@example.org', campaign: 'Score', url } as const
    const days = { deliveredOn: '2026-03-05', dueOn: '2026-04-05' }
    const { subject, text, html } = await responseDue({ ...props, ...days }, translator(locale))
    expect(subject).toContain(locale === 'fr' ? '5 avril 2026' : '5 April 2026')
    expect(subject).not.toMatch(/[\r\n]/)
    expect([...new Set(text.match(/https?:\/\/[^\s<>]+/g))]).toEqual([url])
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([url])
    expect(html).not.toContain('<img')
  }
})
