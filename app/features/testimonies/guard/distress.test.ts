import { expect, test } from 'vitest'
import { findDistress } from './distress.ts'

test.each([
  'J’ai pensé au suicide.',
  'j’ai failli me suicider',
  'Je veux mourir.',
  'j’ai envie d’en finir',
  'en finir avec la vie',
  'J’ai voulu mettre fin à mes jours.',
  'attenter à mes jours',
  'je n’ai plus envie de vivre',
  'Je ne veux plus vivre comme ça.',
  'des idées noires tous les soirs',
  'me foutre en l’air',
  'j’ai songé à me pendre',
  'JE VEUX MOURIR',
  'J’ai voulu mourir.',
  'jai envi de mourir',
  'C’est un suicide assisté administratif.',
  'I want to die.',
  'I wanted to kill myself',
  'thought about ending my life',
  'they would be better off without me',
  'I don’t want to live any more',
  'suicidal thoughts',
  'I started hurting myself',
])('help is shown to who writes “%s”', (text) => {
  expect(findDistress(text)).toBe(true)
})

test.each([
  'Je veux en finir avec ce dossier.',
  'J’ai pleuré tout le week-end.',
  'À mourir de rire.',
  'mon père est mort en mars',
  'Je suis à bout de patience.',
  'They killed my file.',
  'the deadline had passed',
  'J’ai attendu trois mois.',
])('of “%s” nothing is made', (text) => {
  expect(findDistress(text)).toBe(false)
})
