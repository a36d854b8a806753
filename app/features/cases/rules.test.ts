import { expect, test } from 'vitest'
import {
  lastDayToAsk,
  lengthFault,
  mayAskForReply,
  mayInsert,
  roomForReply,
} from '#app/features/campaigns/rules/right-of-reply.ts'
import { dueOn, isPressing, longestReply, onTheClock } from './rules.ts'
import { replyForm, reportForm } from './schema.ts'

test('a reply is due three calendar days after it was received, a notice has no last day', () => {
  expect(dueOn('reply', '2026-02-27')).toBe('2026-03-02')
  expect(dueOn('report', '2026-02-27')).toBeNull()
})

test('a reply may be asked for until three months after the testimony appeared, that day included', () => {
  expect(lastDayToAsk('2025-11-30')).toBe('2026-02-28')
  expect(mayAskForReply('2025-11-30', '2026-02-28')).toBe(true)
  expect(mayAskForReply('2025-11-30', '2026-03-01')).toBe(false)
})

test('the clock counts down to a last day, and up for a notice', () => {
  const reply = { receivedOn: '2026-02-27', due: '2026-03-02' }
  expect(onTheClock(reply, '2026-02-27')).toEqual({ kind: 'left', days: 3 })
  expect(onTheClock(reply, '2026-03-04')).toEqual({ kind: 'left', days: -2 })
  expect(onTheClock({ receivedOn: '2026-02-27', due: null }, '2026-03-01')).toEqual({ kind: 'open', days: 2 })
  expect([2, 1, 0, -1].map((days) => isPressing({ kind: 'left', days }))).toEqual([false, true, true, true])
  expect([2, 3].map((days) => isPressing({ kind: 'open', days }))).toEqual([false, true])
})

test('a reply is as long as what it answers, bars read as their words, and has 200 lines at most', () => {
  expect(longestReply({ title: 'Un [[lieu]]', text: `${'🙂'.repeat(roomForReply)}[[là]]` })).toBe(7 + roomForReply + 2)
  expect(lengthFault('é'.repeat(12), 12)).toBeNull()
  expect(lengthFault('é'.repeat(13), 12)).toBe('too-long')
  expect(lengthFault(`a${'\n'.repeat(199)}`, 1000)).toBeNull()
  expect(lengthFault(`a${'\n'.repeat(200)}`, 1000)).toBe('too-many-lines')
})

test('however short the text is, a reply has room to answer it', () => {
  expect(longestReply({ title: '', text: 'Une phrase.' })).toBe(roomForReply)
})

test('whoever proposed an insertion does not make it', () => {
  expect(mayInsert('a', { state: 'accepted', proposedById: 'b' })).toBe(true)
  expect(mayInsert('b', { state: 'accepted', proposedById: 'b' })).toBe(false)
  expect(mayInsert('a', { state: 'open', proposedById: null })).toBe(false)
})

const notice = { ground: 'defamation', reason: 'Ce passage est faux et me vise.', goodFaith: 'on' }
const faults = (sent: object) =>
  reportForm.safeParse(sent).error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`) ?? []

test('a notice has a name and an address, except where the law lets it go without', () => {
  expect(faults(notice)).toEqual(['name cases.errors.nameMissing', 'email cases.errors.emailMissing'])
  expect(faults({ ...notice, ground: 'minors', name: ' ', email: '' })).toEqual([])
  expect(faults({ ...notice, name: 'Camille Exemple', email: 'nobody@nowhere' })).toEqual([
    'email site.errors.emailInvalid',
  ])
})

test('an empty notice is told all it lacks at once, its name and address too', () => {
  expect(faults({ reason: '', passages: '', name: '', email: '' }).toSorted()).toEqual([
    'email cases.errors.emailMissing',
    'goodFaith cases.errors.goodFaithMissing',
    'ground cases.errors.groundMissing',
    'name cases.errors.nameMissing',
    'reason cases.errors.reasonMissing',
  ])
})

test('without good faith there is no notice, and without a designation no right of reply', () => {
  expect(faults({ ...notice, ground: 'minors', goodFaith: undefined })).toEqual([
    'goodFaith cases.errors.goodFaithMissing',
  ])
  const asked = { name: 'A', quality: 'B', email: 'a@example.org', passages: 'p', reply: 'r', signedAs: 'C' }
  expect(replyForm.safeParse(asked).error?.issues.map(({ message }) => message)).toEqual([
    'cases.errors.entitledMissing',
  ])
  expect(replyForm.safeParse({ ...asked, entitled: 'on' }).success).toBe(true)
})
