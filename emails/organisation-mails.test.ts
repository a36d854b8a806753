import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { confirmOrganisation } from './confirm-organisation.tsx'
import { fillIn } from './fill-in.ts'
import { linksOfHtml, linksOfText } from './mail-links.ts'
import { organisationDecided } from './organisation-decided.tsx'

const hostile = `<script>alert(1)</script>"'\r\nBcc: x@example.org\r\n\u0000\u2028\u202E${'titre '.repeat(1_700)}`
const titles = { fr: 'Pour des comptes que chacun peut vérifier', en: 'For counts that anyone can check' }

const letters = locales.flatMap((locale) => {
  const t = translator(locale)
  const base = { locale, campaignTitle: titles[locale], association: 'Association Exemple' }
  const wild = { campaignTitle: hostile, association: hostile }
  const confirmUrl = `https://campagnes.example.org/${locale}/confirm-organisation/3kq9Zt-V0bXw5nRrLr2cTg7yH1s_Ua8e`
  const notMeUrl = `https://campagnes.example.org/${locale}/not-me/9cVb3-WkLm2xZp5nQs_Rt6yU8hJ4dFgA`
  const listUrl = `https://campagnes.example.org/${locale}/exemple/organisations`
  const ask = { ...base, confirmUrl, notMeUrl, appUrl: 'https://campagnes.example.org' }
  const yes = { ...base, listUrl, refusal: null }
  const no = { ...yes, refusal: t('organisations.reasons.noMandate') }
  return [
    { name: `ask ${locale}`, locale, links: [confirmUrl, notMeUrl], write: () => confirmOrganisation(ask, t) },
    { name: `yes ${locale}`, locale, links: [listUrl], write: () => organisationDecided(yes, t) },
    { name: `no ${locale}`, locale, links: [listUrl], write: () => organisationDecided(no, t) },
    {
      name: `hostile ask ${locale}`,
      locale,
      links: [confirmUrl, notMeUrl],
      write: () => confirmOrganisation({ ...ask, ...wild }, t),
    },
    { name: `hostile no ${locale}`, locale, links: [listUrl], write: () => organisationDecided({ ...no, ...wild }, t) },
  ]
})

test.each(letters)(
  '$name: its links, the same in text and HTML, and nothing that loads or runs',
  async ({ write, links }) => {
    const { html, text } = await write()
    expect(linksOfText(text)).toEqual(links)
    expect(linksOfHtml(html)).toEqual(links)
    expect(html).not.toMatch(/<(?:img|script|iframe|link|object|form|input)[\s>]|<[^>]*\son\w+=|url\(|@import/i)
  },
)

test.each(letters)(
  '$name: one short subject, the language declared, every word translated',
  async ({ locale, write }) => {
    const { subject, html, text } = await write()
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    expect(subject.length).toBeLessThanOrEqual(160)
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
    expect(html + text).not.toMatch(/emails\.\w|\{\{/)
    expect(text.split('\n').filter((line) => line.length > 76 && !line.includes('://'))).toEqual([])
  },
)

test('a refusal says its reason', async () => {
  const t = translator('fr')
  const base = {
    locale: 'fr' as const,
    campaignTitle: 'Titre',
    association: 'Association',
    listUrl: 'https://example.org/',
  }
  const { text } = await organisationDecided({ ...base, refusal: t('organisations.reasons.duplicate') }, t)
  expect(text).toContain('l’organisation a déjà signé')
})

test('written once and filled in is the letter written for each reader', async () => {
  const write = (token: string) =>
    confirmOrganisation(
      {
        locale: 'fr',
        campaignTitle: 'Titre',
        association: 'Association',
        confirmUrl: `https://example.org/fr/confirm-organisation/${token}`,
        notMeUrl: 'https://example.org/fr/not-me/other',
        appUrl: 'https://example.org',
      },
      translator('fr'),
    )
  expect(fillIn(await write('__TOKEN__'), '__TOKEN__', 'abc-DEF_123')).toEqual(await write('abc-DEF_123'))
})
