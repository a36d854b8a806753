import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Finding } from '#app/features/testimonies/guard/finding.ts'
import { barsOf, sameWords, type Span } from './bars.ts'

/** What of a testimony is to appear, in the order in which it is read on the workbench. */
export const workingFields = ['title', 'text', 'contentWarning', 'quote'] as const
export type WorkingField = (typeof workingFields)[number]
export type WorkingText = Record<WorkingField, string>

/** As it may come from a draft or a form. */
export type Appearing = { [field in WorkingField]: string | null }

export const workingText = ({ title, text, contentWarning, quote }: Appearing): WorkingText => ({
  title: title ?? '',
  text: text ?? '',
  contentWarning: contentWarning ?? '',
  quote: quote ?? '',
})

/** Word for word the same, in every field. */
export function sameText(one: Appearing, other: Appearing): boolean {
  const [a, b] = [workingText(one), workingText(other)]
  return workingFields.every((field) => a[field] === b[field])
}

/** What points to a person, and where. */
export interface Found extends Finding {
  field: WorkingField
  words: string
}

/** As it will be read, and where each character of that stands. */
function asRead(text: string): { read: string; places: number[] } {
  const hidden = new Set(barsOf(text).flatMap(({ start, end }) => [start, start + 1, end - 2, end - 1]))
  const places: number[] = []
  let read = ''
  for (let place = 0; place < text.length; place += 1)
    if (!hidden.has(place)) {
      read += text[place] ?? ''
      places.push(place)
    }
  return { read, places }
}

/**
 * What the guard finds in a text as it will be read: a bar hides nothing, its words are what everybody sees, and brackets
 * around a part of a number do not make it two numbers.
 */
export function findingsIn(text: string): Finding[] {
  if (!text.includes('[[')) return findIdentifiers(text)
  const { read, places } = asRead(text)
  return findIdentifiers(read).map((finding) => ({
    ...finding,
    start: places[finding.start] ?? 0,
    end: (places[finding.end - 1] ?? -1) + 1,
  }))
}

/** What is still there, field by field. */
export const foundIn = (texts: WorkingText): Found[] =>
  workingFields.flatMap((field) =>
    findingsIn(texts[field]).map((finding) => ({
      ...finding,
      field,
      words: texts[field].slice(finding.start, finding.end),
    })),
  )

export const countOf = (found: readonly Found[]) => {
  const stops = found.filter(({ severity }) => severity === 'stop').length
  return { stops, warns: found.length - stops }
}

/** How often the same words stand in what is to appear. */
export const timesLeft = (texts: WorkingText, words: string): number =>
  workingFields.reduce((times, field) => times + sameWords(texts[field], words).length, 0)

export interface Place extends Span {
  field: WorkingField
}

const orderOf = ({ field, start }: Place | Found): number => workingFields.indexOf(field) * 1_000_000 + start

/** The next finding after a place, or the one before it; round and round. */
export function nextFound(found: readonly Found[], place: Place | null, step: 1 | -1): Found | undefined {
  if (!place) return step === 1 ? found[0] : found.at(-1)
  const here = orderOf(place)
  return step === 1
    ? (found.find((one) => orderOf(one) > here || (orderOf(one) === here && place.end < one.end)) ?? found[0])
    : (found.findLast((one) => orderOf(one) < here) ?? found.at(-1))
}

/** The finding on which the keyboard is. */
export const foundAt = (found: readonly Found[], place: Place | null): Found | null =>
  (place &&
    found.find(
      ({ field, start, end }) =>
        field === place.field && (start < place.end || start === place.start) && place.start < end,
    )) ??
  null
