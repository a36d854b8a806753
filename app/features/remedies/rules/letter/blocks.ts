import type { Mark, Piece, TemplateNode } from './template.ts'
import { choicesOf, labelsOf, ticksOf, wordsOf, type MakerField, type Typed } from './typed.ts'

/** What is not typed yet, and what somebody fills in by hand. */
export const blank = '…………'
/** Before each passage of a letter to fill in by hand that one keeps or crosses out. */
const box = '☐ '

/** A paragraph, or an item with its mark (`1.`, `–`); its lines are those of a person who pressed Enter. */
export type Block = { kind: 'paragraph'; lines: string[] } | { kind: 'item'; mark: string; lines: string[] }

/** A line of the letter with its words in place; `null` is the end of a paragraph. */
type Filled = { mark: Mark; words: string } | null

interface Filling {
  fields: ReadonlyMap<string, MakerField>
  /** `null`: a letter to fill in by hand, with every passage that it could have. */
  typed: Typed | null
}

/** What stands in the place of a field. */
export function fillPieces(pieces: readonly Piece[], { fields, typed }: Filling): string {
  return pieces
    .map((piece) => {
      if ('text' in piece) return piece.text
      const field = fields.get(piece.field)
      return (field && typed && wordsOf(field, typed)) || blank
    })
    .join('')
}

/** What was ticked stands as a list where its name stands alone on a line. */
function ticked(pieces: readonly Piece[], { fields, typed }: Filling): Filled[] | null {
  const [piece, more] = pieces
  if (!piece || more || !('field' in piece)) return null
  const field = fields.get(piece.field)
  if (field?.as !== 'checks') return null
  const labels = typed ? labelsOf(field, typed) : choicesOf(field.choicesFr).map(({ label }) => `${box}${label}`)
  return (labels.length > 0 ? labels : [blank]).map((words) => ({ mark: '-', words }))
}

const isTrue = ({ field, value }: { field: string; value: string | null }, { fields, typed }: Filling): boolean => {
  const known = fields.get(field)
  if (!known || !typed) return false
  return value === null ? wordsOf(known, typed) !== '' : ticksOf(typed, field).includes(value)
}

/** A passage that one may cross out begins with a box. */
function boxed(lines: Filled[]): Filled[] {
  const first = lines.findIndex((line) => line !== null)
  return lines.map((line, at) => (line && at === first ? { ...line, words: `${box}${line.words}` } : line))
}

function fill(nodes: readonly TemplateNode[], filling: Filling): Filled[] {
  return nodes.flatMap((node): Filled[] => {
    if (node.kind === 'blank') return [null]
    if (node.kind === 'line') {
      const { mark, pieces } = node
      return (mark === null && ticked(pieces, filling)) || [{ mark, words: fillPieces(pieces, filling) }]
    }
    if (filling.typed) return fill(isTrue(node, filling) ? node.holds : node.otherwise, filling)
    return [...boxed(fill(node.holds, filling)), ...boxed(fill(node.otherwise, filling))]
  })
}

/** Paragraphs that somebody typed stay paragraphs, and their lines lines. */
const paragraphs = (words: string): Block[] =>
  words
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: 'paragraph', lines }))

const itemOf = (mark: string, words: string): Block[] => {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.length > 0 ? [{ kind: 'item', mark, lines }] : []
}

/** Every line by itself, as an address has them; nothing in it is to be crossed out. */
export const linesOf = (nodes: readonly TemplateNode[], filling: Filling): string[] =>
  fill(nodes, filling)
    .flatMap((line) => (filling.typed ? line?.words : line?.words.replaceAll(box, ''))?.split('\n') ?? [])
    .map((line) => line.trim())
    .filter(Boolean)

interface Begun {
  mark: Mark
  words: string
}

/** Lines up to the next empty one or the next item are one paragraph or item. */
function joined(lines: readonly Filled[]): Begun[] {
  const begun: Begun[] = []
  let isOpen = false
  for (const line of lines) {
    const last = begun.at(-1)
    if (line && line.mark === null && last && isOpen) last.words += ` ${line.words}`
    else if (line) begun.push({ ...line })
    isOpen = line !== null
  }
  return begun
}

/**
 * The body of a letter: what was typed in its place, and of passages with a condition those that hold. Numbers of items follow what is left.
 * What was typed is never read as a template.
 */
export function blocksOf(nodes: readonly TemplateNode[], filling: Filling): Block[] {
  const blocks: Block[] = []
  let number = 0
  for (const { mark, words } of joined(fill(nodes, filling))) {
    if (mark === null) blocks.push(...paragraphs(words))
    else if (mark === '-') blocks.push(...itemOf('–', words))
    else {
      number = mark === 1 && blocks.at(-1)?.kind !== 'item' ? 1 : number + 1
      blocks.push(...itemOf(`${number}.`, words))
    }
  }
  return blocks
}
