import { deducible, isImpossible, type Known, type Part, type Range, type Whole } from './deducible.ts'
import { cellOf, daysClasses, outcomes } from './report.ts'

/** Fewer are never told apart, and numbers move in such steps. */
export const step = 10
/** So many came or went before numbers are shown anew. */
export const crowd = 20
/** So many values of a number below ten must remain possible. */
export const fewestGuesses = 5

/** True numbers by cell; a cell that is not there is zero. */
export type Counted = Readonly<Record<string, number>>
/** Tens, rounded down, of the cells that have some. Every other cell is "fewer than ten", also where there is nobody. */
export type Shown = Readonly<Record<string, number>>

export interface Publication {
  shown: Shown
  /** The true numbers behind it, for the next one only. */
  counted: Counted
}

/** The words for a cell below ten, in files. */
export const smallCell = '<10'

const roundedDown = (n: number, to: number) => Math.floor(n / to) * to

/** Every number stands alone: rounded down by itself, and no sum is ever taken of true numbers. */
export const show = (counted: Counted, to = step): Shown =>
  Object.fromEntries(
    Object.entries(counted)
      .map(([cell, n]) => [cell, roundedDown(n, to)] as const)
      .filter(([, n]) => n > 0),
  )

/** Which cells there are. */
export interface Cells {
  letters: readonly string[]
  places: readonly string[]
}

/** More than anything ever counted, and small enough to be added up exactly. */
const beyond = 1e9
const anything: Range = { least: 0, most: beyond }
const nobody: Range = { least: 0, most: 0 }
const anyChange: Range = { least: -beyond, most: beyond }

interface Seen {
  before: Shown | null
  after: Shown
  /** How many reported in all, by the one and by the other: the attacker is taken to know it. `null`: some were taken away as well. */
  total: { one: number; two: number } | null
  to: number
}

/** What the two numbers of a cell say by themselves. Numbers only grow, unless the team set something aside. */
function said(cell: string, { before, after, total, to }: Seen): Known {
  const meaning = (shown: Shown): Range => ({ least: shown[cell] ?? 0, most: (shown[cell] ?? 0) + to - 1 })
  return {
    // Before the first publication there was nobody, and anyone knows it.
    one: before ? meaning(before) : nobody,
    two: meaning(after),
    change: total ? { least: 0, most: total.two - total.one } : anyChange,
  }
}

const exactly = (n: number): Range => ({ least: n, most: n })

/** Everyone together: what the parts add up to. */
const everyone = ({ total }: Seen): Known =>
  total
    ? { one: exactly(total.one), two: exactly(total.two), change: exactly(total.two - total.one) }
    : { one: anything, two: anything, change: anyChange }

/** Everyone, by what came back and by place; whom the same came back to, by letter and by days. */
function wholeOf(seen: Seen, { letters, places }: Cells): Whole {
  const part = (cell: string): Part => ({ cell, known: said(cell, seen) })
  const unknown: Known = { one: anything, two: anything, change: anyChange }
  return {
    known: everyone(seen),
    cuts: [
      places.map((code) => part(cellOf.department(code))),
      outcomes.map((outcome) => ({
        known: unknown,
        cuts: [
          letters.map((letter) => part(cellOf.answer(letter, outcome))),
          daysClasses.map((days) => part(cellOf.days(outcome, days))),
        ],
      })),
    ],
  }
}

/** Certainly somebody came or went, and certainly fewer than ten: one person may be all of them. */
const isOfFew = ({ change }: Known, to: number): boolean =>
  (change.least >= 1 && change.most < to) || (change.most <= -1 && change.least > -to)

const isNarrow = ({ two }: Known, { to, guesses }: { to: number; guesses: number }): boolean =>
  two.most < to && two.most - two.least + 1 < guesses

/** The cells of which two publications would say too much to somebody who does every sum. */
export function tooMuch(seen: Seen, cells: Cells, guesses = fewestGuesses): string[] {
  const { to } = seen
  return [...deducible(wholeOf(seen, cells))]
    .filter(([, known]) => !isImpossible(known) && (isOfFew(known, to) || isNarrow(known, { to, guesses })))
    .map(([cell]) => cell)
}

const totalOf = (counted: Counted, places: readonly string[]): number =>
  places.reduce((sum, place) => sum + (counted[cellOf.department(place)] ?? 0), 0)

/** How many reports came and went; in the places everyone stands once. */
function movedBetween(before: Counted, after: Counted, places: readonly string[]): { came: number; went: number } {
  const changes = places.map((code) => (after[cellOf.department(code)] ?? 0) - (before[cellOf.department(code)] ?? 0))
  const total = (sign: number) => changes.reduce((sum, n) => sum + Math.max(0, n * sign), 0)
  return { came: total(1), went: total(-1) }
}

/**
 * The next publication, or `null` while the last one stays: fewer than twenty reports came or went since, or the two together would say
 * of some number that it changed by one to nine, or leave fewer than five values for one below ten.
 */
export function nextPublication(
  counted: Counted,
  before: Publication | null,
  { cells, to = step }: { cells: Cells; to?: number },
): Publication | null {
  const { places } = cells
  const known = before?.counted ?? {}
  const { came, went } = movedBetween(known, counted, places)
  if (came + went < (crowd * to) / step) return null
  const shown = show(counted, to)
  const total = went > 0 ? null : { one: totalOf(known, places), two: totalOf(counted, places) }
  const guesses = Math.ceil((fewestGuesses * to) / step)
  const seen = { before: before?.shown ?? null, after: shown, total, to }
  return tooMuch(seen, cells, guesses).length > 0 ? null : { shown, counted }
}
