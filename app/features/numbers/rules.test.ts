import { describe, expect, test } from 'vitest'
import { goalAhead, rank, sum } from './rules.ts'

const row = (key: string, confirmed: number) => ({ key, confirmed })

describe('small cells', () => {
  test('the order of hidden places does not tell which has more', () => {
    const hidden = (key: string) => ({ key, confirmed: '<10' }) as const
    const ranked = rank([hidden('03'), row('75', 12), hidden('01'), row('69', 40), hidden('02')])
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
