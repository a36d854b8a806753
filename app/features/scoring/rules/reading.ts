import { readRule, type GroupReading } from './groups.ts'
import { insights, population, type Criterion, type Person } from './population.ts'
import { follow, type Course, type Procedure } from './procedure.ts'
import {
  checksByLot,
  countStates,
  foundByLot,
  isFlagged,
  ratesOf,
  scoreOf,
  sortByScore,
  type Matrix,
  type Rates,
  type Sorted,
} from './score.ts'
import { changed, smallestChange, type Change } from './smallest-change.ts'

/** Everything that can be chosen about the score. */
export interface Settings {
  seed: number
  baseRate: number
  /** Place in `insights`. */
  insight: number
  weights: readonly number[]
  threshold: number
  /** The number of the person who is looked at. */
  person: number
  /** The facts of that person as the visitor has them now; `null`: as they were drawn. */
  tried: readonly boolean[] | null
  /** Places of two criteria, compared as rules on their own. */
  rules: readonly [number, number]
  opaque: Procedure
  fair: Procedure
}

export interface Reading {
  threshold: number
  /** All points there are. */
  most: number
  people: Sorted[]
  matrix: Matrix
  rates: Rates
  flagged: number
  byLot: number
  checksByLot: number
  person: Sorted
  smallest: Change | null
  /** The person with the facts that the visitor tries. */
  tried: { score: number; flagged: boolean }
  rules: readonly [RuleReading, RuleReading]
  opaque: Course
  fair: Course
}

export interface RuleReading extends Record<Person['group'], GroupReading> {
  place: number
}

/**
 * Where the page begins: every weight 1, because one has to begin somewhere. It is no model of anything. The person who is looked
 * at is the first wrongly flagged one.
 */
export function firstSettings(criteria: readonly Criterion[], baseRate: number): Settings {
  const tied = criteria.findIndex((criterion) => criterion.tied)
  const free = criteria.findIndex((criterion) => !criterion.tied)
  const settings: Settings = {
    seed: 1,
    baseRate,
    insight: 1,
    weights: criteria.map(() => 1),
    threshold: 3,
    person: 1,
    tried: null,
    rules: tied < 0 || free < 0 ? [0, criteria.length - 1] : [free, tied],
    opaque: { review: 1, contest: 5, success: 80 },
    fair: { review: 60, contest: 50, success: 80 },
  }
  return { ...settings, person: firstWrong(criteria, settings) }
}

const peopleOf = (criteria: readonly Criterion[], { seed, baseRate, insight }: Settings): Person[] =>
  population({ seed, criteria, baseRate, insight: insights[insight] ?? 0 })

/** The wrongly flagged person nearest to the threshold, else whoever has most points. */
export function firstWrong(criteria: readonly Criterion[], settings: Settings): number {
  const people = sortByScore(peopleOf(criteria, settings), settings)
  return (people.findLast(({ state }) => state === 'falseAlarm') ?? people[0])?.number ?? 1
}

/** Everything that the page says and draws, computed from what is chosen and from nothing else. */
export function read(criteria: readonly Criterion[], settings: Settings): Reading {
  const drawn = peopleOf(criteria, settings)
  const people = sortByScore(drawn, settings)
  const matrix = countStates(people)
  const person = people.find(({ number }) => number === settings.person) ?? people[0]
  if (!person) throw new Error('nobody was drawn')
  const triedScore = scoreOf(settings.tried ?? person.facts, settings.weights)
  const [one, other] = settings.rules
  const flaggedPeople = people.filter(({ state }) => state === 'hit' || state === 'falseAlarm')
  return {
    threshold: settings.threshold,
    most: scoreOf(
      criteria.map(() => true),
      settings.weights,
    ),
    people,
    matrix,
    rates: ratesOf(matrix),
    flagged: matrix.hit + matrix.falseAlarm,
    byLot: foundByLot(matrix),
    checksByLot: checksByLot(matrix),
    person,
    smallest: smallestChange(person.facts, settings),
    tried: { score: triedScore, flagged: isFlagged(triedScore, settings.threshold) },
    rules: [
      { place: one, ...readRule(drawn, one) },
      { place: other, ...readRule(drawn, other) },
    ],
    opaque: follow(flaggedPeople, settings.opaque, settings.seed),
    fair: follow(flaggedPeople, settings.fair, settings.seed),
  }
}

/** Whether a change does what is said of it: for whoever does not believe it. */
export const flips = (person: Sorted, { places }: Change, settings: Settings): boolean =>
  isFlagged(person.score, settings.threshold) !==
  isFlagged(scoreOf(changed(person.facts, places), settings.weights), settings.threshold)
