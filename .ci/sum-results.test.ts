import { expect, test } from 'vitest'
import { closingLine, judge, sumPlaywright, sumVitest, total } from './sum-results.ts'

const file = (status: string, tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})
const vitest = (counts: [passed: number, failed: number, pending: number, todo: number], testResults: unknown[]) => ({
  numPassedTests: counts[0],
  numFailedTests: counts[1],
  numPendingTests: counts[2],
  numTodoTests: counts[3],
  testResults,
})

test('a vitest report is counted, with skipped and planned tests together', () => {
  const report = vitest([2, 1, 1, 3], [file('failed', ['passed', 'failed', 'passed'])])
  expect(sumVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 4 })
})

test('a test file that could not be loaded counts as a failure', () => {
  const report = vitest([1, 0, 0, 0], [file('passed', ['passed']), file('failed', [])])
  expect(sumVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a browser test that passed at the second try has failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }
  expect(sumPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 3, skipped: 3 })
})

test('an error outside every browser test counts as a failure', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }
  expect(sumPlaywright({ stats, errors: [{ message: 'the set-up broke' }] }).failed).toBe(1)
})

test('a runner that wrote no report, crashed after its tests or ran none is a failure', () => {
  const green = { passed: 3, failed: 0, skipped: 0 }
  expect(judge({ exitCode: 0, sum: green })).toEqual(green)
  expect(judge({ exitCode: 0, sum: null }).failed).toBe(1)
  expect(judge({ exitCode: 1, sum: green })).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(judge({ exitCode: 0, sum: { passed: 0, failed: 0, skipped: 9 } }).failed).toBe(1)
})

test('a failure that a report already counts is not counted twice', () => {
  expect(judge({ exitCode: 1, sum: { passed: 3, failed: 2, skipped: 0 } }).failed).toBe(2)
})

test('the closing line names skipped tests only when there are any', () => {
  const sums = [
    { passed: 4, failed: 0, skipped: 0 },
    { passed: 3, failed: 1, skipped: 0 },
  ]
  expect(closingLine(total(sums))).toBe('7 passed, 1 failed')
  expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped')
})
