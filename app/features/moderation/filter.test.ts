import { expect, test } from 'vitest'
import { cursorText, everything, isNarrowed, queryOf, readCursor, readFilter } from './filter.ts'

const read = (query: string) => readFilter(new URLSearchParams(query))

test('an address without a filter shows what one can do now, one that chooses looks among all that waits', () => {
  expect(read('')).toEqual({ ...everything, list: 'now' })
  expect(queryOf(read(''))).toBe('')
  expect(queryOf(everything)).toBe('list=waiting')
  expect(read('list=waiting')).toEqual(everything)
  expect(read('state=asked').list).toBe('waiting')
  expect(queryOf(read('state=asked'))).toBe('state=asked')
  expect(queryOf(read('list=now&urgent=1'))).toBe('list=now&urgent=1')
  expect(isNarrowed(everything)).toBe(false)
})

test('a filter survives its address, in one order whatever the order it came in', () => {
  const query =
    'list=closed&state=declined&system=control&department=31&consequence=cut&use=press&language=en&mine=1&urgent=1'
  expect(queryOf(read(query))).toBe(query)
  expect(queryOf(read(query.split('&').toReversed().join('&')))).toBe(query)
  expect(isNarrowed(read('urgent=1'))).toBe(true)
})

test('what is on no list is as if it were not there', () => {
  expect(read('list=all&state=secret&system=__proto__&department=%27--&mine=yes&other=1&done=claimed')).toEqual(
    read(''),
  )
})

test('a place in the queue survives its address, and anything else is the first page', () => {
  const cursor = { urgent: true, week: '2026-01-26', id: '0b6a3a1c-5b0e-4c2e-9d5e-0a1b2c3d4e5f' }
  expect(readCursor(cursorText(cursor))).toEqual(cursor)
  for (const asked of [null, '', '1', '22026-01-260b6a3a1c-5b0e-4c2e-9d5e-0a1b2c3d4e5f', `12026-13-45${cursor.id}`])
    expect(readCursor(asked)).toBeNull()
})
