import { expect, test } from 'vitest'
import { alertsOf } from './alerts.ts'
import { overviewOf, type ReceiverFigures } from './figures.ts'

const figures = (receiver: string, given: Partial<ReceiverFigures> = {}): ReceiverFigures => ({
  receiver,
  accepted: 100,
  deferred: 0,
  refused: 0,
  returned: 0,
  complained: 0,
  recipients: 64,
  ...given,
})
const isNamed = (receiver: string) => receiver === 'gmail'
const quiet = { lately: [], overDays: [], isSilent: false }
const overDays = (...all: ReceiverFigures[]) => alertsOf({ ...quiet, overDays: all }, isNamed)
const lately = (...all: ReceiverFigures[]) => alertsOf({ ...quiet, lately: all }, isNamed)

test('receivers of fewer than ten mailboxes are only there together', () => {
  const { shown, others, total } = overviewOf([
    figures('few', { recipients: 9, complained: 1 }),
    figures('large', { accepted: 500 }),
    figures('enough', { recipients: 10 }),
    figures('one', { recipients: 1, accepted: 7 }),
  ])
  expect(shown.map(({ receiver }) => receiver)).toEqual(['large', 'enough'])
  expect(others).toMatchObject({ receivers: 2, accepted: 107, complained: 1 })
  expect(total.accepted).toBe(707)
  expect(overviewOf([])).toMatchObject({ shown: [], others: null })
})

test('more than two in a hundred that bounce raise an alert, for all and for a large receiver', () => {
  expect(overDays(figures('gmail', { accepted: 147, refused: 3 }))).toEqual([])
  expect(overDays(figures('gmail', { accepted: 97, refused: 1, returned: 2 }))).toEqual([
    { kind: 'bounced', receiver: '', share: 3 / 98 },
    { kind: 'bounced', receiver: 'gmail', share: 3 / 98 },
  ])
  expect(overDays(figures('gmail', { accepted: 10, returned: 2 })), 'two mailboxes are no trend').toEqual([])
})

test('more than one in a thousand that complain raise an alert', () => {
  const complained = (accepted: number) => overDays(figures('x', { accepted, complained: 2 }))
  expect(complained(2000)).toEqual([])
  expect(complained(1999)).toEqual([{ kind: 'complained', receiver: '', share: 2 / 1999 }])
  expect(overDays(figures('x', { accepted: 100, complained: 1 })), 'one person may press the wrong button').toEqual([])
})

test('of a small domain, and of few mailboxes, nothing is said by itself', () => {
  const bad = { accepted: 10, refused: 10 }
  expect(overDays(figures('c2hvcnQtaGFzaA', bad)).map(({ receiver }) => receiver)).toEqual([''])
  expect(overDays(figures('gmail', { ...bad, recipients: 9 })).map(({ receiver }) => receiver)).toEqual([''])
})

test('half of the answers put off over two hours, and silence, raise an alert', () => {
  expect(lately(figures('gmail', { accepted: 20, deferred: 20 }))).toEqual([])
  expect(lately(figures('gmail', { accepted: 20, deferred: 21 })).map(({ kind }) => kind)).toEqual([
    'deferred',
    'deferred',
  ])
  expect(lately(figures('gmail', { accepted: 0, deferred: 19 })), 'too few to tell').toEqual([])
  expect(alertsOf({ ...quiet, isSilent: true }, isNamed)).toEqual([{ kind: 'silent', receiver: '', share: null }])
})
