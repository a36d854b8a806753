import { expect, test } from 'vitest'
import { fileRows, letterBars, tablesOf, totalsOf } from './rows.ts'

const shown = {
  'answer/L01/silent': 30,
  'answer/L03/silent': 20,
  'answer/L03/refused': 40,
  'days/silent/upTo60': 30,
  'days/silent/upTo90': 10,
  'department/31': 80,
  'department/unsaid': 20,
}

test('every number is told, those below ten as such, so that none comes up with the first report', () => {
  const nothing = tablesOf({})
  const told = [...Object.values(nothing.answer), ...Object.values(nothing.days), nothing.department]
  expect(new Set(told.flatMap((row) => Object.values(row)))).toEqual(new Set(['<10']))
  expect(Object.keys(nothing.department)).toHaveLength(110)
  expect(tablesOf(shown).answer.L03).toEqual({ answered: '<10', partly: '<10', refused: 40, silent: 20 })
})

test('sums are taken of what is shown, by the table that loses least', () => {
  expect(totalsOf(tablesOf(shown))).toEqual({
    outcomes: { answered: 0, partly: 0, refused: 40, silent: 50 },
    all: 100,
  })
  expect(letterBars(tablesOf(shown)).map(({ letter, sum }) => [letter, sum])).toEqual([
    ['L03', 60],
    ['L01', 30],
  ])
})

test('the file has a line for each number', () => {
  const [head, ...rows] = fileRows(shown)
  expect(head).toEqual(['table', 'letter', 'outcome', 'days', 'department', 'reports'])
  expect(rows).toHaveLength(16 * 4 + 4 * 6 + 110)
  expect(rows).toContainEqual(['answer', 'L01', 'silent', '', '', 30])
  expect(rows).toContainEqual(['days', '', 'silent', 'upTo90', '', 10])
  expect(rows).toContainEqual(['department', '', '', '', '2A', '<10'])
})
