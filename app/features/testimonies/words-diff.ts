import { shortestEdit, type EditStep } from '#app/features/campaigns/shortest-edit.ts'
import type { DiffPart } from '#app/features/campaigns/word-diff.ts'

export type { DiffPart }

/** Two texts beside each other: of each what is only in it, and in how many places they differ. */
export interface WordsDiff {
  before: DiffPart[]
  after: DiffPart[]
  changes: number
}

interface Word {
  /** A word, a sign, or a bar with its neutral words. */
  sign: string
  /** The spaces that follow it. */
  space: string
}

const wordOrSign = /(\[\[[^[\]]*\]\]|[\p{L}\p{N}\p{M}]+(?:[’'-][\p{L}\p{N}\p{M}]+)*|[^\s])(\s*)/gu

const wordsOf = (text: string): Word[] =>
  [...text.trim().matchAll(wordOrSign)].map(([, sign = '', space = '']) => ({ sign, space }))

/** The steps from one text to the other: what begins and ends alike is set aside, so that only what changed is compared. */
function stepsOf(a: readonly Word[], b: readonly Word[]): EditStep[] {
  const most = a.length < b.length ? a.length : b.length
  let head = 0
  while (head < most && a[head]?.sign === b[head]?.sign) head += 1
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail]?.sign === b[b.length - 1 - tail]?.sign) tail += 1
  const middle = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)] as const
  const [older, newer] = middle.map((words) => words.map(({ sign }) => sign))
  const between = shortestEdit(older ?? [], newer ?? [])
  const all = (kind: EditStep, words: number) => Array.from({ length: words }, () => kind)
  return [
    ...all('same', head),
    ...(between ?? [...all('removed', middle[0].length), ...all('added', middle[1].length)]),
    ...all('same', tail),
  ]
}

/** Words of one kind in a row are one part; the space behind a marked part is not marked. */
function partsOf(words: readonly { word: Word; kind: EditStep }[]): DiffPart[] {
  const parts: DiffPart[] = []
  const add = (kind: EditStep, text: string) => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  for (const [at, { word, kind }] of words.entries()) {
    const goesOn = words[at + 1]?.kind === kind
    add(kind, goesOn ? word.sign + word.space : word.sign)
    if (!goesOn) add('same', word.space)
  }
  return parts
}

/**
 * What differs between two texts, word by word. A bar is one word, and a story of thousands of words in which a few were replaced
 * is still compared word for word: that is where it differs from the comparison of a campaign's texts.
 */
export function compareWords(before: string, after: string): WordsDiff {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const left: { word: Word; kind: EditStep }[] = []
  const right: { word: Word; kind: EditStep }[] = []
  let changes = 0
  let previous: EditStep = 'same'
  for (const kind of stepsOf(a, b)) {
    const [word, other] = [a[left.length], b[right.length]]
    if (kind !== 'added' && word) left.push({ word, kind })
    if (kind !== 'removed' && other) right.push({ word: other, kind })
    if (kind !== 'same' && previous === 'same') changes += 1
    previous = kind
  }
  return { before: partsOf(left), after: partsOf(right), changes }
}
