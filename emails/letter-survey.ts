import type { Token } from 'marked'
import { linksOf, textOf } from './markdown.ts'
import { hrefOf, letterBlocks, letterTokens } from './markdown-reader.ts'
import type { Slot } from './markdown-tree.ts'
import { buttonLabel, readSlot } from './slots.ts'

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
      const one = readToken(token, { ...context, line: () => places(token.raw) })
      if (one) found.push(one)
      const inLink = context.inLink || token.type === 'link'
      const inside = childrenOf(token)
      const depth = context.depth + 1
      if (inside.length > 0) look(inside, { isAlone: token.type === 'paragraph' && inside.length === 1, inLink, depth })
    }
  }
  look(all ?? [], { isAlone: false, inLink: false, depth: 0 })
  const blocks = all === null || isTooNested ? [] : letterBlocks(all)
  const links = [...new Set(linksOf(blocks))]
  return { found, lines: source.split('\n'), isTooNested, text: textOf(blocks), links }
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

function readToken(token: Token, { isAlone, inLink, line }: Context): Found | null {
  const written = token.raw.trim()
  if (token.type === 'slot') return { kind: 'slot', slot: readSlot(token.raw), isAlone, inLink, line: line(), written }
  if (token.type === 'image')
    return {
      kind: 'image',
      href: token.href,
      alt: token.text.replace(/\s+/g, ' ').trim(),
      isAlone,
      line: line(),
      written,
    }
  if (token.type !== 'link') return null
  const label = buttonLabel(token.text)
  return {
    kind: 'link',
    href: hrefOf({ href: token.href, autolink: token.autolink }),
    label: label ?? token.text,
    isButton: label !== null,
    isAlone,
    line: line(),
    written,
  }
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
