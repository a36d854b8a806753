import type { Token } from 'marked'
import { linksOf, textOf } from './markdown.ts'
import { hrefOf, isMasked, letterBlocks, letterTokens, unmasked } from './markdown-reader.ts'
import type { Block, Inline, Slot } from './markdown-tree.ts'
import { buttonLabel, readSlot, slotPattern } from './slots.ts'

interface Placed {
  /** Of the text as it was typed, from 1. */
  line: number
  /** As it was typed. */
  written: string
}

export type Found =
  | (Placed & { kind: 'link'; href: string; label: string; isButton: boolean; isAlone: boolean })
  | (Placed & { kind: 'image'; href: string; alt: string; isAlone: boolean })
  | (Placed & { kind: 'slot'; slot: Slot; isAlone: boolean; inLink: boolean })
  /** Meant as a link or a button, and read as plain words: no address follows, or one that cannot be read. */
  | (Placed & { kind: 'bracket'; what: 'words' | 'button' | 'broken' })
  /** So many marks that the reader took them for plain words. */
  | (Placed & { kind: 'heavy' })
  /** Braces that are no slot to the reader, as those between double brackets: they would be sent as they stand. */
  | (Placed & { kind: 'braces'; isWhole: boolean })

export interface Survey {
  found: Found[]
  /** As the reader took it: without what it leaves out, line by line what was typed. */
  lines: string[]
  /** Nobody can say what such a text holds: part of it was not looked at. */
  isTooNested: boolean
  /** What stands in the letter in the end, before its slots are filled. */
  text: string
  links: string[]
}

/** Deeper than anybody writes, and far from where the reader gives up: that depends on the machine. */
const deepest = 50

/** Every link, image and slot of a letter's Markdown with its place, for checks before sending. */
export function surveyLetter(markdown: string): Survey {
  const { source, tokens: all } = letterTokens(markdown)
  const places = finder(source)
  const found: Found[] = []
  let isTooNested = all === null
  const look = (tokens: readonly Token[], context: { isAlone: boolean; inLink: boolean; depth: number }): void => {
    if (context.depth > deepest) isTooNested = true
    if (isTooNested) return
    for (const token of tokens) {
      found.push(...readToken(token, { ...context, line: () => places(token.raw) }))
      const inLink = context.inLink || token.type === 'link'
      const inside = childrenOf(token)
      const depth = context.depth + 1
      if (inside.length > 0) look(inside, { isAlone: token.type === 'paragraph' && inside.length === 1, inLink, depth })
    }
  }
  look(all ?? [], { isAlone: false, inLink: false, depth: 0 })
  const read =
    all === null || isTooNested ? [] : all.map((token) => ({ raw: token.raw, blocks: letterBlocks([token]) }))
  const blocks = read.flatMap((one) => one.blocks)
  const links = [...new Set(linksOf(blocks))]
  const tops = finder(source)
  found.push(...read.flatMap((one) => wholeFaults(one, tops(one.raw))))
  return { found, lines: unmasked(source).split('\n'), isTooNested, text: textOf(blocks), links }
}

const childrenOf = (token: Token): readonly Token[] => {
  if (token.type === 'list' && 'items' in token && Array.isArray(token.items)) return token.items
  return 'tokens' in token && token.tokens ? token.tokens : []
}

interface Context {
  isAlone: boolean
  inLink: boolean
  line: () => number
}

function readToken(token: Token, { isAlone, inLink, line }: Context): Found[] {
  const written = token.raw.trim()
  if (token.type === 'slot')
    return [{ kind: 'slot', slot: readSlot(token.raw), isAlone, inLink, line: line(), written }]
  if (token.type === 'image')
    return [
      {
        kind: 'image',
        href: token.href,
        alt: token.text.replace(/\s+/g, ' ').trim(),
        isAlone,
        line: line(),
        written,
      },
    ]
  if (token.type === 'text' && !inLink && childrenOf(token).length === 0) return bracketsIn(token.raw, line)
  if (token.type !== 'link') return []
  const label = buttonLabel(token.text)
  return [
    {
      kind: 'link',
      href: hrefOf({ href: token.href, autolink: token.autolink }),
      label: label ?? token.text,
      isButton: label !== null,
      isAlone,
      line: line(),
      written,
    },
  ]
}

/** One pair of brackets, and whether an address begins behind it. */
const pair = /(?<!\[)\[([^[\]\n]{1,200})\](?!\])(\()?/g
/** `[…]`, `[sic]`, `[1]`, `[ ]`: what is set in brackets and is no link. */
const noLink = /^(?:[\s.…x\d]*|sic)$/i

function bracketsIn(raw: string, line: () => number): Found[] {
  const pairs = [...raw.matchAll(pair)].filter(([, words = '', broken]) => broken || !noLink.test(words))
  if (pairs.length === 0) return []
  const first = line()
  return pairs.map(({ 0: written, 1: words = '', 2: broken, index }) => ({
    kind: 'bracket',
    what: broken ? 'broken' : buttonLabel(words) === null ? 'words' : 'button',
    line: first + (raw.slice(0, index).match(/\n/g)?.length ?? 0),
    written,
  }))
}

const anObject = '\uFFFC'

/** The words of inline text as they would be read, one string for each part. What is found as a token already is an object. */
function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return wordsOf(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(wordsOf)
    return 'inlines' in block ? [inlineWords(block.inlines)] : []
  })
}

const inlineWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'person') return inline.text
      if (inline.kind === 'strong' || inline.kind === 'em') return inlineWords(inline.inlines)
      return inline.kind === 'break' ? '\n' : anObject
    })
    .join('')

const wholeSlot = new RegExp(`^${slotPattern.source}$`)
const braces = new RegExp(`${slotPattern.source}|\\{\\{|\\}\\}`, 'g')

/** What is wrong with a part as it would be read. @param first the line on which it begins */
function wholeFaults({ raw, blocks }: { raw: string; blocks: readonly Block[] }, first: number): Found[] {
  if (isMasked(raw)) return [{ kind: 'heavy', line: first, written: unmasked(raw.split('\n', 1)[0] ?? '') }]
  if (!/[{}]/.test(raw)) return []
  const lines = raw.split('\n')
  let from = 0
  return wordsOf(blocks).flatMap((words) =>
    [...words.matchAll(braces)].map(([written]) => {
      // Behind backslashes the braces stand apart: then by what is between them.
      const inner = written.replace(/[{}]/g, '')
      const holds = (words: string) => lines.findIndex((line, index) => index >= from && line.includes(words))
      const at = [written, inner].map(holds).find((line) => line !== -1) ?? -1
      if (at !== -1) from = at
      return { kind: 'braces', isWhole: wholeSlot.test(written), line: first + from, written } as const
    }),
  )
}

/**
 * Tokens come in the order of the text: each is looked for after the one before. Only by its first line, for a quote or a list
 * takes its signs off the others, and a text that stands nowhere would be looked for to the end each time.
 */
function finder(source: string): (raw: string) => number {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)]
  let from = 0
  return (raw) => {
    const [first = ''] = raw.split('\n', 1)
    const at = source.indexOf(first, from)
    if (at === -1) return lineAt(starts, from)
    from = at + 1
    return lineAt(starts, at)
  }
}

/** @param starts where each line begins, in order */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
