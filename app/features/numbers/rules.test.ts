import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goalAhead, hideSmallCells, rank, sum } from './rules.ts'

const row = (key: string, confirmed: number) => ({ key, confirmed })

describe('small cells', () => {
  test('a place with one to nine signatures says <10, nought and ten are said', () => {
    expect(hideSmallCells('department', [row('01', 0), row('02', 1), row('03', 9), row('04', 10)])).toEqual([
      { key: '01', confirmed: 0 },
      { key: '02', confirmed: '<10' },
      { key: '03', confirmed: '<10' },
      { key: '04', confirmed: 10 },
    ])
    expect(hideSmallCells('country', [row('BE', 3)])).toEqual([{ key: 'BE', confirmed: '<10' }])
  })

  test.each(['day', 'hour', 'language'] as const)('a %s tells nobody’s place and is said', (by) => {
    expect(hideSmallCells(by, [row('x', 3)])).toEqual([{ key: 'x', confirmed: 3 }])
  })

  test('no number from one to nine of a place is ever let out', () => {
    const rows = fc.array(fc.record({ key: fc.string(), confirmed: fc.nat(40) }))
    fc.assert(
      fc.property(rows, (given) => {
        for (const { confirmed } of hideSmallCells('department', given))
          expect(confirmed === '<10' || confirmed === 0 || confirmed >= 10).toBe(true)
      }),
    )
  })

  test('the order of hidden places does not tell which has more', () => {
    const ranked = rank(
      hideSmallCells('department', [row('03', 9), row('75', 12), row('01', 2), row('69', 40), row('02', 9)]),
    )
    expect(ranked.map(({ key }) => key)).toEqual(['69', '75', '01', '02', '03'])
  })
})

describe('goals and sums', () => {
  const goals = [{ threshold: 100 }, { threshold: 1000 }]

  test('the goal ahead is the first not yet reached, then the last', () => {
    expect(goalAhead(goals, 0)?.threshold).toBe(100)
    expect(goalAhead(goals, 100)?.threshold).toBe(1000)
    expect(goalAhead(goals, 5000)?.threshold).toBe(1000)
    expect(goalAhead([], 5)).toBeUndefined()
  })

  test('the sum of no rows is nought', () => {
    expect(sum([])).toBe(0)
    expect(sum([row('a', 2), row('b', 3)])).toBe(5)
  })
})
