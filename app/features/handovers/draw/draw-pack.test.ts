import { Document, PDFDocument } from 'mupdf'
import { expect, test } from 'vitest'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { packFacts } from '#prisma/factories/a-pack.ts'
import { composeAnnex, composePack } from '../document/compose.ts'
import type { PackDocument } from '../document/blocks.ts'
import type { PackFacts } from '../document/facts.ts'
import { plainPack } from '../document/plain.ts'
import { drawPack } from './draw-pack.server.ts'

const composed = (given: Partial<PackFacts> = {}): PackDocument => {
  const facts = packFacts(given)
  return composePack(facts, translator(facts.locale))
}

/** As a reader has it: page by page. */
function pagesOf(pdf: Buffer): string[] {
  const read = Document.openDocument(pdf, 'application/pdf')
  return Array.from({ length: read.countPages() }, (_, page) => read.loadPage(page).toStructuredText('').asText())
}

/** Blanks and line ends are where there is room, and a column does without its colon: the words are the same. */
const words = (text: string): string => text.replaceAll(/[\s\u00A0\u202F:]/gu, '')

const running = ({ running: head, foot }: PackDocument): string[] => [words(head), words(foot)]

/** What is drawn, without what stands at the head and foot of every page. */
function wordsOf(pages: readonly string[], document: PackDocument): string {
  const repeated = running(document)
  const isBody = (line: string) =>
    !repeated.includes(words(line)) && !/^\d+ \/ \d+$/.test(line.replaceAll('\u00A0', ' '))
  return words(pages.flatMap((page) => page.split('\n').filter(isBody)).join(''))
}

/** Signs that the plain text draws with. */
const drawn = /^[=-]+(?: {2}-+)*$|^> |^- |^! /gm

for (const locale of locales)
  test(`what is drawn in ${locale} is what the plain text says, to the last word`, async () => {
    const document = composed({ locale })
    const pdf = wordsOf(pagesOf(await drawPack(document)), document)
    for (const section of document.sections)
      for (const line of plainPack({ ...document, sections: [section] })
        .replaceAll(drawn, '')
        .split('\n\n')) {
        const said = words(line)
        // Where a page ends, a table repeats its head: rows are looked for one by one.
        const rows = line.split('\n').map(words)
        const missing = pdf.includes(said) ? [] : rows.filter((row) => !pdf.includes(row))
        expect(missing).toEqual([])
      }
  })

test('the pages of the contents are those on which the sections begin', async () => {
  const document = composed()
  const pages = pagesOf(await drawPack(document))
  const cover = pages[0]?.split('\n') ?? []
  for (const { title } of document.sections) {
    const page = Number(cover[cover.indexOf(title) + 1])
    expect(pages[page - 1]).toContain(title)
  }
  expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`)
})

test('a pack says its language, its title and its structure, and has a bookmark for each part', async () => {
  for (const locale of locales) {
    const bytes = await drawPack(composed({ locale }))
    const raw = bytes.toString('latin1')
    expect(raw).toContain(`/Lang (${locale})`)
    expect(raw).toContain('/Marked true')
    for (const type of ['H1', 'H2', 'H3', 'P', 'L', 'Table', 'TH', 'TD', 'Figure', 'TOC'])
      expect(raw).toContain(`/S /${type}\n`)
    const read = Document.openDocument(bytes, 'application/pdf')
    expect(read.loadOutline()?.map(({ title }) => title)).toEqual(
      composed({ locale }).sections.map(({ title }) => title),
    )
    expect(read.getMetaData(PDFDocument.META_INFO_TITLE)).toContain('score')
  }
})

test('the same facts make the same bytes', async () => {
  expect((await drawPack(composed())).equals(await drawPack(composed()))).toBe(true)
})

test('a pack of a campaign that nobody signed says so, part by part', async () => {
  const empty: Partial<PackFacts> = {
    confirmed: 0,
    onPaper: 0,
    organisationCount: 0,
    days: [],
    departments: [],
    countries: [],
    languages: [],
    organisations: [],
    quotes: 0,
    letter: '',
    companions: [],
  }
  const document = composed(empty)
  expect(document.sections.map(({ id }) => id)).not.toContain('letter')
  const text = pagesOf(await drawPack(document))
    .join('\n')
    .replaceAll(/\s+/g, ' ')
  for (const said of [
    'Personne n’a encore confirmé',
    'Aucun lieu n’est connu',
    'Aucune organisation n’a signé',
    'Aucun témoignage n’est cité',
  ])
    expect(text).toContain(said)
})

test('what was left out is said to be left out', () => {
  const text = plainPack(composed({ organisations: null, quotes: null }))
  expect(text).toContain('n’est pas jointe à cette remise')
  expect(text).toContain('Aucun témoignage n’est cité dans cette remise')
})

test('a preview cannot be taken for the sealed pack', async () => {
  const document = composed({ sealedAt: null, head: null })
  for (const page of pagesOf(await drawPack(document))) expect(page).toContain('rien n’est scellé')
  expect(plainPack(document)).toContain('! Aperçu.')
})

test('a long letter, a thousand organisations and a hundred places are drawn to their end, and no page is empty', async () => {
  const paragraph = 'Une phrase qui dit ce qui est demandé, et qui continue encore un peu. '.repeat(12)
  const document = composed({
    letter: Array.from({ length: 40 }, (_, at) => `${at + 1}. ${paragraph}`).join('\n\n'),
    organisations: Array.from({ length: 1000 }, (_, at) => ({
      name: `Collectif ${at + 1}`,
      kind: 'collectif',
      place: 'Lyon',
    })),
    departments: Array.from({ length: 101 }, (_, at) => ({
      key: String(at),
      label: `Département ${at}`,
      confirmed: 900 - at,
    })),
    title: 'Un titre qui ne tient pas sur une ligne, ni sur deux, parce qu’il dit tout ce que l’on demande. '.repeat(3),
  })
  const pages = pagesOf(await drawPack(document))
  expect(pages.length).toBeGreaterThan(30)
  const all = wordsOf(pages, document)
  for (const said of ['Collectif 1000', 'Département 100', paragraph]) expect(all).toContain(words(said))
  for (const page of pages) expect(page.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(3)
})

test('letters that no font has, marks and bars stop nothing', async () => {
  const quotes = [{ id: '1', quote: 'Σύνταξη 年金 🙂 [lieu]', credit: 'Témoignage', lang: 'en' }]
  for (const locale of ['fr', 'en'] satisfies Locale[]) {
    const facts = packFacts({ locale, letter: '> > a\n\n---\n\n- a\n  - b\n\n<b>x</b> ![p](q)', title: '年金 *🙂*' })
    const annex = composeAnnex(facts, quotes, translator(locale))
    expect((await drawPack(annex)).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await drawPack(composePack(facts, translator(locale)))).subarray(-6).toString()).toContain('EOF')
  }
})
