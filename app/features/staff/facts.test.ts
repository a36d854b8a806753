import { expect, test } from 'vitest'
import { translator } from '#app/i18n/t.ts'
import { factsInWords } from './facts.ts'

const told = (locale: 'fr' | 'en', facts: Record<string, string>) =>
  factsInWords(
    Object.entries(facts).map(([name, value]) => ({ name, value })),
    translator(locale),
    locale,
  )

test('what stands beside a deed is said in words of the reader, names and values', () => {
  expect(told('fr', { winner: 'b' })).toBe('objet B')
  expect(told('en', { winner: 'b' })).toBe('subject B')
  expect(told('fr', { because: 'approval' })).toBe('parce que l’accord d’une autre personne manquait')
  expect(told('en', { role: 'moderator', sessions: '2' })).toBe('role: Moderator, sessions: 2')
  expect(told('fr', { resendsDoubtful: 'true', lettersPerHour: 'null' })).toBe(
    'messages sans réponse renvoyés\u00a0: oui, messages par heure\u00a0: aucun',
  )
  expect(told('fr', { at: '2026-03-14T08:30:00.000Z' })).toContain('14 mars 2026')
})

test('what has no words yet is shown as it is written down', () => {
  expect(told('fr', { cells: '3', constructor: 'x' })).toBe('cells 3, constructor x')
})
