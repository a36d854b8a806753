/**
 * WHAT TWO PUBLICATIONS SAY TOGETHER (docs/decisions/0071). Pure. Of every number: its value before (`one`), now (`two`), and what
 * changed (`change` = two − one), each between a least and a most.
 */
export interface Range {
  least: number
  most: number
}

export interface Known {
  one: Range
  two: Range
  change: Range
}

const directions = ['one', 'two', 'change'] as const

const each = (make: (name: keyof Known) => Range): Known => ({
  one: make('one'),
  two: make('two'),
  change: make('change'),
})

const meetRange = (a: Range, b: Range): Range => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) })

/** All that follows from the three of one number: change = two − one. */
function tight({ one, two, change }: Known): Known {
  return {
    one: meetRange(one, { least: two.least - change.most, most: two.most - change.least }),
    two: meetRange(two, { least: one.least + change.least, most: one.most + change.most }),
    change: meetRange(change, { least: two.least - one.most, most: two.most - one.least }),
  }
}

const meet = (a: Known, b: Known): Known => tight(each((name) => meetRange(a[name], b[name])))

const sum = (parts: readonly Known[]): Known =>
  each((name) => ({
    least: parts.reduce((total, part) => total + part[name].least, 0),
    most: parts.reduce((total, part) => total + part[name].most, 0),
  }))

/** What is left of a whole for one part. */
const without = (whole: Known, others: Known): Known =>
  each((name) => ({ least: whole[name].least - others[name].most, most: whole[name].most - others[name].least }))

/** One whole that is cut into parts in several ways: each way names its parts. */
export interface Whole {
  /** What is known of the whole by itself. */
  known: Known
  cuts: readonly (readonly Part[])[]
}
/** A number that is published, or a whole again. */
export type Part = { cell: string; known: Known } | Whole

const upward = (part: Part): Known =>
  'cell' in part
    ? tight(part.known)
    : part.cuts.reduce((known, cut) => meet(known, sum(cut.map(upward))), tight(part.known))

function downward(part: Part, known: Known, found: Map<string, Known>): void {
  if ('cell' in part) return void found.set(part.cell, known)
  for (const cut of part.cuts) {
    const parts = cut.map((each) => ({ part: each, known: upward(each) }))
    const all = sum(parts.map((each) => each.known))
    for (const one of parts) {
      const others = each((name) => ({
        least: all[name].least - one.known[name].least,
        most: all[name].most - one.known[name].most,
      }))
      downward(one.part, meet(one.known, without(known, others)), found)
    }
  }
}

/**
 * What anyone can work out of every cell. Exact: ways of cutting one whole have nothing but that whole in common, so that the sums make a
 * tree; and the three directions of a number stay the only edges of what is possible, however many are added (compared in its test with
 * every possible life).
 */
export function deducible(whole: Whole): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>()
  downward(whole, upward(whole), found)
  return found
}

/** Nothing fits: whoever reckoned so assumed something that is not so. */
export const isImpossible = (known: Known): boolean => directions.some((name) => known[name].least > known[name].most)
