/** What a sheet and a cell may hold: Excel 2007 and later, ECMA-376 part 1, 18.3.1.96. */
export const sheetRows = 1_048_576
const cellCharacters = 32_767

/** XML 1.0 allows no other control; what is written `_x0009_` is read back as that sign (ECMA-376 part 1, 22.9.2.19). */
const notInXml = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/gu
/** Text that looks like such a sign and is none. */
const looksEscaped = /_(?=x[\dA-Fa-f]{4}_)/g
const marked = /[&<>]/g
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const hex = (sign: string) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text as a sheet holds it: every sign is read back, whatever it is; half a surrogate becomes U+FFFD where bytes are made. */
const xmlText = (text: string): string =>
  text
    .replace(looksEscaped, '_x005F_')
    .replace(notInXml, hex)
    .replace(marked, (sign) => named[sign] ?? sign)

/**
 * One cell. Text is written as text (`inlineStr`, in the format “Text”, which it keeps when somebody edits it): no program
 * reads a formula there, so that nothing needs to be put in front of it. `0` and `3.5` are numbers.
 * @throws RangeError for text longer than a cell holds, and for a number that is none
 */
export function xlsxCell(value: string | number, style: number): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('A cell holds a finite number.')
    return `<c><v>${value}</v></c>`
  }
  if (value === '') return '<c/>'
  if (value.length > cellCharacters) throw new RangeError(`A cell of a sheet holds ${cellCharacters} characters.`)
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** One row of cells, all text in one style of `xlsx-parts.ts`. */
export const xlsxRow = (cells: readonly (string | number)[], style: number): string =>
  `<row>${cells.map((cell) => xlsxCell(cell, style)).join('')}</row>`

const notInSheetName = /[[\]:*?/\\\u0000-\u001F]/g

/** A name that a sheet may have: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at its ends, not empty. */
export function sheetName(wanted: string, part: number): string {
  const suffix = part === 1 ? '' : ` (${part})`
  const free = wanted.replace(notInSheetName, ' ').slice(0, 31 - suffix.length)
  const trimmed = free.replace(/^['\s]+|['\s]+$/g, '')
  return `${trimmed === '' ? 'Sheet' : trimmed}${suffix}`
}

export const xmlAttribute = (text: string): string => xmlText(text).replaceAll('"', '&quot;')
