import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPublication, show, step, tooMuch, type Counted, type Publication } from './publication.ts'
import { cellOf, type DaysClass, type Outcome } from './report.ts'

const cells = { letters: ['L01', 'L02', 'L10'], places: ['31', '75', 'unsaid'] }

interface Reported {
  letter: string
  outcome: Outcome
  days: DaysClass
  place: string
}

const one: Reported = { letter: 'L01', outcome: 'silent', days: 'upTo60', place: '31' }
const times = (n: number, report: Partial<Reported> = {}): Reported[] =>
  Array.from({ length: n }, () => ({ ...one, ...report }))

function count(reports: readonly Reported[]): Counted {
  const counted: Record<string, number> = {}
  const add = (cell: string) => (counted[cell] = (counted[cell] ?? 0) + 1)
  for (const { letter, outcome, days, place } of reports) {
    add(cellOf.answer(letter, outcome))
    add(cellOf.days(outcome, days))
    add(cellOf.department(place))
  }
  return counted
}

const publish = (reports: readonly Reported[], before: Publication | null = null) =>
  nextPublication(count(reports), before, { cells })

test('nine reports say nothing, and ten of a kind say ten', () => {
  expect(publish(times(9))).toBeNull()
  expect(publish(times(10))?.shown).toEqual({
    'answer/L01/silent': 10,
    'days/silent/upTo60': 10,
    'department/31': 10,
  })
})

test('a number is at least so many, and what is below ten is not there', () => {
  const shown = publish([...times(38), ...times(9, { letter: 'L10', outcome: 'refused', place: '75' })])?.shown
  expect(shown).toEqual({ 'answer/L01/silent': 30, 'days/silent/upTo60': 30, 'department/31': 30 })
})

test('it stays while fewer than ten came, even when one of them makes a ten', () => {
  const before = publish(times(19))
  expect(before?.shown['answer/L01/silent']).toBe(10)
  expect(publish(times(28), before)).toBeNull()
  expect(publish(times(29), before)?.shown['answer/L01/silent']).toBe(20)
})

test('it waits when two numbers moved and so few came that neither can be a crowd', () => {
  const nearly = [...times(19), ...times(19, { letter: 'L02', place: '75', days: 'upTo90' })]
  const before = publish(nearly)
  const withFive = [...times(5), ...times(5, { letter: 'L02', place: '75', days: 'upTo90' })]
  expect(publish([...nearly, ...withFive], before)).toBeNull()
  // One more, and each may be the ten.
  expect(publish([...nearly, ...withFive, ...times(1)], before)).not.toBeNull()
  // What rounding alone would have said.
  const shown = show(count([...nearly, ...withFive]))
  const seen = { before: before?.shown ?? null, after: shown, came: 10, to: step }
  expect(tooMuch(seen, cells)).toContain('answer/L01/silent')
})

test('when the team sets a week aside, what is left is published once ten went', () => {
  const before = publish(times(45))
  expect(publish(times(36), before)).toBeNull()
  expect(publish(times(12), before)?.shown['answer/L01/silent']).toBe(10)
})

describe('two publications that follow each other', () => {
  const report = fc.record({
    letter: fc.constantFrom('L01', 'L01', 'L02', 'L10'),
    outcome: fc.constantFrom<Outcome[]>('silent', 'silent', 'refused', 'answered', 'partly'),
    days: fc.constantFrom<DaysClass[]>('upTo60', 'upTo60', 'upTo90'),
    place: fc.constantFrom('31', '75', 'unsaid'),
  })
  const waves = fc.array(
    fc.oneof(
      fc.record({ crowd: report, n: fc.nat(25) }),
      report.map((crowd) => ({ crowd, n: 1 })),
    ),
    { minLength: 5, maxLength: 80 },
  )

  /** Every pair of neighbours in a life that is looked at after each wave. */
  function neighbours(life: readonly { crowd: Reported; n: number }[]): [Publication, Publication][] {
    const reports: Reported[] = []
    const pairs: [Publication, Publication][] = []
    let last: Publication | null = null
    for (const { crowd, n } of life) {
      reports.push(...times(n, crowd))
      const next = publish(reports, last)
      if (next && last) pairs.push([last, next])
      last = next ?? last
    }
    return pairs
  }

  const totalOf = ({ counted }: Publication) =>
    cells.places.reduce((sum, place) => sum + (counted[cellOf.department(place)] ?? 0), 0)

  test('never say of any number that one to nine people changed it, not even to whoever knows how many came', () => {
    fc.assert(
      fc.property(waves, (life) => {
        for (const [before, after] of neighbours(life)) {
          const came = totalOf(after) - totalOf(before)
          expect(came).toBeGreaterThanOrEqual(step)
          expect(tooMuch({ before: before.shown, after: after.shown, came, to: step }, cells)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })
})
