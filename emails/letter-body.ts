import { type RenderedMarkdown, renderBlocks } from './markdown.ts'
import { readLetterMarkdown } from './markdown-reader.ts'
import type { Block, Inline, LetterImage, Slot } from './markdown-tree.ts'

/** What a reader's own may be filled in, with words for whoever has none. */
export const fieldNames = ['name', 'department'] as const
export type FieldName = (typeof fieldNames)[number]
export const isFieldName = (name: string): name is FieldName => fieldNames.some((one) => one === name)

export interface LetterQuote {
  text: string
  /** Whose: never more than the site says. */
  about: string
  /** Where it can be read. */
  url: string
}

/** What fills the slots of a letter. */
export interface LetterValues {
  /** Confirmed signatures, as they are written in that language. */
  count: string
  /** Who writes, and where to read more. */
  signature: { from: string; campaign: string; url: string }
  /** `null`: taken back, or never on the site. */
  quote: (id: string) => LetterQuote | null
  readQuote: string
  /** What stands in the place of such a quote. */
  quoteGone: string
  /** What stands for a reader's own: a placeholder, a sample or the fallback. */
  field: (name: FieldName, fallback: string) => string
  /** Where a picture of our own is, and how large it is shown; `null`: there is none of that number. Absent: there are none. */
  picture?: (id: string) => Omit<LetterImage, 'alt'> | null
  /** What the text part says of a picture that shows this. */
  pictureInWords?: (alt: string) => string
}

/** A letter's Markdown with every slot filled; a slot that means nothing stays as it was typed. */
export const renderLetterBody = (markdown: string, values: LetterValues): RenderedMarkdown =>
  renderBlocks(fillBlocks(readLetterMarkdown(markdown), values))

const fillBlocks = (blocks: Block[], values: LetterValues): Block[] =>
  blocks.flatMap((block) => fillBlock(block, values))

function fillBlock(block: Block, values: LetterValues): Block[] {
  switch (block.kind) {
    case 'quote':
      return [{ ...block, blocks: fillBlocks(block.blocks, values) }]
    case 'list':
      return [{ ...block, items: block.items.map((item) => fillBlocks(item, values)) }]
    case 'paragraph': {
      const [alone, ...others] = block.inlines
      const blocks = alone && others.length === 0 ? standingAlone(alone, values) : null
      return blocks ?? [{ ...block, inlines: fillInlines(block.inlines, values) }]
    }
    case 'heading':
    case 'line':
      return [{ ...block, inlines: fillInlines(block.inlines, values) }]
    default:
      return [block]
  }
}

/** What stands for something that is a paragraph of its own; `null` when it is no block. */
function standingAlone(alone: Inline, values: LetterValues): Block[] | null {
  if (alone.kind === 'slot') return standing(alone, values)
  const { picture, pictureInWords: inWords = (alt) => alt } = values
  const found = alone.kind === 'picture' ? picture?.(alone.id) : null
  if (alone.kind !== 'picture' || !found) return null
  const { alt } = alone
  return [{ kind: 'image', image: { ...found, alt }, text: alt === '' ? '' : inWords(alt) }]
}

/** What stands for a slot that is a paragraph of its own; `null` when it is no such block. */
function standing({ name, argument }: Slot, { signature, quote, readQuote, quoteGone }: LetterValues): Block[] | null {
  if (name === 'signature')
    return [
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'strong', inlines: [{ kind: 'text', text: signature.from }] },
          { kind: 'break' },
          { kind: 'link', url: signature.url, label: signature.campaign },
        ],
      },
    ]
  if (name !== 'quote') return null
  const found = quote(argument)
  if (!found) return [{ kind: 'paragraph', inlines: [{ kind: 'em', inlines: [{ kind: 'text', text: quoteGone }] }] }]
  const about: Inline[] = [
    { kind: 'text', text: `${found.about} ` },
    { kind: 'link', url: found.url, label: readQuote },
  ]
  return [
    {
      kind: 'quote',
      blocks: [
        { kind: 'paragraph', inlines: [{ kind: 'text', text: found.text }] },
        { kind: 'paragraph', inlines: about },
      ],
    },
  ]
}

const fillInlines = (inlines: Inline[], values: LetterValues): Inline[] =>
  inlines.map((inline) => {
    if (inline.kind === 'strong' || inline.kind === 'em')
      return { ...inline, inlines: fillInlines(inline.inlines, values) }
    return inline.kind === 'slot' ? fillSlot(inline, values) : inline
  })

function fillSlot(slot: Slot, { count, field }: LetterValues): Inline {
  if (slot.name === 'count' && slot.argument === '') return { kind: 'text', text: count }
  if (isFieldName(slot.name) && slot.fallback !== null) return { kind: 'person', text: field(slot.name, slot.fallback) }
  return slot
}
