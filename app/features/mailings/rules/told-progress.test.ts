import { expect, test } from 'vitest'
import { everyone, type Audience } from './audience.ts'
import { progressToShow } from './told-progress.ts'

const since: Audience = { ...everyone, signedFrom: '2026-03-01' }
const letters = { total: 2, sent: 1, deferred: 0, failed: 1, unknown: 0, suppressed: 0, returned: 0, complained: 0 }

test('of letters to few who were chosen by a rule it is said what somebody has to look after, and no number', () => {
  expect(progressToShow(since, letters)).toEqual({ few: true, underWay: false, failed: true, unknown: false })
  expect(progressToShow(since, { ...letters, total: 0, sent: 0, failed: 0 })).toMatchObject({
    few: true,
    failed: false,
  })
})

test('letters to everyone who asked, and to ten, have each their fate', () => {
  expect(progressToShow(everyone, letters)).toEqual({ few: false, ...letters })
  expect(progressToShow(since, { ...letters, total: 10 })).toMatchObject({ few: false, total: 10, sent: 1 })
})
