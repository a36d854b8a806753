import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf, roundBelow, shades, shadesOf, type Cell } from './map-classes.ts'
import { absoluteCells, departmentRow, rankByRate, rateCells, withPlace } from './department-rows.ts'
import { rank } from './rules.ts'
import { smallCell, type PublicCountRow } from './schema.ts'
import { tiles } from './tile-map.ts'

const cellsOf = (values: readonly Cell['value'][]): Cell[] =>
  values.map((value, place) => ({ key: String(place), value }))

describe('the shades of a map', () => {
  test('about as many places in each, between numbers one remembers', () => {
    const scale = shadesOf(cellsOf([10, 14, 22, 35, 61, 80, 120, 210, 400, 1312]), true)
    expect(scale.map(({ from, to }) => [from, to])).toEqual([
      [10, 20],
      [20, 50],
      [50, 80],
      [80, 200],
      [200, null],
    ])
  })

  test('one number alone is in the middle of the scale, none has no scale', () => {
    expect(shadesOf(cellsOf([31]), true)).toEqual([{ shade: 2, from: 31, to: null }])
    expect(shadesOf(cellsOf(['<10', 0]), true)).toEqual([])
    expect(shadesOf([], false)).toEqual([])
  })

  test('a limit is never above what it was made of', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e8, noNaN: true }), (value) => {
        const round = roundBelow(value)
        expect(round).toBeLessThanOrEqual(value * 1.000001)
        expect(round).toBeGreaterThan(value / 2.01)
      }),
    )
  })

  test('every number has a shade, and a higher one never a paler shade', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 110 })
    fc.assert(
      fc.property(values, fc.boolean(), (numbers, whole) => {
        const told = whole ? numbers.map(Math.ceil) : numbers
        const scale = shadesOf(cellsOf(told), whole)
        const marks = told.toSorted((a, b) => a - b).map((value) => Number(markOf(value, scale)))
        expect(marks.every((mark) => mark >= 0 && mark < shades)).toBe(true)
        expect(marks).toEqual(marks.toSorted((a, b) => a - b))
        for (const { from, to } of scale) expect(to === null || to > from).toBe(true)
      }),
    )
  })
})

describe('a map that anyone may read', () => {
  const codes = tiles.map(({ code }) => code)
  /** As they are counted: some places small, some not; and the same with every small one changed into another small number. */
  const pairs = fc.uniqueArray(fc.constantFrom(...codes, 'unknown'), { maxLength: 60 }).chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc
          .oneof(
            fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
            fc.integer({ min: 10, max: 4000 }).map((n): [number, number] => [n, n]),
          )
          .map(([one, other]) => ({ key, one, other })),
      ),
    ),
  )

  const drawn = (rows: readonly { key: string; confirmed: number }[]) => {
    const hidden = rows.map(({ key, confirmed }): PublicCountRow => ({
      key,
      confirmed: confirmed < 10 ? smallCell : confirmed,
    }))
    const named = rank(hidden).map((row) => ({ ...row, label: row.key }))
    const { known, unknown } = withPlace(named)
    return [absoluteCells(known), rateCells(rankByRate(known))].map((cells, reading) => {
      const scale = shadesOf(cells, reading === 0)
      return {
        unknown,
        scale,
        order: cells.map(({ key }) => key),
        marks: cells.map(({ value }) => markOf(value, scale)),
      }
    })
  }

  test('is the same whatever small numbers it hides: neither shade, limit nor order tells them apart', () => {
    fc.assert(
      fc.property(pairs, (places) => {
        const one = drawn(places.map(({ key, one: confirmed }) => ({ key, confirmed })))
        expect(drawn(places.map(({ key, other: confirmed }) => ({ key, confirmed })))).toEqual(one)
        for (const { marks, order } of one)
          for (const [place, key] of order.entries()) {
            const small = (places.find((given) => given.key === key)?.one ?? 0) < 10
            expect(marks[place] === 'small').toBe(small)
          }
      }),
    )
  })

  test('a rate of a number that is not told is not told either, and where nobody lives there is none', () => {
    const row = (key: string, confirmed: number | '<10') => departmentRow({ key, label: key, confirmed })
    expect(row('48', '<10').rate).toBe('<10')
    expect(row('75', 2133).rate).toBe(10)
    expect(row('984', 12).rate).toBeNull()
    expect(rateCells([row('984', 12)])).toEqual([])
  })
})
