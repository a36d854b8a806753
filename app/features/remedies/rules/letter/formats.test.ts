import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { aLetter, frenchFrame, typedByCamille } from '../../../../../e2e/support/a-letter.ts'
import { readXml } from '../../../../../e2e/support/strict-xml.ts'
import { asOdt, odtType } from './as-odt.ts'
import { asPlainText } from './as-plain-text.ts'
import { compose, type LetterDocument } from './compose.ts'
import { sheetOf, type SheetNode } from './sheet.ts'
import type { Typed } from './typed.ts'
import { crc32 } from './zip.ts'

const bare = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const breaks = ['text:p', 'text:line-break', 'text:tab']

const textOfOdt = (letter: LetterDocument): string => {
  const files = unzipSync(asOdt(letter))
  return readXml(strFromU8(files['content.xml'] ?? new Uint8Array()), breaks)
}

const textOfSheet = (nodes: readonly (SheetNode | string)[]): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return node
      const inner = textOfSheet(node.children)
      return node.tag === 'span' ? inner : ` ${inner} `
    })
    .join('')

const hostile = [
  ']]>',
  '<script>alert(1)</script>',
  '&amp;&',
  '"\'',
  '\u0000\u0008\u000b\u001b\u007f\u0085',
  '\ud800',
  '\ufffe\uffff',
  'שלום \u202eabc\u202c العربية',
  '👩🏽‍🚒🇫🇷',
  '{{lastName}} [[if sum]]',
  "=cmd|' /C calc'!A1",
  'BEGIN:VEVENT\r\nX:1',
  '\u2028\u2029\t  ',
  'a'.repeat(20_000),
  ';,\\',
  '-- <!-- -->',
]

const wild = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 5 })
    .map((parts) => parts.join('')),
  fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
)

const anyTyped: fc.Arbitrary<Typed> = fc
  .record(
    Object.fromEntries(aLetter().fields.map(({ name }) => [name, fc.oneof(wild, fc.array(wild, { maxLength: 2 }))])),
  )
  .map((typed) => new Map(Object.entries(typed)))

test('the text is the same in text, in the word processor and on the sheet, whatever was typed', () => {
  fc.assert(
    fc.property(anyTyped, (typed) => {
      const letter = compose(aLetter(), typed, frenchFrame)
      const text = bare(asPlainText(letter))
      expect(bare(textOfOdt(letter))).toBe(text)
      expect(bare(textOfSheet(sheetOf(letter)))).toBe(text)
    }),
    { numRuns: 150 },
  )
})

test('a letter to fill in by hand is the same everywhere too', () => {
  const letter = compose(aLetter(), null, frenchFrame)
  expect(bare(textOfOdt(letter))).toBe(bare(asPlainText(letter)))
  expect(bare(textOfSheet(sheetOf(letter)))).toBe(bare(asPlainText(letter)))
})

test('a word processor finds a package in order: its kind first and readable, each part listed and well-formed, no author and no day', () => {
  fc.assert(
    fc.property(anyTyped, (typed) => {
      const bytes = asOdt(compose(aLetter(), typed, frenchFrame))
      expect(strFromU8(bytes.slice(30, 38 + odtType.length))).toBe(`mimetype${odtType}`)
      const files = unzipSync(bytes)
      const names = Object.keys(files)
      expect(names).toEqual(['mimetype', 'META-INF/manifest.xml', 'content.xml', 'styles.xml', 'meta.xml'])
      const { mimetype: _, ...parts } = files
      for (const part of Object.values(parts)) readXml(strFromU8(part))
      const listed = strFromU8(files['META-INF/manifest.xml'] ?? new Uint8Array()).matchAll(/full-path="([^"]+)"/g)
      expect([...listed].map(([, name]) => name)).toEqual(['/', ...names.slice(2)])
      expect(strFromU8(files['meta.xml'] ?? new Uint8Array())).not.toMatch(/creator|date|author/)
    }),
    { numRuns: 60 },
  )
})

test('an archive says the right sum of every part, as others reckon it', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  const bytes = asOdt(compose(aLetter(), typedByCamille, frenchFrame))
  const view = new DataView(bytes.buffer)
  const files = unzipSync(bytes)
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    expect([view.getUint32(at, true), view.getUint16(at + 8, true)]).toEqual([0x04034b50, 0])
    expect(view.getUint32(at + 14, true)).toBe(crc32(content))
    at += 30 + name.length + content.length
  }
  expect(view.getUint32(at, true)).toBe(0x02014b50)
})

test('names of what was typed stand on the page as text, marked where a blank is left', () => {
  const letter = compose(aLetter(), new Map([['facts', '<b>…………</b>']]), frenchFrame)
  const nodes = sheetOf(letter).flatMap(({ children }) => children)
  expect(nodes).toContain('<b>')
  expect(nodes).toContainEqual({ tag: 'span', part: 'blank', children: ['…………'] })
})

test('the last paragraph and the name under it are one part, also where the letter ends with a list', () => {
  const ends = (body: string) => {
    const { fr } = aLetter()
    return sheetOf(compose(aLetter({ fr: { ...fr, body }, enclosures: [] }), typedByCamille, frenchFrame)).at(-1)
  }
  expect(ends('Un.\n\nDeux.')?.children).toMatchObject([{ tag: 'p', children: ['Deux.'] }, { part: 'signature' }])
  expect(ends('Un.\n\n- deux')?.children).toMatchObject([{ part: 'signature' }])
})
