import { Marked, type MarkedToken, type Token, type TokenizerExtension } from 'marked'
import type { Block, Inline } from './markdown-tree.ts'
import { pictureId } from './picture-mark.ts'
import { safeLink } from './safe-link.ts'
import { buttonLabel, readSlot, slotPattern } from './slots.ts'

const untouched: TokenizerExtension = {
  name: 'untouched',
  level: 'inline',
  // No `start`: plain text ends at every bracket anyway, and to look for the next two of them to the end of the text, time and again,
  // takes time that grows with its square.
  tokenizer(source) {
    const raw = /^\[\[[^[\]\n]{0,200}\]\]/.exec(source)?.[0]
    return raw === undefined ? undefined : { type: 'escape', raw, text: raw }
  },
}

/** Far enough ahead for any word. */
const window = 1_000

/** Where a slot may begin; where none is in sight, the end of a word that is: looking on to the end each time would be squared. */
function nextSlot(source: string): number | undefined {
  const near = source.slice(0, window)
  const at = near.indexOf('{{')
  if (at !== -1 || source.length <= window) return at === -1 ? undefined : at
  const space = near.lastIndexOf(' ')
  return space > 0 ? space : window - 1
}

const atStart = new RegExp(`^${slotPattern.source}`)
const slot: TokenizerExtension = {
  name: 'slot',
  level: 'inline',
  start: nextSlot,
  tokenizer(source) {
    const raw = atStart.exec(source)?.[0]
    return raw === undefined ? undefined : { type: 'slot', raw }
  },
}

const never = () => undefined
const tokenizer = { html: never, tag: never, code: never, fences: never, codespan: never, table: never, del: never }
const page = new Marked({ extensions: [untouched], tokenizer })
const letter = new Marked({ extensions: [untouched, slot], tokenizer })

const longestWord = 2_000
const mostMarks = 400
const mostEmphasis = 200 // a run of `*` or `_` is looked for to the end of its part
const deepestQuote = 5

/** What a page may hold, read from Markdown. Everything else is shown as it was typed. */
export const readMarkdown = (markdown: string): Block[] => read(page, markdown)

/** The same for a letter, which may hold buttons and slots as well. */
export const readLetterMarkdown = (markdown: string): Block[] => read(letter, markdown).map(asButton)

/** What such a letter shows, when its tokens are known already: reading takes most of the time. */
export const letterBlocks = (tokens: Token[]): Block[] => blocksOf(tokens).map(asButton)

export interface LetterTokens {
  /** The text that was read: its lines are those that were typed. */
  source: string
  /** `null`: nested beyond the reader's depth, and nothing is known of what it holds. */
  tokens: Token[] | null
}

/** Every token of a letter, for those who look for what is wrong with it. */
export function letterTokens(markdown: string): LetterTokens {
  const source = tame(markdown)
  try {
    return { source, tokens: letter.lexer(source) }
  } catch {
    return { source, tokens: null }
  }
}

/** Where a link leads once it stands in the letter. */
export const hrefOf = ({ href, autolink }: { href: string; autolink?: boolean }): string =>
  autolink ? href : decoded(href)

/** A link that says it is a button, alone in its paragraph. */
function asButton(block: Block): Block {
  const [inline, ...others] = block.kind === 'paragraph' ? block.inlines : []
  if (inline?.kind !== 'link' || others.length > 0) return block
  const label = buttonLabel(inline.label)
  return label ? { kind: 'button', url: inline.url, label } : block
}

function read(marked: Marked, markdown: string): Block[] {
  const source = tame(markdown)
  try {
    return blocksOf(marked.lexer(source))
  } catch {
    // Nested beyond the reader's depth: no person writes that, but what they wrote is still shown.
    return unmasked(source)
      .split(/\n{2,}/)
      .map((text) => ({ kind: 'paragraph', inlines: textWithLinks(text) }))
  }
}

// The reader takes time that grows with the square of what nobody types (long words, quotes in quotes, marks without end in one part,
// rows under the head of a table, which it reads and does not make): bound them first.
function tame(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFEFF]/gu, '')
    .replace(new RegExp(`\\S{${longestWord}}`, 'g'), '$& ')
    .replace(new RegExp(`(?:>[ \\t]*){${deepestQuote + 1},}`, 'g'), '> '.repeat(deepestQuote))
    .replace(/^[ \t|:-]+$/gm, (line) => line.replaceAll('|', aBar))
    .split(partEnd)
    .map((part) => (isTooMuch(part) ? masked(part) : part))
    .join('')
}

