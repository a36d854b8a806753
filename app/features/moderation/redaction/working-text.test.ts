import { expect, test } from 'vitest'
import { translator } from '#app/i18n/t.ts'
import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Finding } from '#app/features/testimonies/guard/finding.ts'
import { replaced, type Span } from './bars.ts'
import { groupsFor, phraseGroups, proposedFor, withArticle } from './phrases.ts'
import { obstaclesTo } from './proposal.ts'
import { countOf, findingsIn, foundAt, foundIn, nextFound, timesLeft, workingText } from './working-text.ts'

const told = {
  title: 'Chez Mme Verdier',
  text: 'J’ai appelé le 06 39 98 12 34. Mme Verdier a dit non, puis Mme Verdier a raccroché.',
  contentWarning: null,
  quote: null,
}
const texts = workingText(told)
const found = foundIn(texts)

test('every field that is to appear is looked through, in the order of the page', () => {
  expect(found.map(({ field, type, words }) => [field, type, words])).toEqual([
    ['title', 'person', 'Mme Verdier'],
    ['text', 'phone', '06 39 98 12 34'],
    ['text', 'person', 'Mme Verdier'],
    ['text', 'person', 'Mme Verdier'],
  ])
  expect(countOf(found)).toEqual({ stops: 1, warns: 3 })
  expect(timesLeft(texts, 'Mme Verdier')).toBe(3)
})

test('a bar hides nothing, and brackets do not break a number in two', () => {
  expect(findingsIn('avec [[Mme Verdier]]')).toMatchObject([{ type: 'person', start: 7, end: 18 }])
  const text = 'au 06 39 [[98]] 12 34'
  const [phone] = findingsIn(text)
  expect(phone && text.slice(phone.start, phone.end)).toBe('06 39 [[98]] 12 34')
  expect(phone && replaced(text, { spans: [phone], words: 'un numéro' })).toBe('au [[un numéro]]')
})

test('no neutral phrase is itself something to be found', () => {
  for (const t of [translator('fr'), translator('en')])
    for (const phrase of Object.values(phraseGroups).flat()) {
      const words = t(`moderation.redaction.phrases.${phrase}`)
      for (const text of [
        `[[${words}]]`,
        `Ma conseillère, [[${words}]], m’a dit non.`,
        `Le [[${words}]] on m’a écrit, à [[${words}]].`,
      ])
        expect([text, ...findingsIn(text)]).toEqual([text])
    }
})

test('from finding to finding, round and round, forward and back', () => {
  const at = (one: (typeof found)[number] | undefined) => one && { field: one.field, start: one.start, end: one.end }
  expect(nextFound(found, null, 1)).toBe(found[0])
  expect(nextFound(found, at(found[0]) ?? null, 1)).toBe(found[1])
  expect(nextFound(found, at(found[3]) ?? null, 1)).toBe(found[0])
  expect(nextFound(found, at(found[0]) ?? null, -1)).toBe(found[3])
  expect(nextFound(found, { field: 'text', start: 0, end: 0 }, 1)).toBe(found[1])
  expect(nextFound([], null, -1)).toBeUndefined()
  expect(foundAt(found, { field: 'text', start: 20, end: 20 })).toBe(found[1])
  expect(foundAt(found, { field: 'text', start: 0, end: 0 })).toBeNull()
})

const proposal = (text: string) => {
  const [finding] = findIdentifiers(text)
  return finding && [proposedFor(finding, text), ...at(text, withArticle(text, finding))]
}
const at = (text: string, { start, end }: Span) => [text.slice(start, end)]

test('what is proposed fits what was found and what stands before it', () => {
  expect(proposal('J’ai vu Mme Verdier hier.')).toEqual(['caseworker', 'Mme Verdier'])
  expect(proposal('J’ai vu Monsieur Durand hier.')).toEqual(['adviser', 'Monsieur Durand'])
  expect(proposal('Ma conseillère, Mme Verdier, m’a dit non.')).toEqual(['nameRemoved', 'Mme Verdier'])
  expect(proposal('à l’agence de Toulouse Bellefontaine, oui')).toEqual([
    'agency',
    'l’agence de Toulouse Bellefontaine',
  ])
  expect(proposal('Le 14 mars 2026 à Toulouse on m’a dit non.')).toEqual(['spring', 'Le 14 mars 2026 à Toulouse'])
  const text = 'On 3 November 2025 in Leeds they said no.'
  const day: Finding = { type: 'date-place', severity: 'warn', wording: 'date-place', start: 3, end: 27 }
  expect([proposedFor(day, text), ...at(text, withArticle(text, day))]).toEqual([
    'autumn',
    'On 3 November 2025 in Leeds',
  ])
  expect(groupsFor({ type: 'phone' })[0]?.group).toBe('contacts')
  expect(groupsFor(null)[0]?.group).toBe('people')
})

test('what must not appear stands against a proposal, in whichever field it is', () => {
  expect(obstaclesTo({ ...told, title: 'Un appel' }, '2')).toEqual({ stops: ['text'], notLookedAt: false })
  expect(obstaclesTo({ ...told, text: 'Rien.', quote: 'Au 06 39 98 12 34.' }, '1').stops).toEqual(['quote'])
})

test('a tick for what was counted does not stand for what came later', () => {
  const doubtful = { ...told, title: 'Un appel', text: 'J’ai vu Mme Verdier et M. Durand.' }
  expect(obstaclesTo(doubtful, '2')).toEqual({ stops: [], notLookedAt: false })
  expect(obstaclesTo(doubtful, '1').notLookedAt).toBe(true)
  expect(obstaclesTo(doubtful, undefined).notLookedAt).toBe(true)
  expect(obstaclesTo({ ...doubtful, text: 'Rien.' }, undefined)).toEqual({ stops: [], notLookedAt: false })
})
