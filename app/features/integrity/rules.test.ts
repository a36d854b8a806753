import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canMove, isUnderWay, nameMatcher, needsAnother } from './rules.ts'
import { conditions, invalidationForm, invalidationStates, reviewForm, typedFromGroups } from './schema.ts'

describe('the shape of a name', () => {
  test.each([
    ['test*', 'Tester Untel', true],
    ['test*', 'Le test', false],
    ['* lefevre', 'Hélène LEFÈVRE', true],
    ['jean-marc *', 'Jean Marc Dupont', true],
    ['*aa*bb*', 'xxaayybbzz', true],
    ['*aa*bb*', 'xxbbyyaazz', false],
    ['camille', 'Camille', true],
    ['camille', 'Camille Martin', false],
  ])('%s beside %s', (pattern, name, fits) => {
    expect(nameMatcher(pattern)(name)).toBe(fits)
  })

  test('a name fits itself, and any beginning of it with a star', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,30}$/), fc.nat(30), (name, cut) => {
        expect(nameMatcher(name)(name)).toBe(true)
        expect(nameMatcher(`${name.slice(0, cut)}*`)(name)).toBe(true)
      }),
    )
  })

  test('no pattern takes long', () => {
    const pattern = `${'*a'.repeat(59)}b`
    expect(nameMatcher(pattern)('a'.repeat(120))).toBe(false)
  })
})

test('a rule that was dropped or undone moves no more, and only work under way can be waited for', () => {
  for (const to of invalidationStates) {
    expect(canMove('dropped', to)).toBe(false)
    expect(canMove('undone', to)).toBe(false)
  }
  expect(invalidationStates.filter(isUnderWay)).toEqual(['counting', 'running', 'undoing'])
})

test('two people are needed above the threshold, and never two when another starts', () => {
  const one = { found: 51, createdById: 'a', starterId: 'a', twoPeopleAbove: 50 }
  expect(needsAnother(one)).toBe(true)
  expect(needsAnother({ ...one, found: 50 })).toBe(false)
  expect(needsAnother({ ...one, starterId: 'b' })).toBe(false)
})

const typed = { campaign: '1', reasonFr: 'Raison.', reasonEn: 'Reason.' }
const errorsOf = (given: Record<string, unknown>) => {
  const read = invalidationForm.safeParse({ ...typed, ...given })
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing said', {}, ['form: integrity.errors.empty']],
  ['only a state', { states: ['pending'] }, ['form: integrity.errors.empty']],
  ['only a beginning', { from: '2026-02-01T10:00' }, ['form: integrity.errors.empty']],
  [
    'a window that ends before it begins',
    { from: '2026-02-02T10:00', to: '2026-02-01T10:00' },
    ['to: integrity.errors.window'],
  ],
  ['a domain that is none', { domains: 'nonsense' }, ['domains: integrity.errors.domain']],
  ['a name that is everybody', { name: '*' }, ['name: integrity.errors.name']],
  ['a place that is none', { departments: '99' }, ['departments: integrity.errors.department']],
  ['no reason in English', { countries: 'VA', reasonEn: ' ' }, ['reasonEn: integrity.errors.reasonMissing']],
  ['a country', { countries: 'va' }, []],
  ['an address, for its domain', { domains: 'someone@Example.ORG\nother.example' }, []],
])('a rule with %s', (_, given, errors) => {
  expect(errorsOf(given)).toEqual(errors)
})

test('what is kept of a rule is read again as it was', () => {
  const {
    campaign: _,
    reasonFr: __,
    reasonEn: ___,
    ...rule
  } = invalidationForm.parse({ ...typed, countries: 'VA', name: 'x y*' })
  expect(conditions.parse(JSON.parse(JSON.stringify(rule)))).toEqual(conditions.parse(rule))
})

test('groups that were ticked begin a rule, and what is none of ours does not', () => {
  const given = new URLSearchParams({ campaign: '3' })
  for (const group of [
    'network:0102030405060708090a0b0c',
    'domain:0102030405060708',
    'signal:mixed',
    'signal:magic',
    'x',
  ])
    given.append('group', group)
  expect(typedFromGroups(given)).toEqual({
    campaign: '3',
    networks: '0102030405060708090a0b0c',
    domainKeys: '0102030405060708',
    signals: ['mixed'],
    states: ['quarantined'],
  })
})

test('letting pass needs a group', () => {
  const sent = { intent: 'release', campaign: '1', heldUntil: '2026-02-01T10:00:00.000Z' }
  expect(reviewForm.safeParse(sent).error?.issues[0]?.message).toBe('integrity.errors.nothingChosen')
  expect(reviewForm.safeParse({ ...sent, group: ['signal:mixed'] }).success).toBe(true)
})
