export interface DiffPart {
  kind: 'same' | 'removed' | 'added'
  text: string
}

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

/** Beyond so many differences, everything between the common beginning and end counts as one. */
const mostDifferences = 1000

/** A step of the shortest way from one text to the other. */
type Step = 'same' | 'removed' | 'added'

interface Sides {
  a: readonly Word[]
  b: readonly Word[]
}

const reach = (v: Int32Array, k: number, d: number): number => v[k + d] ?? -1

/** Whether the way on diagonal k comes from the one above (a word added) at that depth. */
const comesDown = (v: Int32Array, k: number, d: number): boolean =>
  k === -d || (k !== d && reach(v, k - 1, d - 1) < reach(v, k + 1, d - 1))

/** How far each diagonal gets with d differences (Myers 1986, "An O(ND) difference algorithm"); `null`: too many. */
function explore({ a, b }: Sides): Int32Array[] | null {
  const trace: Int32Array[] = []
  for (let d = 0; d <= mostDifferences; d += 1) {
    const before = trace[d - 1] ?? new Int32Array(1)
    const v = new Int32Array(2 * d + 1)
    trace.push(v)
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : comesDown(before, k, d) ? reach(before, k + 1, d - 1) : reach(before, k - 1, d - 1) + 1
      while (x < a.length && x - k < b.length && a[x]?.sign === b[x - k]?.sign) x += 1
      v[k + d] = x
      if (x >= a.length && x - k >= b.length) return trace
    }
  }
  return null
}

/** The steps from the end back to the beginning, turned round. */
function walk(trace: readonly Int32Array[], { a, b }: Sides): Step[] {
  const steps: Step[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const before = trace[d - 1]
    const k = x - y
    const down = before ? comesDown(before, k, d) : false
    const fromX = before ? reach(before, down ? k + 1 : k - 1, d - 1) : 0
    const startX = before ? (down ? fromX : fromX + 1) : 0
    for (; x > startX; x -= 1, y -= 1) steps.push('same')
    if (!before) break
    steps.push(down ? 'added' : 'removed')
    if (down) y -= 1
    else x -= 1
  }
  return steps.toReversed()
}

function commonEnds({ a, b }: Sides): { head: number; tail: number } {
  const most = a.length < b.length ? a.length : b.length
  let head = 0
  while (head < most && a[head]?.sign === b[head]?.sign) head += 1
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail]?.sign === b[b.length - 1 - tail]?.sign) tail += 1
  return { head, tail }
}

function stepsOf(sides: Sides): Step[] {
  const { a, b } = sides
  const { head, tail } = commonEnds(sides)
  const middle = { a: a.slice(head, a.length - tail), b: b.slice(head, b.length - tail) }
  const trace = explore(middle)
  const between: Step[] = trace
    ? walk(trace, middle)
    : [...middle.a.map((): Step => 'removed'), ...middle.b.map((): Step => 'added')]
  return [
    ...Array.from({ length: head }, (): Step => 'same'),
    ...between,
    ...Array.from({ length: tail }, (): Step => 'same'),
  ]
}

/** Words of one kind in a row are one part; the space behind a marked part is not marked. */
function partsOf(words: readonly { word: Word; kind: Step }[]): DiffPart[] {
  const parts: DiffPart[] = []
  const add = (kind: Step, text: string) => {
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
  const left: { word: Word; kind: Step }[] = []
  const right: { word: Word; kind: Step }[] = []
  let changes = 0
  let previous: Step = 'same'
  for (const kind of stepsOf({ a, b })) {
    const [word, other] = [a[left.length], b[right.length]]
    if (kind !== 'added' && word) left.push({ word, kind })
    if (kind !== 'removed' && other) right.push({ word: other, kind })
    if (kind !== 'same' && previous === 'same') changes += 1
    previous = kind
  }
  return { before: partsOf(left), after: partsOf(right), changes }
}
