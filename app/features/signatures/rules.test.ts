import { expect, test } from 'vitest'
import { foldedName } from './rules.ts'

test.each([
  ['Zoë Lefèvre', 'lefevre ZOE'],
  ['Jean-François  N’Diaye', 'N’diaye Jean François'],
])('%s and %s are one person', (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other))
})

test('two people of a household have two names', () => {
  expect(foldedName('Zoë Lefèvre')).not.toBe(foldedName('Noah Lefèvre'))
})

test('a name in any script keeps its letters', () => {
  expect(foldedName('Нгуен Тхи')).not.toBe('')
  expect(foldedName('阮 氏')).not.toBe(foldedName('阮 文'))
})
