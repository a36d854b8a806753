import { moves, type InvalidationState, type LedgerRow } from './schema.ts'

export const canMove = (from: InvalidationState, to: InvalidationState): boolean =>
  moves[from].some((state) => state === to)

/** The work goes on by itself in these states, unless it is paused. */
export const isUnderWay = (state: InvalidationState): boolean =>
  state === 'counting' || state === 'running' || state === 'undoing'

interface Starting {
  /** Signatures that the rule finds. Not only those that count: who waits may confirm before it runs. */
  found: number
  createdById: string
  starterId: string
  twoPeopleAbove: number
}

/** Who starts a rule that finds more than a number of signatures is not who wrote it. */
export const needsAnother = ({ found, createdById, starterId, twoPeopleAbove }: Starting): boolean =>
  found > twoPeopleAbove && createdById === starterId

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/gu, ' ')
    .trim()

/**
 * A test for names: `*` stands for anything, accents, capitals and hyphens do not count. Not by a regular expression, because the
 * pattern is typed: its time is at most the product of both lengths.
 */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const wanted = folded(pattern)
  return (name) => matches(folded(name), wanted)
}

function matches(text: string, pattern: string): boolean {
  let at = 0
  let next = 0
  let star = -1
  let resume = 0
  while (at < text.length) {
    if (next < pattern.length && pattern[next] === '*') {
      star = next
      resume = at
      next += 1
    } else if (next < pattern.length && pattern[next] === text[at]) {
      at += 1
      next += 1
    } else if (star >= 0) {
      next = star + 1
      resume += 1
      at = resume
    } else return false
  }
  while (pattern[next] === '*') next += 1
  return next === pattern.length
}

export interface LedgerSums {
  counted: number
  held: number
  invalidated: number
}

/** What the lines add up to: they must be what the database holds. */
export const sumOf = (rows: readonly LedgerRow[]): LedgerSums => ({
  counted: rows.reduce((sum, row) => sum + row.counted, 0),
  held: rows.reduce((sum, row) => sum + row.held, 0),
  invalidated: rows.reduce((sum, row) => sum + row.invalidated, 0),
})

/** A code for a key that has no name: enough to tell two apart on a page. */
export const shortKey = (key: string): string => key.slice(0, 8)

/** Domains are named to the team only when several people use them: the domain of one person is that person. */
export const fewestToName = 10
