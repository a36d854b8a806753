import { expect, test } from 'vitest'
import { sheetDay, sheetSourceUrl, sheetUrl } from './schema.ts'

const hostile = [
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<b>x</b>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.org/a',
  '//example.org/a',
  'https:example.org',
  'https://',
  'https://example.org/ a',
  'https://example.org/"onclick=',
  'https://example.org/<b>',
  'https://example.org\\@elsewhere.example',
  'https://france-travail.fr@elsewhere.example/',
  'https://user:secret@example.org/',
  'https://example.org/\u202Etxt.exe',
  'https://example.org/\u0000',
  `https://example.org/${'a'.repeat(1000)}`,
  '',
]

test('an address leads to a page of the web and hides nothing, or it is none', () => {
  expect(hostile.filter((typed) => sheetUrl.safeParse(typed).success)).toEqual([])
  expect(hostile.filter((typed) => sheetSourceUrl.safeParse(typed).success)).toEqual([])
  const fine = [
    'https://www.legifrance.gouv.fr/codes/id/LEGIARTI1/?a=b#c',
    'https://example.org/élus',
    'HTTPS://a.example',
  ]
  expect(fine.filter((typed) => sheetUrl.safeParse(typed).success)).toEqual(fine)
  expect(sheetUrl.parse(' https://example.org/a ')).toBe('https://example.org/a')
})

test('a source alone may be without https, because some exist only so', () => {
  expect(sheetUrl.safeParse('http://example.org').success).toBe(false)
  expect(sheetSourceUrl.safeParse('http://example.org').success).toBe(true)
})

test('a day of a sheet is one that exists', () => {
  const none = ['2026-13-01', '2026-02-30', '2026-00-10', '2026-1-1', 'demain', '']
  expect(none.filter((typed) => sheetDay.safeParse(typed).success)).toEqual([])
  expect(sheetDay.parse('2028-02-29')).toBe('2028-02-29')
})
