import { expect, test } from 'vitest'
import type { MailingState } from '../schema.ts'
import { isForPerson, trialWaitsFor, waitOf, type OpenTrial, type Standing } from './waiting.ts'

const standing = (state: MailingState, changed: Partial<Standing> = {}): Standing => ({
  state,
  createdById: 'ana',
  changedById: 'ana',
  askedById: null,
  approvedById: null,
  tooLate: false,
  unscheduledBecause: null,
  trial: null,
  ...changed,
})
const trial = (changed: Partial<OpenTrial> = {}): OpenTrial => ({ hours: null, holds: true, going: false, ...changed })

test('a draft waits for what was asked, for being sent once it is agreed to, and for a look where its hour passed it by', () => {
  expect(waitOf(standing('draft'))).toBeNull()
  expect(waitOf(standing('draft', { askedById: 'ana' }))).toBe('approval')
  expect(waitOf(standing('draft', { askedById: 'ana', approvedById: 'bea' }))).toBe('approved')
  expect(waitOf(standing('draft', { unscheduledBecause: 'faults' }))).toBe('not-begun')
  expect(waitOf(standing('draft', { unscheduledBecause: 'approval', askedById: 'ana' }))).toBe('approval')
  expect(waitOf(standing('scheduled'))).toBeNull()
  expect(waitOf(standing('scheduled', { tooLate: true }))).toBe('late')
})

test('a trial waits for its letters, then for a person or the clock, and for nobody once nobody waits for it', () => {
  expect(trialWaitsFor(trial({ going: true }))).toBe('letters')
  expect(trialWaitsFor(trial())).toBe('choice')
  expect(trialWaitsFor(trial({ hours: 4 }))).toBe('clock')
  expect(trialWaitsFor(trial({ holds: false }))).toBeNull()
  expect(waitOf(standing('sending', { trial: trial() }))).toBe('choice')
  expect(waitOf(standing('sending', { trial: trial({ going: true }) }))).toBe('trial')
  expect(waitOf(standing('sending', { trial: trial({ hours: 4 }) }))).toBe('trial')
  expect(waitOf(standing('sending', { trial: trial({ holds: false }) }))).toBeNull()
  expect(waitOf(standing('paused', { trial: trial() })), 'what stands still waits for being resumed').toBeNull()
  for (const over of ['sent', 'cancelled'] as const) expect(waitOf(standing(over, { trial: trial() }))).toBeNull()
})

test('nobody is asked to agree to what is their own, and what was agreed to goes back to whose it is', () => {
  const hands = { createdById: 'ana', changedById: 'bea', askedById: 'cleo' }
  for (const own of ['ana', 'bea', 'cleo']) {
    expect(isForPerson('approval', own, hands)).toBe(false)
    expect(isForPerson('approved', own, hands)).toBe(true)
  }
  expect([isForPerson('approval', 'dora', hands), isForPerson('approved', 'dora', hands)]).toEqual([true, false])
  for (const anybody of ['choice', 'late', 'not-begun'] as const) expect(isForPerson(anybody, 'dora', hands)).toBe(true)
  expect(isForPerson('trial', 'ana', hands)).toBe(false)
})
