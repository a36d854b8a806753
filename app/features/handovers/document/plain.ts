import type { Locale } from '#app/i18n/locale.ts'
import type { PackBlock, PackDocument } from './blocks.ts'

const width = 78

/** Lines of at most so many letters; a word that is longer stands alone. */
function wrap(text: string, first = '', rest = first): string[] {
  return text.split('\n').flatMap((line, place) => {
    const lines: string[] = []
    let current = place === 0 ? first : rest
    let empty = true
    // Only ordinary blanks: a no-break one holds two words together.
    for (const word of line.split(/[ \t]+/)) {
      if (!empty && current.length + 1 + word.length > width) {
        lines.push(current)
        current = rest
        empty = true
      }
      current += empty ? word : ` ${word}`
      empty = false
    }
    return [...lines, current.trimEnd()]
  })
}

/** What follows the sign stands under what stands behind it. */
const hanging = (text: string, sign: string): string[] => wrap(text, sign, ' '.repeat(sign.length))

/** French sets the colon off. */
const colon = (locale: Locale): string => (locale === 'fr' ? '\u00A0:' : ':')

const underlined = (text: string, sign: string): string[] => [...wrap(text), sign.repeat(Math.min(width, text.length))]

function tableLines({ head, rows, numeric }: Extract<PackBlock, { kind: 'table' }>): string[] {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const room = widths[column] ?? 0
        return numeric.includes(column) ? cell.padStart(room) : cell.padEnd(room)
      })
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((room) => '-'.repeat(room)).join('  '), ...rows.map(line)]
}

function linesOf(block: PackBlock, locale: Locale): string[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? ['', ...underlined(block.text, '-')] : ['', ...wrap(block.text)]
    case 'paragraph':
      return wrap(block.text)
    case 'list':
      return block.items.flatMap((item, place) => hanging(item, block.ordered ? `${place + 1}. ` : '- '))
    case 'facts':
      return block.rows.flatMap(([label, value]) => wrap(`${label}${colon(locale)} ${value}`, '', '  '))
    case 'exact':
      return [`${block.label}`, ...block.text.split('\n').map((line) => (line === '' ? '' : `  ${line}`))]
    case 'table':
      return tableLines(block)
    case 'chart':
      return [block.title, ...wrap(block.summary)]
    case 'quote':
      return [...wrap(block.text, '> '), ...wrap(`— ${block.credit}`, '  ')]
    case 'code':
      return wrap(block.caption)
  }
}

/** The same as the drawn document, as text that any program and any reader aloud can take: UTF-8, lines of 78 letters, LF. */
export function plainPack(document: PackDocument): string {
  const { locale, kicker, title, subtitle, facts, figure, warnings, contents, sections } = document
  const parts = [
    [kicker, ...underlined(title, '='), subtitle],
    ...warnings.map((warning) => wrap(warning, '! ')),
    ...(figure ? [[`${figure.value} ${figure.label}`]] : []),
    facts.flatMap(([label, value]) => wrap(`${label}${colon(locale)} ${value}`, '', '  ')),
    [contents, ...sections.map((section) => `- ${section.title}`)],
    ...sections.flatMap((section) => [
      ['', ...underlined(section.title, '=')],
      ...section.blocks.map((block) => linesOf(block, locale)),
    ]),
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
