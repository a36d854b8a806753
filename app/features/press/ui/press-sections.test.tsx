import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { channelSheets } from '#prisma/demo/channels.ts'
import { OfficialPetitions, Representatives } from './channel-sections.tsx'
import { Contact, Texts } from './kit-sections.tsx'

const away = (name: string, part: string) => ({
  slug: name,
  part,
  title: { fr: name, en: name },
  checkBy: '2026-01-01',
})
const markup = (page: ReactNode) => renderToStaticMarkup(<LocaleProvider locale="en">{page}</LocaleProvider>)

/** The part of a page under a heading, by its anchor. */
const part = (html: string, id: string) => html.split('<section').find((one) => one.includes(`id="${id}"`)) ?? ''

const directories = channelSheets
  .filter(({ content }) => content.kind === 'representatives')
  .map((sheet, place) => ({ ...sheet, id: place, position: place, version: 1, publishedOn: sheet.verifiedOn }))
const places = { departments: [{ key: '48', confirmed: '<10' as const }], here: '/en/score', barometer: false }

test('a text that is being verified again stands under its own heading', () => {
  const channels = { current: [], expired: [away('petition-away', 'petition'), away('list-away', 'representatives')] }
  const texts = { current: [], expired: ['text', 'boilerplate', 'contact'].map((role) => away(`${role}-away`, role)) }
  const html = markup(
    <>
      <Texts {...texts} />
      <Contact {...texts} />
      <OfficialPetitions {...channels} />
      <Representatives {...channels} {...places} letter={null} />
    </>,
  )
  const found = (id: string) => part(html, id).match(/\w+-away/g)
  expect(found('texts')).toEqual(['text-away'])
  expect(found('boilerplate')).toEqual(['boilerplate-away'])
  expect(found('contact')).toEqual(['contact-away'])
  expect(found('channels')).toEqual(['petition-away'])
  expect(found('representatives')).toEqual(['list-away'])
})

test('above the figures of départements stand one letter and one directory, and no row repeats them', () => {
  const html = markup(<Representatives current={directories} expired={[]} {...places} letter="l19" />)
  const [above = '', table = ''] = html.slice(html.indexOf('<details')).split('<table')
  expect(above).toContain('href="/en/score/remedies/l19"')
  expect(above).toContain(`href="${directories[0]?.content.url}"`)
  expect(table).toContain('48 – Lozère')
  expect(table).not.toContain('<a ')
})
