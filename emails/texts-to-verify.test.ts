import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { sampleTextsToVerify } from './samples.ts'
import { textsToVerify } from './texts-to-verify.tsx'

const unwrapped = (text: string) => text.replace(/[ \n]+/g, ' ')

test.each(locales)(
  'the team is told which texts are hidden and which soon will be, with one link (%s)',
  async (locale) => {
    const props = sampleTextsToVerify(locale)
    const { subject, text, html } = await textsToVerify(props, translator(locale))
    expect(subject).toMatch(locale === 'fr' ? /^2 textes sont cachés/ : /^2 texts are hidden/)
    for (const { kind, titles } of [...props.expired, ...props.soon])
      for (const said of [unwrapped(text), html]) {
        expect(said).toContain(`${kind} (${titles.length})`)
        for (const title of titles) expect(said).toContain(title)
      }
    expect([...new Set(text.match(/https?:\/\/[^\s<>]+/g))]).toEqual([props.url])
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([props.url])
    expect(html).not.toContain('<img')
  },
)

test('a mail that has nothing hidden to tell says so in its subject, and speaks of nothing hidden', async () => {
  const { subject, text } = await textsToVerify({ ...sampleTextsToVerify('fr'), expired: [] }, translator('fr'))
  expect(subject).toBe('1 texte à vérifier dans les trois semaines')
  expect(text).not.toContain('caché')
})

test('of many texts of a kind the first twelve are named and the others counted', async () => {
  const titles = Array.from({ length: 15 }, (_, index) => `Titre ${index + 1}.`)
  const props = { ...sampleTextsToVerify('fr'), expired: [{ kind: 'Lettres', titles }], soon: [] }
  const said = unwrapped((await textsToVerify(props, translator('fr'))).text)
  expect(said).toContain('Lettres (15)')
  expect(said).toContain('Titre 12. · et 3 autres')
  expect(said).not.toContain('Titre 13.')
})

test('a title cannot break a line or turn what is around it', async () => {
  const titles = ['<b>Gras</b>\r\nBcc: x@example.org\u202E']
  const props = { ...sampleTextsToVerify('fr'), expired: [{ kind: 'Lettres', titles }], association: 'Nous\r\nBcc: y' }
  const { subject, text, html } = await textsToVerify(props, translator('fr'))
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).not.toMatch(/^Bcc/m)
  expect(html).not.toContain('<b>Gras')
  expect(html).not.toContain('\u202E')
})
