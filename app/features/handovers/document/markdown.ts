import { readMarkdown } from '#emails/markdown-reader.ts'
import type { Block, Inline } from '#emails/markdown-tree.ts'
import type { PackBlock } from './blocks.ts'

/** On paper a link is nothing unless its address is read. */
const linked = (label: string, url: string): string =>
  label === url || url.startsWith('mailto:') ? label : `${label} (${url})`

const inWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text.replaceAll('\n', ' ')
        case 'break':
          return '\n'
        case 'slot':
          return inline.written
        case 'person':
          return inline.text
        case 'picture':
          return inline.alt
        case 'link':
          return linked(inline.label, inline.url)
        default:
          return inWords(inline.inlines)
      }
    })
    .join('')

const wordsOf = (block: Block): string => {
  if (block.kind === 'quote') return block.blocks.map(wordsOf).join('\n')
  if (block.kind === 'list') return block.items.map((item) => item.map(wordsOf).join('\n')).join('\n')
  if (block.kind === 'button') return linked(block.label, block.url)
  return 'inlines' in block ? inWords(block.inlines) : ''
}

function blocksOf(block: Block): PackBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 4, text: inWords(block.inlines) }]
    case 'quote':
      return block.blocks.flatMap(blocksOf)
    case 'list': {
      const items = block.items.map((item) => item.map(wordsOf).join('\n'))
      return [{ kind: 'list', ordered: block.start !== null, items }]
    }
    case 'paragraph':
    case 'line':
    case 'button':
      return [{ kind: 'paragraph', text: wordsOf(block) }]
    default:
      return []
  }
}

/** A text in Markdown as parts of a pack: words and their order, without looks. */
export const blocksFrom = (markdown: string): PackBlock[] =>
  readMarkdown(markdown)
    .flatMap(blocksOf)
    .filter((block) => block.kind !== 'paragraph' || block.text.trim() !== '')
