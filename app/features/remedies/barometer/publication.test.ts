import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  crowd,
  fewestGuesses,
  nextPublication,
  show,
  step,
  tooMuch,
  type Counted,
  type Publication,
} from './publication.ts'
import { cellOf, daysClasses, outcomes, type DaysClass, type Outcome } from './report.ts'

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

test('nineteen reports say nothing, and two dozen of a kind say twenty', () => {
  expect(publish(times(19))).toBeNull()
  expect(publish(times(24))?.shown).toEqual({
    'answer/L01/silent': 20,
    'days/silent/upTo60': 20,
    'department/31': 20,
  })
})

test('the first numbers wait while who knows how many reported would know that nobody said anything else', () => {
  expect(publish(times(20))).toBeNull()
  expect(publish(times(23))).toBeNull()
  const seen = { before: null, after: show(count(times(23))), total: { one: 0, two: 23 }, to: step }
  expect(tooMuch(seen, cells)).toContain('department/75')
})

test('a number is at least so many, and what is below ten is not there', () => {
  const shown = publish([...times(38), ...times(9, { letter: 'L10', outcome: 'refused', place: '75' })])?.shown
  expect(shown).toEqual({ 'answer/L01/silent': 30, 'days/silent/upTo60': 30, 'department/31': 30 })
})

test('it stays while fewer than twenty came, even when one of them makes a ten', () => {
  const before = publish(times(29))
  expect(before?.shown['answer/L01/silent']).toBe(20)
  expect(publish(times(48), before)).toBeNull()
  expect(publish(times(49), before)?.shown['answer/L01/silent']).toBe(40)
})

test('it waits when two numbers moved and so few came that one of them cannot be a crowd', () => {
  const other = { letter: 'L02', place: '75', days: 'upTo90' } as const
  const nearly = [...times(19), ...times(19, other)]
  const before = publish(nearly)
  const withFew = [...nearly, ...times(11), ...times(9, other)]
  expect(publish(withFew, before)).toBeNull()
  // One more, and each may be ten.
  expect(publish([...withFew, ...times(1, other)], before)).not.toBeNull()
  // What rounding alone would have said.
  const seen = { before: before?.shown ?? null, after: show(count(withFew)), total: { one: 38, two: 58 }, to: step }
  expect(tooMuch(seen, cells)).toContain('answer/L02/silent')
})

test('when the team sets a week aside, what is left is published once twenty went', () => {
  const before = publish(times(45))
  expect(publish(times(26), before)).toBeNull()
  expect(publish(times(12), before)?.shown['answer/L01/silent']).toBe(10)
})

describe('the publications of a life', () => {
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

  type Pair = [Publication | null, Publication]

  /** Every publication of a life that is looked at after each wave, with the one before it. */
  function published(life: readonly { crowd: Reported; n: number }[]): Pair[] {
    const reports: Reported[] = []
    const pairs: Pair[] = []
    let last: Publication | null = null
    for (const wave of life) {
      reports.push(...times(wave.n, wave.crowd))
      const next = publish(reports, last)
      if (next) pairs.push([last, next])
      last = next ?? last
    }
    return pairs
  }

  const totalOf = (made: Publication | null) =>
    cells.places.reduce((sum, place) => sum + (made?.counted[cellOf.department(place)] ?? 0), 0)

  test('never say of any number that one to nine people changed it, not even to whoever knows how many came', () => {
    fc.assert(
      fc.property(waves, (life) => {
        for (const [before, after] of published(life)) {
          const total = { one: totalOf(before), two: totalOf(after) }
          expect(total.two - total.one).toBeGreaterThanOrEqual(crowd)
          expect(tooMuch({ before: before?.shown ?? null, after: after.shown, total, to: step }, cells)).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  /** Every way to part everyone. */
  const parted = [
    cells.places.map((place) => cellOf.department(place)),
    cells.letters.flatMap((letter) => outcomes.map((outcome) => cellOf.answer(letter, outcome))),
    daysClasses.flatMap((days) => outcomes.map((outcome) => cellOf.days(outcome, days))),
  ]

  test('leave five values for each number below ten, the first time too, to whoever knows how many reported in all', () => {
    fc.assert(
      fc.property(waves, (life) => {
        for (const [, made] of published(life))
          for (const all of parted) {
            // What the tens leave over is shared out among everyone, at most nine each.
            const left = totalOf(made) - all.reduce((sum, cell) => sum + (made.shown[cell] ?? 0), 0)
            const least = Math.max(0, left - (step - 1) * (all.length - 1))
            const most = Math.min(step - 1, left)
            const guesses = all.some((cell) => !(cell in made.shown)) ? most - least + 1 : fewestGuesses
            expect(guesses).toBeGreaterThanOrEqual(fewestGuesses)
          }
      }),
      { numRuns: 200 },
    )
  })
})
