import { expect, test } from 'vitest'
import { addresseeInWords, bySituation, firstSentence, ledParagraphs } from './letter-list.ts'

const listed = (form: 'letter' | 'card', situation?: 'received' | 'know' | 'silence') => ({
  content: { form, situation },
})

test('letters stand under what happened, in the order of the situations; a card stands nowhere', () => {
  const silence = listed('letter', 'silence')
  const received = listed('letter', 'received')
  const card = listed('card', 'received')
  expect(bySituation([silence, card, received])).toEqual([
    { situation: 'received', letters: [received] },
    { situation: 'silence', letters: [silence] },
  ])
})

test('a letter without a situation is for whoever wants to know', () => {
  const letter = listed('letter')
  expect(bySituation([letter])).toEqual([{ situation: 'know', letters: [letter] }])
})

test('the first sentence ends at its mark, and a text without a mark is one sentence', () => {
  expect(firstSentence('Pour une suspension. Vous avez deux mois.')).toBe('Pour une suspension.')
  expect(firstSentence('Radiation, suspension, refus… Si un calcul y a compté.')).toBe('Radiation, suspension, refus…')
  expect(firstSentence('sans point')).toBe('sans point')
})

test('an addressee in words leaves out what is typed and says that one excludes the other', () => {
  const window = 'France Travail\nDirection générale\n[[if recipientAddress]]\n{{recipientAddress}}\n[[end]]'
  expect(addresseeInWords(window, 'ou')).toBe('France Travail, Direction générale')
  const either = '[[if kind=notice]]\nFrance Travail\n[[else]]\nGreffe du tribunal\n[[end]]'
  expect(addresseeInWords(either, 'ou')).toBe('France Travail, ou Greffe du tribunal')
  expect(addresseeInWords('Conseil départemental {{department}}\nPrésidence', 'ou')).toBe(
    'Conseil départemental, Présidence',
  )
})

test('a paragraph that begins between stars is led by these words', () => {
  expect(ledParagraphs('**What happened.** A letter came.\n\nNo lead.')).toEqual([
    { lead: 'What happened.', rest: 'A letter came.' },
    { lead: '', rest: 'No lead.' },
  ])
})
