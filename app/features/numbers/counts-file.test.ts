import { describe, expect, test } from 'vitest'
import { countsFile } from './counts-file.ts'
import { readCountsQuestion } from './schema.ts'

const rows = [
  { key: '01', confirmed: '<10' },
  { key: '75', confirmed: 1234 },
] as const

describe('a file of counts', () => {
  test('as CSV has a header, CRLF and bare integers', () => {
    expect(countsFile('score', { by: 'department', format: 'csv' }, rows)).toEqual({
      name: 'score-department.csv',
      type: 'text/csv; charset=utf-8; header=present',
      body: 'key,confirmed\r\n01,<10\r\n75,1234\r\n',
    })
  })

  test('as JSON is the list of rows', () => {
    const file = countsFile('score', { by: 'department', format: 'json' }, rows)
    expect(JSON.parse(file.body)).toEqual(rows)
    expect(file.name).toBe('score-department.json')
  })

  test('without a row still says what its columns are', () => {
    expect(countsFile('score', { by: 'day', format: 'csv' }, []).body).toBe('key,confirmed\r\n')
    expect(countsFile('score', { by: 'day', format: 'json' }, []).body).toBe('[]')
  })
})

describe('the question in an address', () => {
  const read = (query: string) => readCountsQuestion(new URLSearchParams(query))

  test('nothing said means by day, as JSON', () => {
    expect(read('')).toEqual({ outcome: 'understood', question: { by: 'day', format: 'json' } })
    expect(read('by=hour&format=csv&other=1')).toEqual({
      outcome: 'understood',
      question: { by: 'hour', format: 'csv' },
    })
  })

  test.each([
    ['by=year', 'by'],
    ['by=', 'by'],
    ['by=day&by=hour', 'by'],
    ['by=__proto__', 'by'],
    ['format=ods', 'format'],
    ['format=CSV', 'format'],
  ])('%s is not understood, and the parameter is named', (query, parameter) => {
    expect(read(query)).toMatchObject({ outcome: 'not-understood', parameter })
  })
})
