import { expect, test } from 'vitest'
import { tellsOfVisit } from './came-by-letter.ts'

test('who came by a letter is counted on a campaign’s pages, and not where they write about themselves', () => {
  expect(tellsOfVisit({ pathname: '/fr/score', search: '?v=abc' })).toBe(true)
  expect(tellsOfVisit({ pathname: '/fr/score/testimonies', search: '?v=abc' })).toBe(true)
  expect(tellsOfVisit({ pathname: '/fr/score', search: '' })).toBe(false)
  expect(tellsOfVisit({ pathname: '/fr', search: '?v=abc' })).toBe(false)
  for (const part of ['remedies', 'remedies/', 'remedies/l03', 'remedies/deadlines', 'remedies/barometer', 'scoring'])
    expect([part, tellsOfVisit({ pathname: `/fr/score/${part}`, search: '?v=abc' })]).toEqual([part, false])
})
