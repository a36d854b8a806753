import type { Token } from 'marked'
import { letterTokens } from './markdown-reader.ts'
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
  | (Placed & { kind: 'image'; href: string; alt: string })
  | (Placed & { kind: 'slot'; slot: Slot; isAlone: boolean; inLink: boolean })

/** Every link, image and slot of a letter's Markdown with its place, for checks before sending. */
export function surveyLetter(markdown: string): Found[] {
  const places = finder(markdown)
  const found: Found[] = []
  const look = (tokens: readonly Token[], context: { isAlone: boolean; inLink: boolean }): void => {
    for (const token of tokens) {
      const one = readToken(token, { ...context, line: () => places(token.raw) })
      if (one) found.push(one)
      const inLink = context.inLink || token.type === 'link'
      const inside = childrenOf(token)
      look(inside, { isAlone: token.type === 'paragraph' && inside.length === 1, inLink })
    }
  }
  look(letterTokens(markdown), { isAlone: false, inLink: false })
  return found
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
  if (token.type === 'image') return { kind: 'image', href: token.href, alt: token.text.trim(), line: line(), written }
  if (token.type !== 'link') return null
  const label = buttonLabel(token.text)
  return {
    kind: 'link',
    href: token.href,
    label: label ?? token.text,
    isButton: label !== null,
    isAlone,
    line: line(),
    written,
  }
}

/** Tokens come in the order of the text: each is looked for after the one before, or anywhere when the reader had changed it. */
function finder(markdown: string): (raw: string) => number {
  let from = 0
  return (raw) => {
    const ahead = markdown.indexOf(raw, from)
    const at = ahead === -1 ? markdown.indexOf(raw) : ahead
    if (at === -1) return lineAt(markdown, from)
    from = at + 1
    return lineAt(markdown, at)
  }
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
