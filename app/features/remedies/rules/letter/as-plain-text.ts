import type { Block } from './blocks.ts'
import type { LetterDocument } from './compose.ts'

const textOf = (block: Block): string => `${block.kind === 'item' ? `${block.mark} ` : ''}${block.lines.join('\n')}`

/** Items of one list follow each other; all else is a paragraph of its own. */
function bodyOf(blocks: readonly Block[]): string {
  return blocks
    .map((block, at) => {
      const isFollowing = block.kind === 'item' && blocks[at - 1]?.kind === 'item'
      return `${at === 0 ? '' : isFollowing ? '\n' : '\n\n'}${textOf(block)}`
    })
    .join('')
}

/** The letter as text (UTF-8, lines ended by LF), to copy or to keep: its parts in the order of the sheet, an empty line between them. */
export function asPlainText({ sender, addressee, placeAndDate, subject, body, ...end }: LetterDocument): string {
  const { signature, enclosures } = end
  const attached = enclosures ? [enclosures.title, ...enclosures.items.map((item) => `– ${item}`)] : []
  const parts = [sender, addressee, [placeAndDate], [subject], [bodyOf(body)], signature, attached]
  return `${parts
    .map((lines) => lines.join('\n'))
    .filter(Boolean)
    .join('\n\n')}\n`
}
