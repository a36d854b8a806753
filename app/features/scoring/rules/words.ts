import type { Locale } from '#app/i18n/locale.ts'

/** Sentences with their places for numbers left open: `{{number}}`. A counted one has two forms, `name_one` and `name_other`. */
export type Words = Readonly<Record<string, string>>

/** What is said otherwise of a score of suspicion and of one of chances. */
export const modeWords = [
  'state.hit',
  'state.falseAlarm',
  'state.missed',
  'state.leftAlone',
  'head.found',
  'head.innocent',
  'head.flagged',
  'head.left',
  'head.base',
  'head.wrong',
  'head.right',
  'head.spread',
  'head.recall',
  'head.remaining',
  'head.start',
  'isFlagged',
  'isNot',
  'lot',
  'lotHelps',
  'lotSame',
  'smallestOut',
  'smallestIn',
  'impossible',
  'procedure',
  'rule',
] as const

export const countedModeWords = ['flagged', 'wrong', 'outOf100'] as const

export const plainWords = [
  'nobody',
  'of',
  'none',
  'person',
  'personOf',
  'ruleName',
  'quoted',
  'tried',
  'yes',
  'no',
] as const

export const countedWords = ['points', 'labels'] as const

export const placeholders = [
  'number',
  'whole',
  'person',
  'points',
  'most',
  'threshold',
  'facts',
  'checks',
  'found',
  'byLot',
  'needed',
  'rule',
  'first',
  'second',
  'firstRate',
  'secondRate',
  'opaque',
  'fair',
  'start',
  'state',
] as const

export interface Saying {
  words: Words
  locale: Locale
}

export type Values = Record<string, string | number>

const fill = (sentence: string, values: Values): string =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole))

export const say = ({ words }: Saying, name: string, values: Values = {}): string => fill(words[name] ?? name, values)

/** The form that goes with the number. French: 0 and 1 are one. */
export const sayCounted = (saying: Saying, name: string, { count, ...values }: Values & { count: number }): string => {
  const form = count === 1 || (saying.locale === 'fr' && count === 0) ? 'one' : 'other'
  return say(saying, `${name}_${form}`, { number: count, ...values })
}
