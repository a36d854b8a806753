import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deducible, fewestGuesses, hidden, makeRelease, type Counted, type Interval, type Release } from './release.ts'

type Person = { system: string; year: string; ticked: string[] }

const person = fc.record({
  system: fc.constantFrom('a', 'a', 'a', 'b', 'c'),
  year: fc.constantFrom('2024', '2024', '2025', '2023', '2022'),
  ticked: fc.subarray(['x', 'y', 'z']),
})

function countOf(people: readonly Person[]): Counted {
  const cells = (keys: readonly string[], always: readonly string[]) => {
    const counted: Record<string, number> = Object.fromEntries(always.map((key) => [key, 0]))
    for (const key of keys) counted[key] = (counted[key] ?? 0) + 1
    return counted
  }
  return {
    total: people.length,
    tables: {
      system: {
        partition: true,
        open: false,
        cells: cells(
          people.map((one) => one.system),
          ['a', 'b', 'c', 'd'],
        ),
      },
      ticked: {
        partition: false,
        open: false,
        cells: cells(
          people.flatMap((one) => one.ticked),
          ['x', 'y', 'z'],
        ),
      },
      year: {
        partition: true,
        open: true,
        cells: cells(
          people.map((one) => one.year),
          [],
        ),
      },
    },
  }
}

const trueNumber = (counted: Counted, table: string, key: string): number => counted.tables[table]?.cells[key] ?? 0

/** As somebody reads a release: what each number may mean, hidden small ones of a long list included when they know them. */
function attack(release: Release): { table: string; key: string; known: Interval }[] {
  const read = (shown: number | string | undefined, stayed: boolean): Interval => {
    if (typeof shown !== 'number') return { least: 0, most: 9 }
    return stayed ? { least: Math.max(10, shown - 9), most: shown + 18 } : { least: shown, most: shown + 9 }
  }
  const { shown, counted, bases } = release
  const entries = Object.entries(shown.tables).map(([table, cells]) => {
    const keys = Object.keys(counted.tables[table]?.cells ?? {})
    return {
      table,
      keys,
      partition: counted.tables[table]?.partition ?? false,
      cells: keys.map((key) => read(cells[key], bases[`${table}/${key}`] !== trueNumber(counted, table, key))),
    }
  })
  const tens = (bases['total'] ?? 0) - ((bases['total'] ?? 0) % 10)
  const total =
    typeof shown.total !== 'number'
      ? { least: 0, most: 1e6 }
      : shown.total === tens
        ? read(shown.total, bases['total'] !== counted.total)
        : { least: shown.total, most: shown.total + 999 } // coarser than tens
  const known = deducible(total, entries)
  return entries.flatMap(({ table, keys }, at) =>
    keys.map((key, cell) => ({ table, key, known: known[at]?.[cell] ?? { least: 0, most: 0 } })),
  )
}