/** An empty line, or the beginning of a point of a list. */
const partEnd = /(\n[ \t]*\n|\n(?=[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]))/
const count = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0
const isTooMuch = (part: string): boolean =>
  count(part, /[*_]+|[[\]\\<`~!@{]|https?:|www\./gi) > mostMarks || count(part, /[*_]+/g) > mostEmphasis

// A part with more marks than anybody writes is read as plain words: its signs stand as noncharacters, which nobody types and the
// reader takes for letters, until it has read them.
const signs = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
const firstMask = 0xfdd0
const masked = (text: string) =>
  text.replace(/[!-/:-@[-`{-~]/g, (sign) => String.fromCharCode(firstMask + signs.indexOf(sign)))

/** What was typed where too many marks made the reader blind to all of them. */
export const unmasked = (text: string): string =>
  text.replace(/[\uFDD0-\uFDEF]/g, (sign) => signs.charAt(sign.charCodeAt(0) - firstMask))

const aBar = masked('|')

/** Whether a part was read as plain words because it holds too many marks. */
export const isMasked = (text: string): boolean => /[\uFDD0-\uFDED\uFDEF]/.test(text)

const readable = new Set(
  'blockquote br checkbox em escape heading hr image link list list_item paragraph strong text'.split(' '),
)
const isReadable = (token: Token): token is MarkedToken => readable.has(token.type)

const blocksOf = (tokens: Token[]): Block[] => tokens.filter(isReadable).flatMap(blockOf)

function blockOf(token: MarkedToken): Block[] {
  switch (token.type) {
    case 'heading':
      return [{ kind: 'heading', level: headingLevel(token.depth), inlines: inlinesOf(token.tokens) }]
    case 'paragraph':
      return [{ kind: 'paragraph', inlines: inlinesOf(token.tokens) }]
    case 'text':
      return [{ kind: 'line', inlines: token.tokens ? inlinesOf(token.tokens) : textWithLinks(unmasked(token.text)) }]
    case 'checkbox':
      return [{ kind: 'line', inlines: [{ kind: 'text', text: token.checked ? '[x]' : '[ ]' }] }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(token.tokens) }]
    case 'list':
      return [
        {
          kind: 'list',
          start: token.ordered ? Number(token.start) : null,
          items: token.items.map((item) => blocksOf(item.tokens)),
        },
      ]
    case 'hr':
      return [{ kind: 'rule' }]
    default:
      return []
  }
}

// The page or the letter has its own title: a text begins one level below.
const headingLevel = (depth: number) => (depth <= 1 ? 2 : depth === 2 ? 3 : 4)

const inlinesOf = (tokens: Token[]): Inline[] =>
  tokens.flatMap((token) => (token.type === 'slot' ? [readSlot(token.raw)] : isReadable(token) ? inlineOf(token) : []))

function inlineOf(token: MarkedToken): Inline[] {
  switch (token.type) {
    case 'strong':
    case 'em':
      return [{ kind: token.type, inlines: inlinesOf(token.tokens) }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return link(hrefOf(token), labelOf(token.tokens))
    case 'image':
      return picture(token.href, oneLine(decoded(token.text))) ?? textWithLinks(decoded(token.text))
    case 'escape':
      return textWithLinks(token.text)
    case 'text':
      return textWithLinks(typeset(decoded(unmasked(token.text))))
    case 'checkbox':
      return [{ kind: 'text', text: token.checked ? '[x] ' : '[ ] ' }]
    default:
      return []
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function picture(href: string, alt: string): Inline[] | null {
  const id = pictureId(href)
  return id === null ? null : [{ kind: 'picture', id, alt }]
}

function link(written: string, label: string): Inline[] {
  const url = safeLink(written)
  if (url === null) return textWithLinks(label)
  // A label that reads like an address must be the address it leads to.
  const pretends = label.trim() === '' || (/:\/\/|www\./i.test(label) && safeLink(label) !== url)
  return [{ kind: 'link', url, label: pretends ? url : label }]
}

const labelOf = (tokens: Token[]): string => inlinesOf(tokens).map(plainLabel).join('')

function plainLabel(inline: Inline): string {
  if (inline.kind === 'text' || inline.kind === 'person') return inline.text
  if (inline.kind === 'link') return inline.label
  if (inline.kind === 'slot') return inline.written
  if (inline.kind === 'picture') return inline.alt
  return inline.kind === 'break' ? ' ' : inline.inlines.map(plainLabel).join('')
}

// An address that the reader left as text is linked here, so that both versions of a letter carry it.
function textWithLinks(text: string): Inline[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]’»'])/i).map((part, index) => {
    const url = index % 2 === 1 ? safeLink(part) : null
    return url === null ? { kind: 'text', text: part } : { kind: 'link', url, label: part }
  })
}

const entities = new Map([
  ['&nbsp;', '\u00A0'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
])
const decoded = (text: string) => text.replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) => entities.get(entity) ?? entity)

// French sets a space before these signs, and a line never begins with one.
const typeset = (text: string) => text.replace(/ (?=[:;?!»])/g, '\u00A0').replaceAll('« ', '«\u00A0')
