import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { alreadySigned } from './already-signed.tsx'
import { campaignUpdate } from './campaign-update.tsx'
import { confirmSignature } from './confirm-signature.tsx'
import { fillIn } from './fill-in.ts'
import { headerSafe } from './header-safe.ts'
import { linksOfHtml, linksOfText } from './mail-links.ts'
import { renderMarkdown } from './markdown.ts'
import { newsConsent } from './news-consent.tsx'
import { newsLink } from './news-link.tsx'
import { remindSignature } from './remind-signature.tsx'
import { renewNews } from './renew-news.tsx'
import { signatureCounted } from './signature-counted.tsx'
import { textsToVerify } from './texts-to-verify.tsx'
import {
  sampleAlreadySigned,
  sampleCampaignUpdate,
  sampleConfirmSignature,
  sampleNewsConsent,
  sampleNewsLink,
  sampleRenewNews,
  sampleSignatureCounted,
  sampleTextsToVerify,
} from './samples.ts'

const hostile = `<script>alert(1)</script>"'\r\nBcc: x@example.org\r\n\u0000\u2028\u202E${'titre '.repeat(1_700)}`

const samples = locales.flatMap((locale) => {
  const t = translator(locale)
  const wild = { campaignTitle: hostile, association: hostile }
  return [
    { name: `confirm-signature ${locale}`, locale, write: () => confirmSignature(sampleConfirmSignature(locale), t) },
    { name: `remind-signature ${locale}`, locale, write: () => remindSignature(sampleConfirmSignature(locale), t) },
    {
      name: `second of a household ${locale}`,
      locale,
      write: () => confirmSignature({ ...sampleConfirmSignature(locale), second: true }, t),
    },
    { name: `already-signed ${locale}`, locale, write: () => alreadySigned(sampleAlreadySigned(locale), t) },
    { name: `campaign-update ${locale}`, locale, write: () => campaignUpdate(sampleCampaignUpdate(locale), t) },
    { name: `renew-news ${locale}`, locale, write: () => renewNews(sampleRenewNews(locale), t) },
    { name: `signature-counted ${locale}`, locale, write: () => signatureCounted(sampleSignatureCounted(locale), t) },
    {
      name: `hostile signature-counted ${locale}`,
      locale,
      write: () => signatureCounted({ ...sampleSignatureCounted(locale), ...wild }, t),
    },
    { name: `news-consent ${locale}`, locale, write: () => newsConsent(sampleNewsConsent(locale), t) },
    {
      name: `hostile news-consent ${locale}`,
      locale,
      write: () => newsConsent({ ...sampleNewsConsent(locale), ...wild, source: wild.campaignTitle }, t),
    },
    {
      name: `imported confirm-signature ${locale}`,
      locale,
      write: () => confirmSignature({ ...sampleConfirmSignature(locale), importedFrom: 'Change.org' }, t),
    },
    { name: `texts-to-verify ${locale}`, locale, write: () => textsToVerify(sampleTextsToVerify(locale), t) },
    { name: `news-link ${locale}`, locale, write: () => newsLink(sampleNewsLink(locale), t) },
    {
      name: `hostile news-link ${locale}`,
      locale,
      write: () => newsLink({ ...sampleNewsLink(locale), ...wild }, t),
    },
    {
      name: `hostile renew-news ${locale}`,
      locale,
      write: () => renewNews({ ...sampleRenewNews(locale), ...wild, reminds: true }, t),
    },
    {
      name: `hostile confirm ${locale}`,
      locale,
      write: () => confirmSignature({ ...sampleConfirmSignature(locale), ...wild }, t),
    },
    {
      name: `hostile already ${locale}`,
      locale,
      write: () => alreadySigned({ ...sampleAlreadySigned(locale), ...wild }, t),
    },
    {
      name: `hostile update ${locale}`,
      locale,
      write: () =>
        campaignUpdate(
          { ...sampleCampaignUpdate(locale), ...wild, subject: hostile, body: renderMarkdown(hostile) },
          t,
        ),
    },
  ]
})

test.each(samples)('$name: text and HTML carry the same links', async ({ write }) => {
  const { html, text } = await write()
  expect(linksOfHtml(html).length).toBeGreaterThan(0)
  expect(linksOfText(text)).toEqual(linksOfHtml(html))
})

