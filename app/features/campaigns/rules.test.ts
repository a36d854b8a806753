import { expect, test } from 'vitest'
import { versionSigned, isSlug } from './rules.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const hoursAgo = (hours: number) => new Date(noon.getTime() - hours * 3_600_000)
const texts = (replacedHoursAgo: number) => ({
  current: 3,
  replaced: [
    { version: 1, at: hoursAgo(replacedHoursAgo + 100) },
    { version: 2, at: hoursAgo(replacedHoursAgo) },
  ],
})

test('a form signs the version its page showed', () => {
  expect(versionSigned(3, texts(1), noon)).toEqual({ outcome: 'signed', version: 3 })
})

test('a page that was open when the text changed is signed as it was read, for a day', () => {
  expect(versionSigned(2, texts(1), noon)).toEqual({ outcome: 'signed', version: 2 })
  expect(versionSigned(2, texts(23.99), noon)).toEqual({ outcome: 'signed', version: 2 })
  expect(versionSigned(2, texts(24), noon)).toEqual({ outcome: 'text-changed' })
})

test('what counts is since when a version is no longer shown, not how many came after it', () => {
  const twoInAnHour = { current: 3, replaced: [1, 2].map((version) => ({ version, at: hoursAgo(1) })) }
  expect(versionSigned(1, twoInAnHour, noon)).toEqual({ outcome: 'signed', version: 1 })
  expect(versionSigned(1, texts(1), noon)).toEqual({ outcome: 'text-changed' })
})

test('a form that names no version, or one that never was, signs the text of now', () => {
  for (const shown of [null, 0, -1]) expect(versionSigned(shown, texts(1), noon)).toMatchObject({ version: 3 })
})

test('a version newer than those known here is left to whoever can look', () => {
  expect(versionSigned(4, texts(1), noon)).toEqual({ outcome: 'unheard-of' })
})

test.each(['inbox', 'privacy', 'confirm', 'Score', 'a/b', ''])('%j names no campaign', (text) => {
  expect(isSlug(text)).toBe(false)
})

test.each(['score', 'inboxes', '2026-scores'])('%j may name a campaign', (text) => {
  expect(isSlug(text)).toBe(true)
})
