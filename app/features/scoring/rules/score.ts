import type { Person } from './population.ts'

/** Points for each criterion, in the order of the criteria, and from how many points somebody is flagged. */
export interface Rule {
  weights: readonly number[]
  threshold: number
}

/** Weighted sum: Σ weight × fact, in points. */
export const scoreOf = (facts: readonly boolean[], weights: readonly number[]): number =>
  facts.reduce((sum, fact, place) => sum + (fact ? (weights[place] ?? 0) : 0), 0)

/** Somebody without a point is never flagged, however low the threshold. */
export const isFlagged = (score: number, threshold: number): boolean => score > 0 && score >= threshold

export const states = ['hit', 'falseAlarm', 'missed', 'leftAlone'] as const
/** Flagged rightly, flagged wrongly, not flagged although something would be found, rightly left alone. */
export type State = (typeof states)[number]

export function stateOf(isFound: boolean, flagged: boolean): State {
  if (flagged) return isFound ? 'hit' : 'falseAlarm'
  return isFound ? 'missed' : 'leftAlone'
}

export interface Sorted extends Person {
  score: number
  state: State
}

/** The people as the score lines them up: the most points first, and those who have as many by their numbers. */
export function sortByScore(people: readonly Person[], { weights, threshold }: Rule): Sorted[] {
  const scored = people.map((person) => {
    const score = scoreOf(person.facts, weights)
    return { ...person, score, state: stateOf(person.isFound, isFlagged(score, threshold)) }
  })
  return scored.sort((one, other) => other.score - one.score || one.number - other.number)
}

/** How many people are in each state: the confusion matrix. Together they are the population. */
export type Matrix = Record<State, number>

export function countStates(people: readonly { state: State }[]): Matrix {
  const matrix: Matrix = { hit: 0, falseAlarm: 0, missed: 0, leftAlone: 0 }
  for (const { state } of people) matrix[state] += 1
  return matrix
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

export interface Rates {
  /** (hit + missed) ÷ everybody. */
  baseRate: number | null
  /** Precision, or positive predictive value: hit ÷ flagged. */
  precision: number | null
  /** Of those flagged, the part of those of whom nothing would be found: 1 − precision (false discovery rate). */
  wrongAmongFlagged: number | null
  /** Of those of whom nothing would be found, the part that is flagged all the same: false alarm ÷ (false alarm + left alone). */
  falsePositiveRate: number | null
  /** Recall: hit ÷ (hit + missed). */
  recall: number | null
}

/**
 * The usual rates of a sorting, each from 0 to 1, `null` where it would divide by nobody (names and formulas: T. Fawcett, "An
 * introduction to ROC analysis", Pattern Recognition Letters 27, 2006). Taking the false-positive rate for the part of wrongly
 * flagged is the base-rate fallacy (M. Bar-Hillel, "The base-rate fallacy in probability judgments", Acta Psychologica 44, 1980):
 * by Bayes' rule, precision = recall × base ÷ (recall × base + falsePositiveRate × (1 − base)).
 */
export function ratesOf({ hit, falseAlarm, missed, leftAlone }: Matrix): Rates {
  const flagged = hit + falseAlarm
  return {
    baseRate: share(hit + missed, flagged + missed + leftAlone),
    precision: share(hit, flagged),
    wrongAmongFlagged: share(falseAlarm, flagged),
    falsePositiveRate: share(falseAlarm, falseAlarm + leftAlone),
    recall: share(hit, hit + missed),
  }
}

/** What as many checks would find, on average, if people were drawn by lot (mean of the hypergeometric law). */
export const foundByLot = ({ hit, falseAlarm, missed, leftAlone }: Matrix): number => {
  const everybody = hit + falseAlarm + missed + leftAlone
  return everybody === 0 ? 0 : ((hit + falseAlarm) * (hit + missed)) / everybody
}

/** How many people must be drawn by lot, one after another, until as many are found, on average (negative hypergeometric law). */
export const checksByLot = ({ hit, falseAlarm, missed, leftAlone }: Matrix): number =>
  (hit * (hit + falseAlarm + missed + leftAlone + 1)) / (hit + missed + 1)
