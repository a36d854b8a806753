import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertionFor, insertions, insertPicture, insertQuote, type Edit, type Selected } from './insertion.ts'

const words = {
  heading: 'Titre',
  bold: 'important',
  item: 'un point',
  link: 'ici',
  button: 'Agir',
  quotation: 'dit',
  reader: { nothing: 'Bonjour', hello: 'à vous', thanks: 'à vous tous', dear: 'signataire', else: 'vous' },
  somewhere: 'chez vous',
}
/** What stands between bars is selected. */
const marked = (text: string): Selected => {
  const start = text.indexOf('‹')
  return { value: text.replace(/[‹›]/g, ''), start, end: text.indexOf('›') - 1 }
}
const after = ({ value }: Selected, { from, to, text, select: [a, b] }: Edit): string => {
  const next = value.slice(0, from) + text + value.slice(to)
  return `${next.slice(0, a)}‹${next.slice(a, b)}›${next.slice(b)}`
}
const put = (kind: (typeof insertions)[number], text: string) =>
  after(marked(text), insertionFor(kind, marked(text), words))

test.each([
  ['bold', 'un ‹mot› ici', 'un **‹mot›** ici'],
  ['bold', 'un ‹› ici', 'un **‹important›** ici'],
  ['heading', 'Un.‹›', 'Un.\n\n## ‹Titre›'],
  ['heading', '‹Ce qui change›\n\nSuite', '## ‹Ce qui change›\n\nSuite'],
  ['list', 'Voici\n‹un\ndeux›\nfin', 'Voici\n\n- ‹un\n- deux›\n\nfin'],
  ['link', 'lire ‹la lettre›.', 'lire [la lettre](‹https://›).'],
  ['button', 'Un‹›Deux', 'Un\n\n[button: Agir](‹https://›)\n\nDeux'],
  ['quotation', '‹›', '> ‹dit›'],
  ['count', 'Nous sommes ‹›', 'Nous sommes {{count}}‹›'],
  ['name', 'Bonjour ‹›', 'Bonjour {{name|‹à vous›}}'],
  ['name', 'Bonjour‹›,', 'Bonjour {{name|‹à vous›}},'],
  ['name', 'Un.\n\nBONSOIR, ‹›', 'Un.\n\nBONSOIR, {{name|‹à vous›}}'],
  ['name', '**Bonjour ‹›**', '**Bonjour {{name|‹à vous›}}**'],
  ['name', 'Hello ‹›, we', 'Hello {{name|‹à vous›}}, we'],
  ['name', 'Merci ‹›!', 'Merci {{name|‹à vous tous›}}!'],
  ['name', 'Chère ‹›', 'Chère {{name|‹signataire›}}'],
  ['name', '‹›', '{{name|‹Bonjour›}}'],
  ['name', 'Un.\n‹›', 'Un.\n{{name|‹Bonjour›}}'],
  ['name', '## ‹›', '## {{name|‹Bonjour›}}'],
  ['name', 'C’est fait. ‹›, merci', 'C’est fait. {{name|‹Bonjour›}}, merci'],
  ['name', 'Nous comptons sur ‹›.', 'Nous comptons sur {{name|‹vous›}}.'],
  ['name', 'Rebonjour ‹›', 'Rebonjour {{name|‹vous›}}'],
  ['name', 'avec‹›nous', 'avec {{name|‹vous›}} nous'],
  ['department', 'Dans‹›', 'Dans {{department|‹chez vous›}}'],
  ['department', '‹›', '{{department|‹chez vous›}}'],
  ['signature', 'Merci\n\n‹›', 'Merci\n\n{{signature}}‹›'],
] as const)('%s into %j gives %j', (kind, before, expected) => {
  expect(put(kind, before)).toBe(expected)
})

test('the sentence of a witness stands alone', () => {
  const at = marked('Un‹›')
  expect(after(at, insertQuote(at, 'abc'))).toBe('Un\n\n{{quote:abc}}‹›')
})

test('a picture stands alone, and what it shows is selected', () => {
  const at = marked('Un‹›Deux')
  const picture = { id: 'a'.repeat(24), words: 'Une foule [à midi]' }
  expect(after(at, insertPicture(at, picture))).toBe(`Un\n\n![‹Une foule \\[à midi\\]›](media:${picture.id})\n\nDeux`)
  expect(after(at, insertPicture(at, { ...picture, words: '' }))).toContain('![‹›](media:')
})

test('nothing that stands outside what is selected is lost, whatever is put in', () => {
  const texts = fc.tuple(fc.string(), fc.string(), fc.string(), fc.constantFrom(...insertions))
  fc.assert(
    fc.property(texts, ([head, chosen, tail, kind]) => {
      const selected = { value: head + chosen + tail, start: head.length, end: head.length + chosen.length }
      const { from, to, text, select } = insertionFor(kind, selected, words)
      const next = selected.value.slice(0, from) + text + selected.value.slice(to)
      expect(next.startsWith(head) && next.endsWith(tail)).toBe(true)
      expect(select[0] <= select[1] && select[1] <= next.length).toBe(true)
    }),
  )
})
