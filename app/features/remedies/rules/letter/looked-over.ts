import { isDay } from '#app/features/remedies/rules/deadlines/due-day.ts'
import { fieldOf } from './due-days.ts'
import { centsOf, mostOf, valueOf, wordsOf, type MakerField, type MakerLetter, type Typed } from './typed.ts'

export const faults = ['badDay', 'future', 'badAmount', 'badEmail', 'tooLong'] as const
export type Fault = (typeof faults)[number]

export interface LookedOver {
  /** What cannot be as it was typed, by field. */
  wrong: { name: string; fault: Fault }[]
  /** Fields that the letter waits for. A letter with blanks can be taken along all the same: some things are written by hand. */
  missing: string[]
}

const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** A day from which time runs has come already; others may lie ahead, as a hearing does. */
const hasCome = (letter: Pick<MakerLetter, 'deadlines'>): Set<string> =>
  new Set(letter.deadlines.map(({ from }) => fieldOf(from)).filter((name) => name !== 'date'))

function faultOf(field: MakerField, value: string, latest: string | null): Fault | null {
  if (value === '') return null
  if (value.length > mostOf[field.as === 'text' ? 'text' : 'line']) return 'tooLong'
  if (field.as === 'day') {
    if (!isDay(value)) return 'badDay'
    return latest !== null && value > latest ? 'future' : null
  }
  if (field.as === 'amount') return centsOf(value) === null ? 'badAmount' : null
  return field.as === 'email' && !email.test(value) ? 'badEmail' : null
}

/** What is wrong and what is missing in what was typed. @param today `YYYY-MM-DD`, where the person is */
export function lookOver(letter: MakerLetter, typed: Typed, today: string): LookedOver {
  const past = hasCome(letter)
  const wrong = letter.fields.flatMap((field) => {
    const fault = faultOf(field, valueOf(typed, field.name), past.has(field.name) ? today : null)
    return fault ? [{ name: field.name, fault }] : []
  })
  const missing = letter.fields
    .filter((field) => !field.optional && wordsOf(field, typed) === '')
    .map(({ name }) => name)
    .filter((name) => !wrong.some((fault) => fault.name === name))
  return { wrong, missing }
}
