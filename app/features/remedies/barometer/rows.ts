import { smallCell, type Shown } from './publication.ts'
import { answerableLetters, cellOf, daysClasses, outcomes, placeCodes, type Outcome } from './report.ts'

/** At least so many; or fewer than ten, none included. */
export type ToldNumber = number | typeof smallCell
type Row<Key extends string> = Record<Key, ToldNumber>

export interface Tables {
  answer: Record<string, Row<Outcome>>
  days: Record<Outcome, Record<string, ToldNumber>>
  department: Record<string, ToldNumber>
}

const rowOf = <Key extends string>(keys: readonly Key[], told: (key: Key) => ToldNumber): Record<string, ToldNumber> =>
  Object.fromEntries(keys.map((key) => [key, told(key)]))

const byOutcome = <V>(make: (outcome: Outcome) => V): Record<Outcome, V> => ({
  answered: make('answered'),
  partly: make('partly'),
  refused: make('refused'),
  silent: make('silent'),
})

/** All numbers that anyone may know, small ones too: none comes up when the first person reports. */
export function tablesOf(shown: Shown): Tables {
  const told = (cell: string): ToldNumber => shown[cell] ?? smallCell
  return {
    answer: Object.fromEntries(
      answerableLetters.map((letter) => [letter, byOutcome((outcome) => told(cellOf.answer(letter, outcome)))]),
    ),
    days: byOutcome((outcome) => rowOf(daysClasses, (days) => told(cellOf.days(outcome, days)))),
    department: rowOf(placeCodes.toSorted(), (code) => told(cellOf.department(code))),
  }
}

/** The same as lines of a file. */
export function fileRows(shown: Shown): (readonly (string | number)[])[] {
  const { answer, days, department } = tablesOf(shown)
  return [
    ['table', 'letter', 'outcome', 'days', 'department', 'reports'],
    ...Object.entries(answer).flatMap(([letter, row]) => outcomes.map((o) => ['answer', letter, o, '', '', row[o]])),
    ...outcomes.flatMap((o) => Object.entries(days[o]).map(([passed, n]) => ['days', '', o, passed, '', n])),
    ...Object.entries(department).map(([code, n]) => ['department', '', '', '', code, n]),
  ]
}

/** What can be drawn of a number. */
export const numberOf = (told: ToldNumber): number => (told === smallCell ? 0 : told)
const sumOf = (row: Record<string, ToldNumber>) => Object.values(row).reduce<number>((sum, n) => sum + numberOf(n), 0)

export interface Totals {
  /** At least so many reported this, by what is shown. */
  outcomes: Record<Outcome, number>
  all: number
}

/** Sums of what is shown, never of true numbers: of the tables that cut the same people, the one that loses least by rounding. */
export function totalsOf({ answer, days, department }: Tables): Totals {
  const told = byOutcome((outcome) =>
    Math.max(
      sumOf(days[outcome]),
      Object.values(answer).reduce((sum, row) => sum + numberOf(row[outcome]), 0),
    ),
  )
  return { outcomes: told, all: Math.max(sumOf(told), sumOf(department)) }
}

/** A letter with bars to draw: its shown numbers and what they add up to. */
export interface LetterBar {
  letter: string
  parts: Row<Outcome>
  sum: number
}

/** Letters that have something to show, those with most first. */
export const letterBars = ({ answer }: Tables): LetterBar[] =>
  Object.entries(answer)
    .map(([letter, parts]) => ({ letter, parts, sum: sumOf(parts) }))
    .filter(({ sum }) => sum > 0)
    .toSorted((a, b) => b.sum - a.sum || (a.letter < b.letter ? -1 : 1))
