import { expect, test } from 'vitest'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import { attempts, consequences, testifyForm } from './schema.ts'

const form = testifyForm(['31', '2A'])
const valid = {
  title: 'Contrôlé trois fois',
  story: 'On m’a convoqué trois fois sans dire pourquoi.',
  system: 'control',
  department: '31',
  period: '2026-01',
  uses: ['publish', 'internal'],
  contentWarning: '',
  consent: 'on',
}

function errorsOf(changed: Record<string, unknown>): Record<string, string> {
  const { error } = form.safeParse({ ...valid, ...changed })
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]))
}

test('a complete deposit is accepted, its uses in the order of the ladder', () => {
  expect(form.parse(valid)).toMatchObject({ uses: ['internal', 'publish'], contentWarning: null, department: '31' })
})

test('department, month, uses and warning may be left out', () => {
  const { title, story, system, consent } = valid
  expect(form.parse({ title, story, system, consent })).toMatchObject({
    department: null,
    period: null,
    uses: [],
    contentWarning: null,
  })
  expect(form.parse({ ...valid, department: '', period: '' })).toMatchObject({ department: null, period: null })
})

test('nothing is kept without consent', () => {
  expect(errorsOf({ consent: undefined })).toEqual({ consent: 'testimonies.errors.consentMissing' })
  expect(errorsOf({ consent: 'yes' })).toEqual({ consent: 'testimonies.errors.consentMissing' })
})

test('lengths are counted in characters, not in units of storage', () => {
  expect(errorsOf({ title: '🙂'.repeat(120) })).toEqual({})
  expect(errorsOf({ title: '🙂'.repeat(121) })).toEqual({ title: 'testimonies.errors.titleTooLong' })
  expect(errorsOf({ story: 'é'.repeat(20_000) })).toEqual({})
  expect(errorsOf({ story: 'é'.repeat(20_001) })).toEqual({ story: 'testimonies.errors.storyTooLong' })
  expect(errorsOf({ story: 'a'.repeat(19) })).toEqual({ story: 'testimonies.errors.storyTooShort' })
  expect(errorsOf({ contentWarning: 'a'.repeat(201) })).toEqual({
    contentWarning: 'testimonies.errors.contentWarningTooLong',
  })
})

test('a line end counts as one character, whoever sent it', () => {
  expect(form.parse({ ...valid, story: 'Une première ligne.\r\nUne autre.\rLa fin.' }).story).toBe(
    'Une première ligne.\nUne autre.\nLa fin.',
  )
  expect(errorsOf({ story: `${'a'.repeat(9)}\r\n\r\n${'a'.repeat(9)}` })).toEqual({})
})

test('accents typed in two strokes are one character', () => {
  expect(form.parse({ ...valid, title: 'Controle\u0301' }).title).toBe('Controlé')
})

test('control characters are refused, and said', () => {
  expect(errorsOf({ story: 'Un récit avec un son de cloche.\u0007' })).toEqual({
    story: 'testimonies.errors.storyControl',
  })
  expect(errorsOf({ title: 'Deux\nlignes' })).toEqual({ title: 'testimonies.errors.titleControl' })
  expect(errorsOf({ title: 'À l’envers\u202E' })).toEqual({ title: 'testimonies.errors.titleControl' })
  expect(errorsOf({ contentWarning: 'a\u0000b' })).toEqual({
    contentWarning: 'testimonies.errors.contentWarningControl',
  })
})

test('only what the lists hold can be chosen', () => {
  expect(errorsOf({ system: 'magic' })).toEqual({ system: 'testimonies.errors.systemMissing' })
  expect(errorsOf({ department: '99' })).toEqual({ department: 'testimonies.errors.departmentUnknown' })
  expect(errorsOf({ uses: ['internal', 'sale'] })).toEqual({ uses: 'testimonies.errors.usesUnknown' })
  expect(errorsOf({ period: '2026-13' })).toEqual({ period: 'testimonies.errors.periodForm' })
  expect(errorsOf({ period: '2026-01-05' })).toEqual({ period: 'testimonies.errors.periodForm' })
})

test('every error of the form has words in both languages', () => {
  const { error } = form.safeParse({ uses: 'x', department: 3, period: 4, contentWarning: 'a'.repeat(300) })
  const keys = [
    ...(error?.issues ?? []).map(({ message }) => message),
    ...Object.values(errorsOf({ title: 'a'.repeat(121), story: 'a', contentWarning: '\u0001' })),
    ...Object.values(errorsOf({ title: '\u0001a', story: '\u0001a' })),
    'testimonies.errors.periodInFuture',
  ]
  for (const key of keys) {
    const [room, part, name = ''] = key.split('.')
    expect([room, part]).toEqual(['testimonies', 'errors'])
    expect(Object.keys(fr.testimonies.errors)).toContain(name)
    expect(Object.keys(en.testimonies.errors)).toContain(name)
  }
})

test('what followed and what was tried are codes of closed lists, each once, with words in both languages', () => {
  const told = form.parse({ ...valid, consequences: ['money', 'check', 'money'], attempts: ['court'] })
  expect(told).toMatchObject({ consequences: ['check', 'money'], attempts: ['court'] })
  expect(errorsOf({ consequences: ['jail'] })).toEqual({ consequences: 'testimonies.errors.consequencesUnknown' })
  expect(errorsOf({ attempts: ['magic'] })).toEqual({ attempts: 'testimonies.errors.attemptsUnknown' })
  for (const { testimonies } of [fr, en]) {
    expect(Object.keys(testimonies.consequences)).toEqual([...consequences])
    expect(Object.keys(testimonies.attempts)).toEqual([...attempts])
  }
})
