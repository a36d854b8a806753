import { listDiff, type DiffPart } from '#app/features/campaigns/word-diff.ts'
import { workingFields, type WorkingField, type WorkingText } from './working-text.ts'

/** A bar is one word: it appears or it does not. */
const words = (text: string) => text.match(/\[\[[^[\]]*\]\]|\n\s*|[^\S\n]+|[\p{L}\p{N}’'_-]+|[^\s\p{L}\p{N}]/gu) ?? []

/** What was taken out and put in on the way from one text to another, bars as bars. */
export const redactionDiff = (older: string, newer: string): DiffPart[] => listDiff(words(older), words(newer))

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
