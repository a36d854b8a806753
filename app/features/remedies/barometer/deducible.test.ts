import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deducible, isImpossible, type Known, type Part, type Whole } from './deducible.ts'

const to = 2
const free = { least: 0, most: 60 }
const anyChange = { least: -60, most: 60 }
const unknown: Known = { one: free, two: free, change: anyChange }

/** `a b` and `c d` cut the inner whole; the inner whole and `e` are everyone, as are `f` and `g`. */
const cells = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
type Values = Record<(typeof cells)[number], number>
const sumsUp = ({ a, b, c, d, e, f, g }: Values) => a + b === c + d && a + b + e === f + g

const lives = fc.record(Object.fromEntries(['a', 'b', 'c', 'e', 'f'].map((cell) => [cell, fc.nat(4)])))

/** A life in which everything sums up: the last parts are what is left. */
function complete(given: Record<string, number>): Values {
  const { a = 0, b = 0, c = 0, e = 0, f = 0 } = given
  const inner = Math.min(c, a + b)
  const outer = Math.min(f, a + b + e)
  return { a, b, c: inner, d: a + b - inner, e, f: outer, g: a + b + e - outer }
}

interface Told {
  before: Values
  after: Values
  came: number
}

const saidOf = ({ before, after, came }: Told, cell: keyof Values): Known => {
  const meaning = (n: number) => ({ least: n - (n % to), most: n - (n % to) + to - 1 })
  return { one: meaning(before[cell]), two: meaning(after[cell]), change: { least: 0, most: came } }
}

function treeOf(told: Told): Whole {
  const part = (cell: keyof Values): Part => ({ cell, known: saidOf(told, cell) })
  const inner = {
    known: unknown,
    cuts: [
      [part('a'), part('b')],
      [part('c'), part('d')],
    ],
  }
  return {
    known: { one: free, two: free, change: { least: told.came, most: told.came } },
    cuts: [
      [inner, part('e')],
      [part('f'), part('g')],
    ],
  }
}

const within = (n: number, { least, most }: { least: number; most: number }) => n >= least && n <= most

/** Every pair of lives that says the same, one by one. */
function possible(told: Told): Record<string, Known> {
  const found: Record<string, Known> = {}
  const pairsOf = (cell: keyof Values) => {
    const { one, two, change } = saidOf(told, cell)
    return [one.least, one.most].flatMap((x) =>
      [two.least, two.most].filter((y) => within(y - x, change)).map((y): [number, number] => [x, y]),
    )
  }
  const options = cells.map(pairsOf)
  const [as = [], bs = [], cs = [], ds = [], es = [], fs = [], gs = []] = options
  const note = (cell: string, [x, y]: [number, number]) => {
    const widen = (range: { least: number; most: number } | undefined, n: number) => ({
      least: Math.min(range?.least ?? n, n),
      most: Math.max(range?.most ?? n, n),
    })
    const old = found[cell]
    found[cell] = { one: widen(old?.one, x), two: widen(old?.two, y), change: widen(old?.change, y - x) }
  }
  for (const a of as)
    for (const b of bs)
      for (const c of cs)
        for (const d of ds)
          for (const e of es)
            for (const f of fs)
              for (const g of gs) {
                const valuesAt = (i: 0 | 1) => ({ a: a[i], b: b[i], c: c[i], d: d[i], e: e[i], f: f[i], g: g[i] })
                const one = valuesAt(0)
                const two = valuesAt(1)
                const came = two.f + two.g - one.f - one.g
                if (!sumsUp(one) || !sumsUp(two) || came !== told.came) continue
                for (const [cell, pair] of Object.entries({ a, b, c, d, e, f, g })) note(cell, pair)
              }
  return found
}

test('what follows from two publications is what all possible lives have in common, no more and no less', () => {
  fc.assert(
    fc.property(lives, lives, (first, more) => {
      const before = complete(first)
      const grown = complete(more)
      const after = complete(Object.fromEntries(cells.map((cell) => [cell, before[cell] + grown[cell]])))
      for (const cell of cells) fc.pre(after[cell] >= before[cell])
      const told = { before, after, came: after.f + after.g - before.f - before.g }
      const all = possible(told)
      for (const [cell, known] of deducible(treeOf(told))) expect({ cell, known }).toEqual({ cell, known: all[cell] })
    }),
    { numRuns: 60 },
  )
})

test('numbers that fit no life are called impossible', () => {
  const told = { before: complete({ a: 4 }), after: complete({ a: 4 }), came: 50 }
  expect([...deducible(treeOf(told)).values()].every(isImpossible)).toBe(true)
})
