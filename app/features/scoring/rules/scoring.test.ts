import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTrueOf, labelOf, labels, orders } from './labels.ts'
import { insights, population, populationSize, secondGroupSize, type Person } from './population.ts'
import { follow } from './procedure.ts'
import { firstSettings, flips, read, type Settings } from './reading.ts'
import { countStates, foundByLot, isFlagged, ratesOf, scoreOf, sortByScore } from './score.ts'
import { changed, smallestChange } from './smallest-change.ts'

const criteria = ['work', 'tools', 'contact', 'checks', 'applications', 'hours'].map((key, place) => ({
  key,
  tied: place % 3 === 1,
}))

const drawings = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  baseRate: fc.integer({ min: 0, max: populationSize }),
  insight: fc.constantFrom(...insights),
})
const weights = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })
const thresholds = fc.integer({ min: 0, max: 20 })
const percents = fc.integer({ min: 0, max: 100 })
const peopleOf = (drawing: { seed: number; baseRate: number; insight: number }) => population({ ...drawing, criteria })
const leastOf = (numbers: readonly number[]) => numbers.reduce((least, one) => (one < least ? one : least), 100)
const flaggedOf = (people: readonly Person[], rule: { weights: readonly number[]; threshold: number }) =>
  new Set(
    people.filter(({ facts }) => isFlagged(scoreOf(facts, rule.weights), rule.threshold)).map((one) => one.number),
  )

test('the same seed draws the same hundred people, of whom exactly the base rate is found', () => {
  fc.assert(
    fc.property(drawings, (drawing) => {
      const people = peopleOf(drawing)
      expect(people).toEqual(peopleOf(drawing))
      expect(people.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, place) => place + 1))
      expect(people.filter(({ isFound }) => isFound)).toHaveLength(drawing.baseRate)
      expect(people.filter(({ group }) => group === 'second')).toHaveLength(secondGroupSize)
    }),
    { numRuns: 60 },
  )
  expect(peopleOf({ seed: 1, baseRate: 5, insight: 0 })).not.toEqual(peopleOf({ seed: 2, baseRate: 5, insight: 0 }))
})

