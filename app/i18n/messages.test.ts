import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { compareMessages, type Messages } from './verify-messages.ts'

test('French and English say the same things', () => {
  expect(compareMessages(fr, en)).toEqual([])
})

test('a sentence that one language lacks is named, whichever language it is', () => {
  expect(compareMessages({ site: { title: 'Titre' } }, { site: {} })).toEqual(['en: site.title is missing'])
  expect(compareMessages({}, { site: { title: 'Title' } })).toEqual(['fr: site.title is missing'])
})

test('an empty sentence is as bad as none', () => {
  expect(compareMessages({ title: 'Titre' }, { title: ' ' })).toEqual(['en: title is empty'])
})

test('a plural needs one and other in both languages, and French may add many', () => {
  const whole = { n_one: 'une', n_other: '{{count}}' }
  expect(compareMessages({ ...whole, n_many: '{{count}} de' }, whole)).toEqual([])
  expect(compareMessages(whole, { n_other: '{{count}}' })).toEqual(['en: n_one is missing'])
  expect(compareMessages({ n_one: 'une' }, whole)).toContain('fr: n_other is missing')
})

test('a plural form that the language never uses is named', () => {
  const whole = { n_one: 'one', n_other: 'more' }
  expect(compareMessages(whole, { ...whole, n_many: 'lots' })).toEqual(['en: n_many is never said'])
  expect(compareMessages({ ...whole, n_zero: 'aucune' }, whole)).toEqual(['fr: n_zero is never said'])
})

test('a sentence is either plain or a plural', () => {
  const whole = { n_one: 'one', n_other: 'more' }
  expect(compareMessages(whole, { ...whole, n: 'n' })).toEqual(['en: n is also a plural'])
})

test('a name to fill in that one language forgot is named', () => {
  const french = { hello: 'Bonjour {{name}}' }
  expect(compareMessages(french, { hello: 'Hello' })).toEqual(['en: hello lacks {{name}}'])
  expect(compareMessages({ hello: 'Bonjour' }, { hello: 'Hello {{ name }}' })).toEqual(['fr: hello lacks {{name}}'])
})

test('one form may leave out the number when the other says it', () => {
  const forms = { n_one: 'une signature', n_other: '{{count}} signatures' }
  expect(compareMessages(forms, { n_one: '{{count}} signature', n_other: '{{count}} signatures' })).toEqual([])
})

test('what is said to whoever has confirmed holds under review too, and tells nobody that they are', () => {
  for (const { signatures, emails } of [fr, en]) {
    const { confirmed, confirm, notMe, next } = signatures
    const said = [confirmed, confirm.doneLead, notMe.counted, notMe.willUncount, next.number, emails.alreadySigned]
    expect(JSON.stringify(said)).not.toMatch(
      /elle compte|est (déjà )?comptée|signature compte|vous compte|retirée du compte|et comptée|(it|signature) (already )?counts|and counts|and counted|counts you|no longer counts/iu,
    )
  }
})

const sourceFolders = ['app', 'emails', 'e2e']

/** Every string and template piece of the source that could be a key or the beginning of one. */
function possibleKeys(): { whole: Set<string>; beginnings: Set<string> } {
  const whole = new Set<string>()
  const beginnings = new Set<string>()
  for (const folder of sourceFolders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || name.includes('generated') || name.endsWith('messages.test.ts')) continue
      const source = readFileSync(join(folder, name), 'utf8')
      for (const [, key] of source.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)) if (key) whole.add(key)
      // A schema that is given the beginning of its messages: `key: 'testimonies.errors.title'` says titleMissing, titleTooLong…
      for (const [, start] of source.matchAll(/\bkey: '([a-z]\w*(?:\.\w+)+)'/g)) if (start) beginnings.add(start)
      for (const [, start] of source.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)) if (start) beginnings.add(start)
    }
  }
  return { whole, beginnings }
}

const keysOf = (messages: Messages, path = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [(path + key).replace(/_(one|many|other)$/, '')] : keysOf(value, `${path}${key}.`),
  )

test('no sentence is kept that nobody says', () => {
  const { whole, beginnings } = possibleKeys()
  const silent = keysOf(fr).filter((key) => !whole.has(key) && ![...beginnings].some((start) => key.startsWith(start)))
  expect([...new Set(silent)]).toEqual([])
})
