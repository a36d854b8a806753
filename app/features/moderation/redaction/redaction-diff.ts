import { listDiff, type DiffPart } from '#app/features/campaigns/word-diff.ts'
import { workingFields, type WorkingField, type WorkingText } from './working-text.ts'

/** A bar is one word: it appears or it does not. */
const words = (text: string) => text.match(/\[\[[^[\]]*\]\]|\n\s*|[^\S\n]+|[\p{L}\p{N}’'_-]+|[^\s\p{L}\p{N}]/gu) ?? []

/** What was taken out and put in on the way from one text to another, bars as bars. */
export const redactionDiff = (older: string, newer: string): DiffPart[] =>
  withoutSharedEnds(listDiff(words(older), words(newer)))

/** What is no word, at the end. */
const endOf = (text: string) => /[^\p{L}\p{N}[\]]*$/u.exec(text)?.[0] ?? ''

/** A blank or a comma at the end of both what went and what came is part of neither. */
function withoutSharedEnds(parts: readonly DiffPart[]): DiffPart[] {
  const result = parts.map((part) => ({ ...part }))
  result.push({ kind: 'same', text: '' })
  result.forEach((removed, place) => {
    const added = result[place + 1]
    const after = result[place + 2]
    if (removed.kind !== 'removed' || added?.kind !== 'added' || !after) return
    let shared = endOf(removed.text)
    while (!endOf(added.text).endsWith(shared)) shared = shared.slice(1)
    removed.text = removed.text.slice(0, removed.text.length - shared.length)
    added.text = added.text.slice(0, added.text.length - shared.length)
    after.text = shared + after.text
  })
  return result.filter(({ text }) => text !== '')
}

export interface FieldDiff {
  field: WorkingField
  parts: DiffPart[]
}

/** The fields that read differently, in the order of the page. */
export const fieldDiffs = (older: WorkingText, newer: WorkingText): FieldDiff[] =>
  workingFields
    .filter((field) => older[field] !== newer[field])
    .map((field) => ({ field, parts: redactionDiff(older[field], newer[field]) }))

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether the quote stands in the text as it does in the quote: sentences may be left out between, never changed. */
export const isQuoted = ({ text, quote }: WorkingText): boolean => {
  const whole = inOneLine(text)
  return quote.split(/\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\)/).every((piece) => whole.includes(inOneLine(piece)))
}
