import { chance, numberOf } from './chance.ts'

/** How many people are invented: one of them is one in a hundred, so that a figure is a per cent. */
export const populationSize = 100
/** How many of them are of the second group. */
export const secondGroupSize = 40

/** What is asked of a person: yes or no. `tied`: we draw it more often in the second group. */
export interface Criterion {
  key: string
  tied: boolean
}

export interface Person {
  /** 1 to 100: nobody has a name. */
  number: number
  group: 'first' | 'second'
  /** What the score tries to guess: whether a check of this person would find something. */
  isFound: boolean
  /** Which criteria are true of the person, in the order of the criteria. */
  facts: readonly boolean[]
}

/** How much the criteria know of what is looked for: nothing, a little, a lot. Nobody outside knows which it is of a real system. */
export const insights = [0, 0.3, 0.7] as const

export interface Drawing {
  /** Another seed, another hundred people. */
  seed: number
  criteria: readonly Criterion[]
  /** The base rate: of how many of the hundred a check would find something. */
  baseRate: number
  /** From 0, where the criteria are as frequent among those of whom something would be found as among the others, to 1. */
  insight: number
}

const lots = { isFound: numberOf('found'), group: numberOf('group') } as const

/** The people whose lots are the lowest: always exactly so many. */
function drawn(seed: number, lot: number, size: number): ReadonlySet<number> {
  const numbers = Array.from({ length: populationSize }, (_, place) => place + 1)
  const byLot = numbers.sort((one, other) => chance(seed, lot, one) - chance(seed, lot, other) || one - other)
  return new Set(byLot.slice(0, size))
}

/** How often a criterion is true of somebody of that group of whom nothing would be found: 15 to 40 of 100, and more where it is tied. */
function shareOf({ key, tied }: Criterion, group: Person['group']): number {
  const share = 0.15 + 0.25 * chance(numberOf(key))
  if (!tied) return share
  return group === 'second' ? share + 0.35 : share - 0.1
}

/**
 * A hundred people who do not exist, always the same for the same arguments. What would be found is drawn first, of exactly
 * `baseRate` people; then each fact by a lot of its own, with the probability p + insight × (1 − p) for those people and p for
 * all others. All of these proportions are ours.
 */
export function population({ seed, criteria, baseRate, insight }: Drawing): Person[] {
  const found = drawn(seed, lots.isFound, baseRate)
  const second = drawn(seed, lots.group, secondGroupSize)
  return Array.from({ length: populationSize }, (_, place) => {
    const number = place + 1
    const isFound = found.has(number)
    const group = second.has(number) ? 'second' : 'first'
    const facts = criteria.map((criterion) => {
      const share = shareOf(criterion, group)
      return chance(seed, numberOf(criterion.key), number) < (isFound ? share + insight * (1 - share) : share)
    })
    return { number, group, isFound, facts }
  })
}
