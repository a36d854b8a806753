import { expect, test } from 'vitest'
import { before, deliveryFault, standingOf } from './rules.ts'
import { handoverForm } from './schema.ts'

test('silence begins on the day after the one on which an answer was due', () => {
  const told = { state: 'delivered', dueOn: '2026-05-02', answeredOn: null } as const
  expect(standingOf(told, '2026-05-02')).toBe('waiting')
  expect(standingOf(told, '2026-05-03')).toBe('silent')
  expect(standingOf({ ...told, answeredOn: '2026-06-01' }, '2026-06-02')).toBe('answered')
  expect(standingOf({ ...told, dueOn: null }, '2030-01-01')).toBe('delivered')
  expect(standingOf({ ...told, state: 'sealed' }, '2030-01-01')).toBe('sealed')
})

test('only what was proposed is sealed, and nothing leads out of what was given up', () => {
  expect(before('sealed')).toEqual(['proposed', 'delivered'])
  expect(before('proposed')).toEqual(['draft'])
  expect(before('draft')).toEqual(['proposed'])
})

test('a delivery is neither before the seal nor in the future', () => {
  const between = { sealedOn: '2026-04-01', today: '2026-04-03' }
  expect(deliveryFault('2026-03-31', between)).toBe('before-sealing')
  expect(deliveryFault('2026-04-04', between)).toBe('in-the-future')
  expect(deliveryFault('2026-04-01', between)).toBeNull()
})

const faults = (form: Record<string, string>) => {
  const read = handoverForm.safeParse(form)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('a letter is written in both languages or in none', () => {
  const save = { intent: 'save', revision: '1', plannedOn: '2026-04-02' }
  expect(faults(save)).toEqual([])
  expect(faults({ ...save, letterFr: 'Bonjour' })).toEqual(['letterEn: handovers.errors.letterBoth'])
  expect(faults({ ...save, plannedOn: '2026-02-30' })).toEqual(['plannedOn: handovers.errors.day'])
  expect(faults({ ...save, letterFr: 'a\u202Eb', letterEn: 'a' })).toEqual(['letterFr: handovers.errors.hidden'])
})

test('an answer has words in both languages, or an address of the web', () => {
  const answer = { intent: 'answer', answeredOn: '2026-04-02' }
  expect(faults(answer)).toEqual(['answerUrl: handovers.errors.answer'])
  expect(faults({ ...answer, answerFr: 'Oui' })).toEqual(['answerEn: handovers.errors.answer'])
  expect(faults({ ...answer, answerUrl: 'https://example.org/a' })).toEqual([])
  for (const url of ['http://example.org', 'javascript:alert(1)', 'https://', 'https://a b'])
    expect(faults({ ...answer, answerUrl: url })).toEqual(['answerUrl: handovers.errors.url'])
})
