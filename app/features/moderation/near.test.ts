import { expect, test } from 'vitest'
import { alikeFrom, likeness, sketchOf } from './near.ts'

const story =
  'J’ai reçu un courrier un lundi. On me demandait de prouver quinze heures par semaine. J’ai appelé trois fois, personne ne savait d’où venait le calcul. Au bout de deux mois mon allocation a été suspendue, puis rendue sans un mot d’explication.'
const another =
  'Ma fille est tombée malade au printemps. Le rendez-vous a été manqué, et la radiation est arrivée avant mon message. Il a fallu écrire au médiateur, attendre, et recommencer chaque pièce du dossier depuis le début.'

const between = (one: string, other: string) => {
  const [a, b] = [sketchOf(one), sketchOf(other)]
  return a && b ? likeness(a, b) : 0
}

test('the same text is the same, whatever its accents, capitals and line ends', () => {
  expect(between(story, story.toUpperCase().normalize('NFD').replaceAll('. ', '.\n\n'))).toBe(1)
})

test('a text sent again with a sentence more is alike', () => {
  expect(between(story, `${story} Depuis, j’attends toujours une réponse écrite.`)).toBeGreaterThan(alikeFrom)
  expect(between(story, story.replace('un lundi', 'un mardi matin'))).toBeGreaterThan(alikeFrom)
})

test('two people who tell of the same kind of thing are not alike', () => {
  expect(between(story, another)).toBeLessThan(0.1)
})

test('a text of a few words is like nothing', () => {
  expect(sketchOf('Bonjour à tous')).toBeNull()
  expect(sketchOf('')).toBeNull()
})

test('the estimate is near the true share', () => {
  const vocabulary = Array.from({ length: 400 }, (_, place) => `mot${place}`)
  const half = [...vocabulary.slice(0, 200), ...Array.from({ length: 200 }, (_, place) => `autre${place}`)]
  // 198 shingles of 598 are common: one in three.
  expect(Math.abs(between(vocabulary.join(' '), half.join(' ')) - 198 / 598)).toBeLessThan(0.18)
})
