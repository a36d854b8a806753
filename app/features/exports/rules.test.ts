import { describe, expect, test } from 'vitest'
import { translator } from '#app/i18n/t.ts'
import { may, type Permission, type StaffRole } from '#app/features/staff/policy.ts'
import { canMove, noteOf, permissionFor, whyNotApprove } from './rules.ts'
import { exportForm, exportKinds, exportStates, fewestReasonCharacters } from './schema.ts'

const form = { campaign: '1', kind: 'signers', format: 'csv' }
const people = { ...form, people: 'on', reason: 'Remise de la pétition.', encryption: 'passphrase' }
const secret = { passphrase: 'quinze signes !', passphraseAgain: 'quinze signes !' }
const wrongIn = (typed: Record<string, string>) =>
  exportForm.safeParse(typed).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('the form of an export', () => {
  test('asks for little when it names nobody', () => {
    expect(wrongIn(form)).toEqual([])
  })

  test.each([
    ['is never in clear when it names people', { ...people, encryption: 'none' }, ['encryption']],
    ['needs a reason when it names people', { ...people, ...secret, reason: ' ça ' }, ['reason']],
    [
      'takes fifteen signs of a passphrase',
      { ...people, passphrase: 'quatorze signe', passphraseAgain: 'quatorze signe' },
      ['passphrase'],
    ],
    [
      'takes a passphrase that is typed twice alike',
      { ...people, ...secret, passphraseAgain: 'quinze signes ?' },
      ['passphraseAgain'],
    ],
    ['takes a public age key', { ...people, encryption: 'age', recipient: 'AGE-SECRET-KEY-1QQ' }, ['recipient']],
    ['names people only of signatures', { ...people, ...secret, kind: 'testimonies' }, ['people']],
    ['is in order', { ...people, ...secret }, []],
  ])('%s', (_, typed, wrong) => {
    expect(wrongIn(typed)).toEqual(wrong)
  })
})

const person = (role: StaffRole, id: string = role) => ({ id, may: (right: Permission) => may({ role }, right) })
const waiting = { state: 'waiting', kind: 'signers', people: true, requestedById: 'owner' } as const

describe('who agrees to an export', () => {
  test('is somebody else who may have such a file', () => {
    expect(whyNotApprove(waiting, person('campaigner'))).toBeNull()
  })

  test('is never who asked', () => {
    expect(whyNotApprove(waiting, person('owner'))).toBe('own')
  })

  test.each(['moderator', 'analyst'] as const)('is not %s, who may not have addresses', (role) => {
    expect(whyNotApprove(waiting, person(role))).toBe('not-allowed')
  })

  test('comes too late once it is decided', () => {
    expect(whyNotApprove({ ...waiting, state: 'queued' }, person('campaigner'))).toBe('not-waiting')
  })
})

test('an analyst has signatures, and neither addresses nor testimonies', () => {
  const had = exportKinds.filter((kind) => may({ role: 'analyst' }, permissionFor(kind, false)))
  expect(had).toEqual(['signers'])
  expect(may({ role: 'analyst' }, permissionFor('signers', true))).toBe(false)
})

test('a file that is over never comes back', () => {
  for (const over of ['declined', 'cancelled', 'failed', 'expired'] as const)
    expect(exportStates.filter((to) => canMove(over, to))).toEqual([])
})

describe('what is said above the list after a request', () => {
  const mine = (state: (typeof exportStates)[number]) => [
    { mine: false, state: 'waiting' as const },
    { mine: true, state },
    { mine: true, state: 'waiting' as const },
  ]

  test('it waits for somebody else only as long as it does', () => {
    expect(noteOf('waits', mine('waiting'))).toBe('waits')
    for (const state of exportStates.filter((each) => each !== 'waiting'))
      expect(noteOf('waits', mine(state))).toBeNull()
    expect(noteOf('waits', [])).toBeNull()
  })

  test('what was done stays said, and nothing else is', () => {
    expect(noteOf('asked', mine('ready'))).toBe('asked')
    expect(noteOf('step', [])).toBe('step')
    for (const other of [null, '', 'toString']) expect(noteOf(other, mine('waiting'))).toBeNull()
  })
})

test.each(['fr', 'en'] as const)('how long a reason is at least is said before and after, in %s', (locale) => {
  const t = translator(locale)
  const fewest = String(fewestReasonCharacters)
  expect(t('exports.form.reasonHint', { fewest })).toContain(fewest)
  expect(t('exports.errors.reason')).toContain(fewest)
})
