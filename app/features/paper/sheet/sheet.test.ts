import { expect, test } from 'vitest'
import { score } from '#prisma/demo/score.ts'
import { drawSheet, type SheetContent } from './draw-sheet.server.ts'
import { keptSheet } from './kept-sheet.server.ts'
import { fewestRows } from './rows.server.ts'

const content = (given: Partial<SheetContent> = {}): SheetContent => ({
  locale: 'fr',
  association: 'Association Exemple',
  version: 1,
  hash: 'ab'.repeat(32),
  publishedAt: new Date('2026-01-15T08:00:00Z'),
  title: 'Chercher un emploi n’est pas un *score*',
  addressee: 'France Travail',
  ask: 'Nous demandons des règles que l’on peut lire.',
  demands: ['Publier les règles.', 'Prévenir et expliquer.'],
  body: '## Un titre\n\nUn paragraphe avec un [lien](https://example.org).\n\n1. Un\n2. Deux',
  consent: 'Vous signez ce texte.',
  textUrl: 'https://campagnes.example.org/fr/score/texts/1',
  privacyUrl: 'https://campagnes.example.org/fr/privacy',
  address: 'Association Exemple\n1 rue de l’Exemple\n75000 Paris',
  ...given,
})

const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
const rowsOf = (pdf: string) => (pdf.match(/\/S \/TR\b/g)?.length ?? 0) - 1

async function draw(given: Partial<SheetContent> = {}) {
  return (await drawSheet(content(given))).toString('latin1')
}

test('a sheet says its language, its title and its structure to whoever reads with a machine', async () => {
  const pdf = await draw()
  expect(pdf).toMatch(/^%PDF-1\.7/)
  expect(pdf).toContain('/Lang (fr)')
  expect(pdf).toContain('/Marked true')
  expect(pdf).toContain('/DisplayDocTitle true')
  for (const type of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure']) expect(pdf).toContain(`/S /${type}\n`)
  expect(pdf).toMatch(/\/Alt \(/)
  expect(pdf).toContain('/Scope /Column')
})

test('both languages are drawn with the fonts of the site', async () => {
  for (const locale of ['fr', 'en'] as const) {
    const pdf = await draw({ locale })
    expect(pdf).toContain(`/Lang (${locale})`)
    expect(pdf).toContain('AtkinsonHyperlegibleNext')
    expect(pdf).toContain('BricolageGrotesque')
  }
})

test('a sheet has twelve rows to sign at least, whatever is printed above them', async () => {
  const long = 'Une demande qui ne tient pas en une ligne, ni même en deux, parce qu’elle explique tout. '
  const tried: Partial<SheetContent>[] = [
    {},
    { demands: Array.from({ length: 12 }, () => long.repeat(2)) },
    { title: long.repeat(3), ask: long.repeat(9) },
    { ask: long.repeat(30) },
    { address: null, demands: [] },
  ]
  for (const given of tried) expect(rowsOf(await draw(given))).toBeGreaterThanOrEqual(fewestRows)
})

test('the text of the demonstration, and one ten times as long, are printed to their end', async () => {
  const { body, consent, demands, ask, title } = score.texts.fr
  const once = await draw({ body, consent, demands, ask, title })
  const tenTimes = await draw({ body: `${body}\n\n`.repeat(10), consent, demands, ask, title })
  expect(pagesOf(once)).toBeGreaterThanOrEqual(2)
  expect(pagesOf(tenTimes)).toBeGreaterThan(pagesOf(once) * 4)
  expect(rowsOf(once)).toBeGreaterThanOrEqual(fewestRows)
})

test('the same text makes the same bytes, and is drawn once', async () => {
  expect(await draw()).toBe(await draw())
  expect(await keptSheet(content())).toBe(await keptSheet(content()))
  expect(await keptSheet(content({ version: 2 }))).not.toBe(await keptSheet(content()))
})

test('a title in letters that no font of ours has does not stop a sheet', async () => {
  expect(
    await draw({ title: 'Σύνταξη 年金 \u202F! 🙂', body: '> > citation\n\n---\n\n- a\n  - b\n\n<b>x</b>' }),
  ).toMatch(/%%EOF\s*$/)
})
