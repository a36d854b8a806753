/** Leaves from one place up to, and without, another. */
export interface Range {
  from: number
  to: number
}

/** One node over 2^level leaves: the `index`-th of its level. */
export interface Subtree {
  level: number
  index: number
}

/** The largest power of two below a size of at least two: where RFC 9162 §2.1.1 splits a tree. */
function split(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** What an inclusion proof consists of, from the leaf up (RFC 9162 §2.1.3.1). For `0 <= index < size`. */
export function inclusionRanges(index: number, size: number): Range[] {
  const siblings: Range[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      siblings.unshift({ from: middle, to })
      to = middle
    } else {
      siblings.unshift({ from, to: middle })
      from = middle
    }
  }
  return siblings
}

/** What a consistency proof consists of, in its order (RFC 9162 §2.1.4.1). For `0 < first <= second`. */
export function consistencyRanges(first: number, second: number): Range[] {
  const siblings: Range[] = []
  let [from, to] = [0, second]
  while (first !== to) {
    const middle = from + split(to - from)
    if (first <= middle) {
      siblings.unshift({ from: middle, to })
      to = middle
    } else {
      siblings.unshift({ from, to: middle })
      from = middle
    }
  }
  // The older tree as a whole is known to whoever asks.
  return from === 0 ? siblings : [{ from, to }, ...siblings]
}

/** The whole subtrees that a range of a tree is made of, from left to right. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = []
  let at = from
  while (at < to) {
    let [level, leaves] = [0, 1]
    while (leaves * 2 <= to - at) [level, leaves] = [level + 1, leaves * 2]
    subtrees.push({ level, index: at / leaves })
    at += leaves
  }
  return subtrees
}