describe('one release', () => {
  test('never lets a number from 1 to 9 be found out', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 140 }), (people) => {
        const release = makeRelease(countOf(people), null)
        for (const { table, key, known } of attack(release)) {
          const n = trueNumber(release.counted, table, key)
          if (n >= 10) continue
          expect(known.least).toBeLessThanOrEqual(n)
          expect(known.most).toBeGreaterThanOrEqual(n)
          expect(known.most - known.least + 1).toBeGreaterThanOrEqual(fewestGuesses)
        }
      }),
    )
  })

  /** Cells about nine: where sums say most. The same people asked two questions. */
  const nines = fc
    .array(fc.constantFrom(0, 1, 8, 9, 9, 9, 9, 10, 12), { minLength: 1, maxLength: 14 })
    .chain((cells) => {
      const total = cells.reduce<number>((sum, n) => sum + n, 0)
      const named = (list: readonly number[]) => Object.fromEntries(list.map((n, at) => [`k${at}`, n]))
      return fc.integer({ min: 1, max: 12 }).map((size): Counted => {
        const other = Array.from({ length: Math.ceil(total / size) }, (_, at) => Math.min(size, total - at * size))
        const table = (list: readonly number[]) => ({ partition: true, open: false, cells: named(list) })
        return { total, tables: { one: table(cells), other: table(other) } }
      })
    })

  test('withstands sums even where every number lies at an edge', () => {
    fc.assert(
      fc.property(nines, (counted) => {
        const small = attack(makeRelease(counted, null)).filter(
          ({ table, key }) => trueNumber(counted, table, key) < 10,
        )
        for (const { known } of small) expect(known.most - known.least + 1).toBeGreaterThanOrEqual(fewestGuesses)
      }),
      { numRuns: 2000 },
    )
  })

  test('shows no number below ten, rounds the others down to tens, and tells nobody from none', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 140 }), (people) => {
        const { shown, counted } = makeRelease(countOf(people), null)
        for (const [table, cells] of Object.entries(shown.tables))
          for (const [key, number] of Object.entries(cells)) {
            const n = trueNumber(counted, table, key)
            expect(number).toBe(n < 10 ? hidden : n - (n % 10))
          }
        // A small one of a long list is not even named.
        expect(Object.values(shown.tables['year'] ?? {})).not.toContain(hidden)
      }),
    )
  })

  test('of few shows nothing but that they are few', () => {
    const people = Array.from({ length: 9 }, (): Person => ({ system: 'a', year: '2024', ticked: [] }))
    expect(makeRelease(countOf(people), null).shown).toEqual({ total: hidden, tables: {} })
  })

  test('keeps back a total that would tell the cells: ten tens that are all nines', () => {
    const cells = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`k${n}`, 9]))
    const { shown } = makeRelease({ total: 90, tables: { t: { partition: true, open: false, cells } } }, null)
    expect(shown.tables['t']).toBeDefined()
    expect(shown.total).not.toBe(90)
  })
})

/** Some come, some go, one at a time. */
const life = fc.array(fc.oneof(fc.record({ comes: person }), fc.record({ goes: fc.nat({ max: 200 }) })), {
  minLength: 20,
  maxLength: 160,
})

describe('two releases', () => {
  test('differ by ten people at least, and so does every number that changed between tens', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 10, maxLength: 60 }), life, (before, steps) => {
        const people = [...before]
        let last = makeRelease(countOf(people), null)
        let moved = 0
        for (const step of steps) {
          if ('comes' in step) people.push(step.comes)
          else people.splice(step.goes % Math.max(1, people.length), 1)
          moved += 1
          const next = makeRelease(countOf(people), last)
          if (next === last) continue
          expect(moved).toBeGreaterThanOrEqual(10)
          for (const [table, cells] of Object.entries(next.shown.tables))
            for (const [key, number] of Object.entries(cells)) {
              const old = last.shown.tables[table]?.[key]
              if (typeof number !== 'number' || typeof old !== 'number' || number === old) continue
              const from = last.bases[`${table}/${key}`] ?? 0
              expect(Math.abs(trueNumber(next.counted, table, key) - from)).toBeGreaterThanOrEqual(10)
            }
          last = next
          moved = 0
        }
      }),
    )
  })

  test('never let a small number be found out, however many came before', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 10, maxLength: 60 }), life, (before, steps) => {
        const people = [...before]
        let last = makeRelease(countOf(people), null)
        for (const step of steps) {
          if ('comes' in step) people.push(step.comes)
          else people.splice(step.goes % Math.max(1, people.length), 1)
          last = makeRelease(countOf(people), last)
        }
        for (const { table, key, known } of attack(last)) {
          const n = trueNumber(last.counted, table, key)
          if (n >= 10) continue
          expect(known.most - known.least + 1).toBeGreaterThanOrEqual(fewestGuesses)
          expect(known.least).toBeLessThanOrEqual(n)
        }
      }),
    )
  })
})
