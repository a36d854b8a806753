import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deducible, type Interval } from './release.ts'

/** Every number of one answer that could be the true one, tried out: what somebody with patience finds. */
function guesses(total: Interval, tables: { partition: boolean; cells: Interval[] }[]): Interval[][] {
  const found = tables.map(({ cells }) => cells.map(() => ({ least: Infinity, most: -Infinity })))
  for (let n = total.least; n <= total.most; n += 1) {
    const ways = tables.map(({ partition, cells }) => waysTo(n, partition, cells))
    if (ways.some((found) => found.length === 0)) continue
    for (const [at, rows] of ways.entries())
      for (const row of rows)
        for (const [cell, value] of row.entries()) {
          const known = found[at]?.[cell]
          if (known) Object.assign(known, { least: Math.min(known.least, value), most: Math.max(known.most, value) })
        }
  }
  return found
}

function waysTo(n: number, partition: boolean, cells: readonly Interval[]): number[][] {
  const rows = cells.reduce<number[][]>(
    (begun, { least, most }) =>
      begun.flatMap((row) => Array.from({ length: most - least + 1 }, (_, step) => [...row, least + step])),
    [[]],
  )
  const sum = (row: readonly number[]) => row.reduce((total, value) => total + value, 0)
  return rows.filter((row) => (partition ? sum(row) === n : row.every((value) => value <= n)))
}

const interval = fc
  .tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 }))
  .map(([least, width]) => ({ least, most: least + width }))

test('what can be found out is what trying out every possibility finds', () => {
  const table = fc.record({ partition: fc.boolean(), cells: fc.array(interval, { minLength: 1, maxLength: 3 }) })
  fc.assert(
    fc.property(interval, fc.array(table, { minLength: 1, maxLength: 2 }), (total, tables) => {
      const tried = guesses(total, tables)
      // Contradictory numbers say nothing about anyone.
      fc.pre(tried.flat().every(({ least }) => least !== Infinity))
      expect(deducible(total, tables)).toEqual(tried)
    }),
  )
})

test('what can be found out of one small number beside a large one and their total is the small number itself', () => {
  const [[, small] = []] = deducible({ least: 17, most: 17 }, [
    {
      partition: true,
      cells: [
        { least: 14, most: 14 },
        { least: 0, most: 9 },
      ],
    },
  ])
  expect(small).toEqual({ least: 3, most: 3 })
})