test('a higher base rate or more insight takes nobody and no fact away', () => {
  fc.assert(
    fc.property(drawings, percents, (drawing, more) => {
      const baseRate = leastOf([populationSize, drawing.baseRate + more])
      const fewer = peopleOf(drawing)
      for (const [place, person] of peopleOf({ ...drawing, baseRate, insight: 0.7 }).entries()) {
        expect(person.isFound || !fewer[place]?.isFound).toBe(true)
        expect(person.facts.every((fact, at) => fact || !fewer[place]?.facts[at])).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('the order of the criteria changes nobody', () => {
  const backwards = criteria.toReversed()
  const drawing = { seed: 7, baseRate: 10, insight: 0.3 }
  const people = peopleOf(drawing)
  expect(population({ ...drawing, criteria: backwards }).map(({ facts }) => facts.toReversed())).toEqual(
    people.map(({ facts }) => facts),
  )
})

test('raising the threshold never flags anybody more', () => {
  fc.assert(
    fc.property(drawings, weights, thresholds, thresholds, (drawing, given, one, other) => {
      const people = peopleOf(drawing)
      const [low, high] = one < other ? [one, other] : [other, one]
      const flagged = flaggedOf(people, { weights: given, threshold: low })
      for (const number of flaggedOf(people, { weights: given, threshold: high }))
        expect(flagged.has(number)).toBe(true)
    }),
  )
})

test('weights of zero flag nobody, whatever the threshold', () => {
  fc.assert(
    fc.property(drawings, fc.integer({ min: -5, max: 20 }), (drawing, threshold) => {
      expect(flaggedOf(peopleOf(drawing), { weights: criteria.map(() => 0), threshold }).size).toBe(0)
    }),
  )
})

test('the four states are the population, and every rate is what its formula says', () => {
  fc.assert(
    fc.property(drawings, weights, thresholds, (drawing, given, threshold) => {
      const matrix = countStates(sortByScore(peopleOf(drawing), { weights: given, threshold }))
      const { hit, falseAlarm, missed, leftAlone } = matrix
      expect(hit + falseAlarm + missed + leftAlone).toBe(populationSize)
      expect(hit + missed).toBe(drawing.baseRate)
      const rates = ratesOf(matrix)
      expect(rates.precision === null).toBe(hit + falseAlarm === 0)
      const sum = (rates.precision ?? 0) + (rates.wrongAmongFlagged ?? 1)
      expect(sum).toBeCloseTo(1)
      // Bayes' rule leads to the same precision.
      const base = rates.baseRate ?? 0
      const found = (rates.recall ?? 0) * base
      const all = found + (rates.falsePositiveRate ?? 0) * (1 - base)
      expect(all === 0 ? 0 : found / all).toBeCloseTo(rates.precision ?? 0)
      for (const rate of Object.values(rates)) expect(rate === null || (rate >= 0 && rate <= 1)).toBe(true)
      expect(foundByLot(matrix)).toBeCloseTo(((hit + falseAlarm) * drawing.baseRate) / 100)
    }),
  )
})

test('shuffled people are sorted alike', () => {
  fc.assert(
    fc.property(drawings, weights, thresholds, (drawing, given, threshold) => {
      const people = peopleOf(drawing)
      const rule = { weights: given, threshold }
      const shuffled = people.toSorted((one, other) => ((one.number * 37) % 101) - ((other.number * 37) % 101))
      expect(sortByScore(shuffled, rule)).toEqual(sortByScore(people, rule))
    }),
    { numRuns: 40 },
  )
})

/** Every set of places, the smallest first: slow and beyond doubt. */
const allChanges = Array.from({ length: 64 }, (_, bits) => [0, 1, 2, 3, 4, 5].filter((place) => bits & (1 << place)))

test('the smallest change really flips the result, no smaller one does, and there is one whenever any does', () => {
  const facts = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(facts, weights, thresholds, (given, points, threshold) => {
      const isOut = (places: readonly number[]) =>
        isFlagged(scoreOf(changed(given, places), points), threshold) !== isFlagged(scoreOf(given, points), threshold)
      const flipping = allChanges.filter(isOut)
      const smallest = smallestChange(given, { weights: points, threshold })
      expect(smallest === null).toBe(flipping.length === 0)
      if (!smallest) return
      expect(isOut(smallest.places)).toBe(true)
      expect(smallest.score).toBe(scoreOf(changed(given, smallest.places), points))
      expect(smallest.places).toHaveLength(leastOf(flipping.map(({ length }) => length)))
    }),
  )
})

test('where no proportion is lower, nobody remains who does not by the other path, and everybody is somewhere', () => {
  fc.assert(
    fc.property(
      drawings,
      fc.tuple(percents, percents, percents),
      percents,
      (drawing, [review, contest, success], more) => {
        const people = sortByScore(peopleOf(drawing), { weights: criteria.map(() => 1), threshold: 2 })
        const flagged = people.filter(({ state }) => state === 'hit' || state === 'falseAlarm')
        const poor = follow(flagged, { review, contest, success }, drawing.seed)
        const plus = (percent: number) => leastOf([100, percent + more])
        const good = follow(
          flagged,
          { review: plus(review), contest: plus(contest), success: plus(success) },
          drawing.seed,
        )
        const wrong = flagged.filter(({ state }) => state === 'falseAlarm').map(({ number }) => number)
        expect(good.remaining.filter((number) => !poor.remaining.includes(number))).toEqual([])
        expect([...poor.reviewed, ...poor.restored, ...poor.remaining].toSorted((a, b) => a - b)).toEqual(
          wrong.toSorted((a, b) => a - b),
        )
        expect(follow(flagged, { review: 100, contest: 0, success: 0 }, drawing.seed).remaining).toEqual([])
        expect(follow(flagged, { review: 0, contest: 0, success: 100 }, drawing.seed).remaining).toHaveLength(
          wrong.length,
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('criteria that know nothing find no more than lots do, over many draws; those that know a lot do', () => {
  const mean = (insight: number) => {
    let [found, byLot] = [0, 0]
    for (let seed = 1; seed <= 150; seed += 1) {
      const { matrix, byLot: lot } = read(criteria, { ...firstSettings(criteria, 10), seed, insight })
      found += matrix.hit
      byLot += lot
    }
    return found / byLot
  }
  expect(mean(0)).toBeGreaterThan(0.9)
  expect(mean(0)).toBeLessThan(1.1)
  expect(mean(2)).toBeGreaterThan(1.8)
})

test('the page begins with a person who is flagged wrongly and a change that sets them free', () => {
  const settings: Settings = firstSettings(criteria, 5)
  const { person, smallest } = read(criteria, settings)
  expect(person.state).toBe('falseAlarm')
  expect(smallest && flips(person, smallest, settings)).toBe(true)
})

test('answers get one label by each order: one of a true sentence, or the first label when none is', () => {
  const answers = fc.record({
    spirits: fc.integer({ min: 1, max: 4 }),
    applications: fc.integer({ min: 0, max: 10 }),
    contacts: fc.integer({ min: 0, max: 10 }),
    trades: fc.integer({ min: 1, max: 5 }),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(answers, (given) => {
      for (const order of orders) {
        const label = labelOf(given, order)
        seen.add(label)
        const isNone = order.every((sentence) => !isTrueOf(sentence, given))
        expect(label === 'drive' ? isNone : isTrueOf(label, given)).toBe(true)
        expect([...order].toSorted()).toEqual([...orders[0]].toSorted())
      }
    }),
  )
  expect([...seen].toSorted()).toEqual([...labels].toSorted())
})