test.each(samples)('$name: nothing is loaded from anywhere and nothing runs', async ({ write }) => {
  const { html } = await write()
  expect(html).not.toMatch(
    /<(?:img|script|iframe|link|object|video|audio|form|input)[\s>]|<[^>]*\son\w+=|url\(|@import/i,
  )
  const addresses = [...html.matchAll(/https?:\/\/[^\s"'<>]+/g)].map((match) => match[0].replaceAll('&amp;', '&'))
  const links = linksOfHtml(html)
  expect(addresses.filter((address) => !links.includes(address))).toEqual([])
})

test.each(samples)('$name: the subject is one short line and the language is declared', async ({ locale, write }) => {
  const { subject, html, text } = await write()
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
  expect(subject.length).toBeGreaterThan(5)
  expect(subject.length).toBeLessThanOrEqual(160)
  expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`))
  expect(html).not.toMatch(/emails\.\w/)
  expect(text.split('\n').filter((line) => line.length > 76 && !line.includes('://'))).toEqual([])
})

test.each([confirmSignature, remindSignature])(
  'a confirmation has one link that confirms, one to type its code, one to the text it is bound to, and one for whom it was not',
  async (write) => {
    for (const locale of locales) {
      const props = sampleConfirmSignature(locale)
      const { html, text } = await write(props, translator(locale))
      expect([...html.matchAll(/https:\/\//g)]).toHaveLength(4)
      expect([...text.matchAll(/https:\/\//g)]).toHaveLength(4)
      expect(linksOfText(text)).toEqual([props.confirmUrl, props.codeUrl, props.signed.url, props.notMeUrl].toSorted())
      expect(text.split('\n')).toContain(props.confirmUrl)
      expect(text.indexOf(props.confirmUrl)).toBeLessThan(text.indexOf(props.notMeUrl))
    }
  },
)

test('whoever confirms, or had, is told which version of the text it is for, and its day', async () => {
  const unwrapped = (text: string) => text.replace(/\s+/g, ' ')
  for (const write of [confirmSignature, remindSignature]) {
    const { html, text } = await write(sampleConfirmSignature('fr'), translator('fr'))
    for (const part of [html, unwrapped(text)]) expect(part).toContain('la version 2 du texte, du 3 novembre 2026')
  }
  const { html, text } = await alreadySigned(sampleAlreadySigned('en'), translator('en'))
  for (const part of [html, unwrapped(text)])
    expect(part).toContain('bound to version 2 of the text, published on 3 November 2026')
})

test('the code stands on a line of its own, in two groups that stay together', async () => {
  for (const write of [confirmSignature, remindSignature]) {
    const { html, text } = await write(sampleConfirmSignature('fr'), translator('fr'))
    expect(text.split('\n')).toContain('    042\u00A0117')
    expect(html).toMatch(/>042(\u00A0|&nbsp;|&#160;)117</)
  }
})

test('the second person of a household is told what happens to the first', async () => {
  const props = sampleConfirmSignature('fr')
  expect((await confirmSignature(props, translator('fr'))).text).not.toContain('personne signe')
  expect((await confirmSignature({ ...props, second: true }, translator('fr'))).text).toMatch(/deuxième\s+personne/)
})

test('a confirmation speaks of news only to a person who asked for news', async () => {
  const props = sampleConfirmSignature('fr')
  expect((await confirmSignature(props, translator('fr'))).text).toContain('demandé des nouvelles')
  expect((await confirmSignature({ ...props, wantsNews: false }, translator('fr'))).text).not.toContain('nouvelles')
})

test('a person who has already signed gets a confirm link only for news asked for now', async () => {
  const props = sampleAlreadySigned('en')
  const asked = await alreadySigned(props, translator('en'))
  expect(linksOfText(asked.text)).toEqual(
    [props.campaignUrl, props.signed.url, props.notMeUrl, props.confirmNewsUrl ?? ''].toSorted(),
  )
  const notAsked = await alreadySigned({ ...props, confirmNewsUrl: null }, translator('en'))
  expect(linksOfText(notAsked.text)).toEqual([props.campaignUrl, props.signed.url, props.notMeUrl].toSorted())
})

const fromPlaceholder = locales.flatMap((locale) => {
  const t = translator(locale)
  const confirm = sampleConfirmSignature(locale)
  const confirmUrl = (token: string) => `https://campagnes.example.org/${locale}/confirm/${token}`
  const update = sampleCampaignUpdate(locale)
  const own = (token: string) => ({
    unsubscribeUrl: `https://campagnes.example.org/${locale}/unsubscribe/${token}`,
    preferencesUrl: `https://campagnes.example.org/${locale}/me/${token}`,
  })
  return [
    {
      name: `confirmation ${locale}`,
      links: 1,
      write: (token: string) => confirmSignature({ ...confirm, confirmUrl: confirmUrl(token) }, t),
    },
    {
      name: `update ${locale}`,
      links: 2,
      write: (token: string) => campaignUpdate({ ...update, ...own(token) }, t),
    },
  ]
})

test.each(fromPlaceholder)(
  '$name: written once and filled in is the letter written for each reader',
  async ({ write, links }) => {
    const once = await write('__TOKEN__')
    expect(once.html.split('__TOKEN__')).toHaveLength(links + 1)
    expect(once.text.split('__TOKEN__')).toHaveLength(links + 1)
    expect(fillIn(once, '__TOKEN__', 'abc-DEF_123')).toEqual(await write('abc-DEF_123'))
  },
)

test('only what needs no escaping is filled in', async () => {
  const mail = await confirmSignature(sampleConfirmSignature('fr'), translator('fr'))
  expect(() => fillIn(mail, '__TOKEN__', '"><script>')).toThrow('escaping')
  expect(() => fillIn(mail, '__TOKEN__', '')).toThrow('escaping')
})

/** Asked two thousand times: an assertion for each would take longer than what it is about. */
function faultOf(line: string): string | null {
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(line)) return 'a control or a disguise'
  if (Array.from(line).length > 160) return 'longer than 160'
  return headerSafe(line) === line ? null : 'another line the second time'
}

test('whatever the title, a header gets one line without disguise', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (title) => {
      const fault = faultOf(headerSafe(title))
      if (fault !== null) throw new Error(fault)
    }),
    { numRuns: 2000 },
  )
})

test('a title keeps its no-break spaces and its accents', () => {
  expect(headerSafe(' Qui\u00A0?\r\nNous\tet\u202F«\u00A0l’été\u00A0» ')).toBe(
    'Qui\u00A0? Nous et\u202F«\u00A0l’été\u00A0»',
  )
})
