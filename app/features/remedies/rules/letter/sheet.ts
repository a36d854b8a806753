import { blank, type Block } from './blocks.ts'
import type { LetterDocument } from './compose.ts'

/** An element of the sheet, as a page and a script both build it. `part` says what it is to whoever lays it out. */
export interface SheetNode {
  tag: 'div' | 'p' | 'ul' | 'li' | 'span' | 'br'
  part?: string
  children: readonly (SheetNode | string)[]
}

const node = (tag: SheetNode['tag'], part: string | undefined, children: SheetNode['children']): SheetNode => ({
  tag,
  part,
  children,
})

/** Blanks are marked, so that whoever looks over the letter finds them. */
const wordsOf = (line: string): (SheetNode | string)[] =>
  line
    .split(blank)
    .flatMap((words, at) => [...(at > 0 ? [node('span', 'blank', [blank])] : []), words])
    .filter((child) => child !== '')

const linesOf = (lines: readonly string[]): (SheetNode | string)[] =>
  lines.flatMap((line, at) => [...(at > 0 ? [node('br', undefined, [])] : []), ...wordsOf(line)])

const itemOf = (mark: string, lines: readonly string[]): SheetNode =>
  node('li', undefined, [node('span', 'mark', [mark]), ' ', ...linesOf(lines)])

function bodyOf(blocks: readonly Block[]): SheetNode[] {
  const made: SheetNode[] = []
  let items: SheetNode[] = []
  const endList = () => {
    if (items.length > 0) made.push(node('ul', 'list', items))
    items = []
  }
  for (const block of blocks) {
    if (block.kind === 'item') items.push(itemOf(block.mark, block.lines))
    else {
      endList()
      made.push(node('p', undefined, linesOf(block.lines)))
    }
  }
  endList()
  return made
}

/** The letter as elements. The last paragraph and the name under it are one part, that no page break parts. */
export function sheetOf(letter: LetterDocument): SheetNode[] {
  const { sender, addressee, placeAndDate, subject, signature, enclosures } = letter
  const body = bodyOf(letter.body)
  const last = body.at(-1)
  const closing = last?.tag === 'p' ? [last] : []
  const rest = closing.length > 0 ? body.slice(0, -1) : body
  return [
    node('p', 'sender', linesOf(sender)),
    node('p', 'addressee', linesOf(addressee)),
    node('p', 'date', wordsOf(placeAndDate)),
    node('p', 'subject', wordsOf(subject)),
    ...rest,
    node('div', 'end', [...closing, node('p', 'signature', linesOf(signature))]),
    ...(enclosures
      ? [
          node('div', 'enclosures', [
            node('p', undefined, wordsOf(enclosures.title)),
            node(
              'ul',
              'list',
              enclosures.items.map((item) => itemOf('–', [item])),
            ),
          ]),
        ]
      : []),
  ]
}
