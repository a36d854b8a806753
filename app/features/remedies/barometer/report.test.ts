import { expect, test } from 'vitest'
import { answerableLetters, isSilence, reportForm, silenceBegins } from './report.ts'

const report = { letter: 'L01', outcome: 'silent', days: 'upTo60', department: '', once: '' }
const wrong = (given: object) =>
  reportForm.safeParse({ ...report, ...given }).error?.issues.map(({ path, message }) => [path[0], message])

test('letters that nobody answers are not asked about: cards that say why not, and the court', () => {
  expect(answerableLetters).not.toContain('L07')
  expect(answerableLetters).not.toContain('L18')
  expect(answerableLetters).not.toContain('L16')
  expect(answerableLetters).toHaveLength(16)
  expect(wrong({ letter: 'L07' })).toEqual([['letter', 'barometer.errors.letter']])
  expect(wrong({ letter: 'toString' })).toEqual([['letter', 'barometer.errors.letter']])
})

test('silence is told after the delay that the law gives, an answer at any time', () => {
  expect(wrong({ days: 'upTo30' })).toEqual([['days', 'barometer.errors.tooEarly']])
  expect(wrong({ days: 'upTo14', outcome: 'refused' })).toBeUndefined()
  expect(isSilence('L13', 'upTo60')).toBe(false)
  expect(silenceBegins('L13')).toBe('upTo90')
  expect(silenceBegins('L01')).toBe('upTo60')
  expect(silenceBegins('L19')).toBe('upTo30')
})

test('a place is a département or none, and a chance value that is none is left out', () => {
  expect(reportForm.parse(report)).toEqual({ ...report, department: 'unsaid', once: undefined })
  expect(reportForm.parse({ ...report, department: '2A' }).department).toBe('2A')
  expect(wrong({ department: 'Paris 12' })).toEqual([['department', 'barometer.errors.department']])
})

test('everything that is missing is said at once', () => {
  const found = reportForm.safeParse({}).error?.issues.map(({ path }) => path[0])
  expect(found).toEqual(['letter', 'outcome', 'days'])
})
