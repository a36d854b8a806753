import { shortestEdit } from './shortest-edit.ts'

/** A run of words that both texts have, that only the older has, or only the newer. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** What two lists have in common, as steps that lead from one to the other: the longest common subsequence. */
function steps(older: readonly string[], newer: readonly string[]): DiffPart[] {
  let start = 0
  while (start < older.length && start < newer.length && older[start] === newer[start]) start += 1
  let end = 0
  while (
    end < older.length - start &&
    end < newer.length - start &&
    older[older.length - 1 - end] === newer[newer.length - 1 - end]
  )
    end += 1
  const one = (kind: DiffPart['kind']) => (text: string) => ({ kind, text })
  return [
    ...older.slice(0, start).map(one('same')),
    ...between(older.slice(start, older.length - end), newer.slice(start, newer.length - end)),
    ...older.slice(older.length - end).map(one('same')),
  ]
}

function between(older: readonly string[], newer: readonly string[]): DiffPart[] {
  const found = shortestEdit(older, newer)
  const removed = older.map((text) => ({ kind: 'removed' as const, text }))
  const added = newer.map((text) => ({ kind: 'added' as const, text }))
  if (!found) return [...removed, ...added]
  let i = 0
  let j = 0
  return found.map((kind) => {
    const text = (kind === 'added' ? newer[j] : older[i]) ?? ''
    if (kind !== 'added') i += 1
    if (kind !== 'removed') j += 1
    return { kind, text }
  })
}

const words = (text: string) => text.match(/\s+|[\p{L}\p{N}’'_-]+|[^\s\p{L}\p{N}]/gu) ?? []
const paragraphs = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '')

/** Neighbours of one kind read as one run; a single blank between two changes belongs to both. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.kind === part.kind) last.text += part.text
    else runs.push({ ...part })
  }
  return runs
}

/** Between two changed words a lone blank or comma hides that the passage was written anew. */
function withoutCrumbs(parts: readonly DiffPart[]): DiffPart[] {
  const sorted: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) sorted.push({ kind: 'removed', text: removed })
    if (added) sorted.push({ kind: 'added', text: added })
    removed = added = ''
  }
  parts.forEach((part, place) => {
    const crumb =
      part.kind === 'same' &&
      !/[\p{L}\p{N}]/u.test(part.text) &&
      place > 0 &&
      place < parts.length - 1 &&
      removed !== '' &&
      added !== ''
    if (crumb) {
      removed += part.text
      added += part.text
    } else if (part.kind === 'removed') removed += part.text
    else if (part.kind === 'added') added += part.text
    else {
      flush()
      sorted.push(part)
    }
  })
  flush()
  return joined(sorted)
}

/** What changed between two lists of words, whatever counts as one. Joined in their order, each side reads as it did. */
export const listDiff = (older: readonly string[], newer: readonly string[]): DiffPart[] =>
  withoutCrumbs(joined(steps(older, newer)))

/** What changed between two sentences, word by word. */
export const wordDiff = (older: string, newer: string): DiffPart[] => listDiff(words(older), words(newer))

/** A paragraph that stayed, or one in which words changed. */
export type ParagraphDiff = { kind: 'same'; text: string } | { kind: 'changed'; parts: DiffPart[] }

/** How much of two paragraphs is the same, from 0 to 1 (Dice's coefficient of their words). */
function likeness(a: string, b: string): number {
  const mine = new Set(words(a).filter((word) => /[\p{L}\p{N}]/u.test(word)))
  const theirs = new Set(words(b).filter((word) => /[\p{L}\p{N}]/u.test(word)))
  const shared = [...mine].filter((word) => theirs.has(word)).length
  return mine.size + theirs.size === 0 ? 0 : (2 * shared) / (mine.size + theirs.size)
}

/** Below this, one paragraph was taken out and another put in. */
const leastLikeness = 0.4

/** Which paragraphs became which, in their order: a new one in between must not be read as a change of its neighbour. */
function pairs(removed: readonly string[], added: readonly string[]): [string, string][] {
  const [first, ...rest] = removed
  if (first === undefined) return added.map((text) => ['', text])
  const best = added.reduce<{ place: number; like: number }>(
    (found, text, place) => {
      const like = likeness(first, text)
      return like > found.like ? { place, like } : found
    },
    { place: -1, like: leastLikeness },
  )
  if (best.place === -1) return [[first, ''], ...pairs(rest, added)]
  const before = added.slice(0, best.place).map((text): [string, string] => ['', text])
  return [...before, [first, added[best.place] ?? ''], ...pairs(rest, added.slice(best.place + 1))]
}

/** What changed between two texts: paragraph by paragraph, and within those that changed word by word. */
export function textDiff(older: string, newer: string): ParagraphDiff[] {
  const found: ParagraphDiff[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    for (const [was, is] of pairs(removed, added)) found.push({ kind: 'changed', parts: wordDiff(was, is) })
    removed = []
    added = []
  }
  for (const { kind, text } of steps(paragraphs(older), paragraphs(newer))) {
    if (kind === 'removed') removed.push(text)
    else if (kind === 'added') added.push(text)
    else {
      flush()
      found.push({ kind: 'same', text })
    }
  }
  flush()
  return found
}

/** Markdown as it reads: without the signs that only shape it. Addresses stay, for they are part of what is said. */
export const readable = (markdown: string): string =>
  markdown
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 ($2)')
