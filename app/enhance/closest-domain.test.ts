import { expect, test } from 'vitest'
import { closestDomain } from './closest-domain.ts'

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['hotmial.fr', 'hotmail.fr'],
  ['oragne.fr', 'orange.fr'],
  ['fre.fr', 'free.fr'],
])('%s was probably %s', (typed, meant) => {
  expect(closestDomain(typed)).toBe(meant)
})

test.each(['gmail.com', 'example.org', 'ac-toulouse.fr', 'x.fr', ''])('%s is left as it is', (typed) => {
  expect(closestDomain(typed)).toBeNull()
})
