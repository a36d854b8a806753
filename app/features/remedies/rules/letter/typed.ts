import { daysBetween } from '#app/i18n/calendar.ts'
import { isDay } from '#app/features/remedies/rules/deadlines/due-day.ts'
import type { LetterContent, LetterField } from '#app/features/remedies/schema.ts'

export type MakerField = Pick<LetterField, 'name' | 'as' | 'optional' | 'choicesFr'>

/** What a letter is made of in the browser: its French words and what is typed, without the explanations around it. */
export type MakerLetter = Pick<LetterContent, 'deadlines'> & {
  fields: readonly MakerField[]
  fr: Pick<LetterContent['fr'], 'addressee' | 'subject' | 'body'>
  enclosures: readonly { fr: string }[]
}

/** What was typed, by the name of the field; the values ticked, where several may be. */
export type Typed = ReadonlyMap<string, string | readonly string[]>

/** Characters at most: more is cut where it is typed, not here. */
export const mostOf = { line: 300, text: 20_000 } as const

/**
 * Words as they may stand in a letter of any format: one kind of line break, single spaces, and none of the characters that XML 1.0 (§2.2) does not know:
 * control characters, halves of a character, noncharacters.
 */
export const cleaned = (words: string): string =>
  words
    .replaceAll(/\r\n|[\r\u0085\u2028\u2029\u000b\u000c]/g, '\n')
    .replaceAll(/[\t ]+/g, ' ')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '')

export interface Choice {
  value: string
  label: string
}

/** `value: label`, one per line. */
export const choicesOf = (lines: string): Choice[] =>
  lines.split('\n').flatMap((line) => {
    const [, value, label] = /^\s*([^\s:]+)\s*:\s*(.+?)\s*$/.exec(line) ?? []
    return value && label ? [{ value, label }] : []
  })

/** One value as it was typed; the first where several were ticked. */
export const valueOf = (typed: Typed, name: string): string => {
  const value = typed.get(name) ?? ''
  return cleaned(typeof value === 'string' ? value : (value[0] ?? '')).trim()
}

export const ticksOf = (typed: Typed, name: string): readonly string[] => {
  const value = typed.get(name) ?? []
  return typeof value === 'string' ? [value] : value
}

/** Euros in cents, from `1 234,5`, `1234.50` or `1.234,50 €`; null when it is no amount, or too much to be one. */
export function centsOf(text: string): number | null {
  const bare = text.replaceAll(/[\s€]/g, '').replace(/[.](?=\d{3}(\D|$))/g, '')
  const [, euros, cents = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare) ?? []
  return euros === undefined ? null : Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

const longDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'long' })
const euro = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })

/** `1er mars 2026`. */
const dayInFrench = (day: string): string =>
  longDay.format(daysBetween('1970-01-01', day) * 86_400_000).replace(/^1 /, '1er ')

/** The words that stand in the letter for what was typed; empty when there are none, or when it is no day and no amount. */
export function wordsOf(field: MakerField, typed: Typed): string {
  const value = valueOf(typed, field.name)
  switch (field.as) {
    case 'day':
      return isDay(value) ? dayInFrench(value) : ''
    case 'amount': {
      const cents = centsOf(value)
      return cents === null ? '' : euro.format(cents / 100)
    }
    case 'choice':
    case 'checks':
      return labelsOf(field, typed).join(', ')
    case 'text':
      return value
    case 'line':
    case 'email':
      return value.replaceAll('\n', ' ')
  }
}

/** The French labels of what was chosen, in the order of the letter. */
export function labelsOf(field: MakerField, typed: Typed): string[] {
  const chosen = ticksOf(typed, field.name)
  return choicesOf(field.choicesFr).flatMap(({ value, label }) => (chosen.includes(value) ? [label] : []))
}
