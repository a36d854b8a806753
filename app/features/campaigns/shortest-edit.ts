/** Beyond this many changed words a passage counts as written anew: nobody would read its crumbs, nor wait for them. */
const mostChanges = 1_600

export type EditStep = 'same' | 'removed' | 'added'

/** A number for each word: they are compared millions of times. */
function numbered(...lists: (readonly string[])[]): Int32Array[] {
  const known = new Map<string, number>()
  return lists.map((list) =>
    Int32Array.from(list, (word) => {
      const number = known.get(word) ?? known.size
      known.set(word, number)
      return number
    }),
  )
}

/** Where on the diagonals a path of so many changes has come to; `null` when the texts are too far apart. */
function trace(older: Int32Array, newer: Int32Array): Int32Array[] | null {
  const furthest = new Int32Array(2 * mostChanges + 3)
  const middle = mostChanges + 1
  const traces: Int32Array[] = []
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    traces.push(furthest.slice(middle - changes - 1, middle + changes + 2))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const at = middle + diagonal
      const below = furthest[at - 1] ?? 0
      const above = furthest[at + 1] ?? 0
      let x = diagonal === -changes || (diagonal !== changes && below < above) ? above : below + 1
      while (x < older.length && x - diagonal < newer.length && older[x] === newer[x - diagonal]) x += 1
      furthest[at] = x
      if (x >= older.length && x - diagonal >= newer.length) return traces
    }
  }
  return null
}

/**
 * The fewest words to take out and put in that lead from one list to another (E. W. Myers, 1986): quick where little changed,
 * however long the lists. `null` when nearly everything did.
 */
export function shortestEdit(older: readonly string[], newer: readonly string[]): EditStep[] | null {
  const [before = new Int32Array(), after = new Int32Array()] = numbered(older, newer)
  const traces = trace(before, after)
  if (!traces) return null
  const steps: EditStep[] = []
  let x = older.length
  let y = newer.length
  for (let changes = traces.length - 1; changes >= 0; changes -= 1) {
    const furthest = traces[changes] ?? new Int32Array(3)
    // Each trace holds its own diagonals and one more on either side.
    const at = (diagonal: number) => furthest[diagonal + changes + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -changes || (diagonal !== changes && at(diagonal - 1) < at(diagonal + 1))
    const from = down ? diagonal + 1 : diagonal - 1
    const fromX = changes === 0 ? 0 : at(from)
    const fromY = changes === 0 ? 0 : fromX - from
    while (x > fromX && y > fromY) {
      steps.push('same')
      x -= 1
      y -= 1
    }
    if (changes > 0) steps.push(down ? 'added' : 'removed')
    x = fromX
    y = fromY
  }
  return steps.toReversed()
}
