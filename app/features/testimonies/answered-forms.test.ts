import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { wasAnswered } from './answered-forms.server.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 1, 4, 18, 0, seconds))

test('a form that comes again is not answered again; a second press in the same gesture is', () => {
  const form = randomUUID()
  expect(wasAnswered(form, at(0))).toBe(false)
  expect(wasAnswered(form, at(2))).toBe(false)
  expect(wasAnswered(form, at(4))).toBe(true)
  expect(wasAnswered(randomUUID(), at(4))).toBe(false)
})

test('a form without a value of its own is always answered', () => {
  expect([wasAnswered(undefined, at(0)), wasAnswered(undefined, at(60))]).toEqual([false, false])
})
