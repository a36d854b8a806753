import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attempts, consequences } from '#app/features/testimonies/schema.ts'
import { formOf, readChoice } from './beside-form.ts'

const names = ['showSystem', 'showDepartment', 'showPeriod', 'showConsequences', 'showAttempts'] as const

test('a form in which nothing is ticked shows nothing', () => {
  expect(readChoice({})).toEqual({
    system: false,
    department: false,
    period: 'none',
    consequences: [],
    attempts: [],
  })
})

test('whatever is sent, a form shows nothing but what its lists know, each once', () => {
  const sent = fc.oneof(fc.string(), fc.array(fc.oneof(fc.string(), fc.constantFrom<string>(...consequences, 'on'))))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), sent), (values) => {
      const choice = readChoice(values)
      expect(choice.consequences).toEqual(consequences.filter((code) => choice.consequences.includes(code)))
      expect(choice.attempts).toEqual(attempts.filter((code) => choice.attempts.includes(code)))
      expect(['month', 'year', 'none']).toContain(choice.period)
      expect([choice.system, choice.department]).toEqual([values.showSystem === 'on', values.showDepartment === 'on'])
    }),
  )
})

test('a choice comes back from its form as it was', () => {
  const choice = fc.record({
    system: fc.boolean(),
    department: fc.boolean(),
    period: fc.constantFrom('month' as const, 'year' as const, 'none' as const),
    consequences: fc.subarray([...consequences]),
    attempts: fc.subarray([...attempts]),
  })
  fc.assert(
    fc.property(choice, (given) => {
      expect(readChoice(formOf(given))).toEqual(given)
    }),
  )
})
