import { findStops } from './find-identifiers.ts'
import type { Finding } from './finding.ts'
import { withoutStops, type Neutral } from './neutralise.ts'

/** The fields of a deposit that are written freely. */
export const guardedFields = ['title', 'story', 'contentWarning'] as const
export type GuardedField = (typeof guardedFields)[number]
/** The same of the forms behind a receipt: an answer, a correction with a word about it, a refusal. */
export const guardedInInbox = ['message', 'title', 'text', 'contentWarning', 'quote', 'note', 'why'] as const
type Guarded = GuardedField | (typeof guardedInInbox)[number]

const stopTypes = ['nir', 'iban', 'rib', 'phone', 'email'] as const
type StopType = (typeof stopTypes)[number]
/** Says what kind of thing was found, never the thing. */
export type StopErrorKey = `testimonies.guard.errors.${StopType | 'several'}`

/** What was typed, as a form has it: other fields, lists and what is missing are left alone. */
type Typed = Readonly<Record<string, string | readonly string[] | null | undefined>>

const written = (typed: Typed, field: Guarded): string => {
  const value = typed[field]
  return typeof value === 'string' ? value : ''
}

/** What a title and a story would be refused for. */
export const stopFindings = (title: string, story: string): { title: Finding[]; story: Finding[] } => ({
  title: findStops(title),
  story: findStops(story),
})

function errorOf(found: Finding[]): StopErrorKey | null {
  const kinds = stopTypes.filter((type) => found.some((finding) => finding.type === type))
  const [only] = kinds
  if (!only) return null
  return `testimonies.guard.errors.${kinds.length > 1 ? 'several' : only}`
}

/** For each field that may not be sent as it stands, what is wrong with it. Empty when all may. */
export function stopErrors(
  typed: Typed,
  fields: readonly Guarded[] = guardedFields,
): Partial<Record<Guarded, StopErrorKey>> {
  const errors: Partial<Record<Guarded, StopErrorKey>> = {}
  for (const field of fields) {
    const error = errorOf(findStops(written(typed, field)))
    if (error) errors[field] = error
  }
  return errors
}

/** The fields with neutral words in the place of all they would be refused for; the others are not touched. */
export function replacedStops(
  typed: Typed,
  neutral: Neutral,
  fields: readonly Guarded[] = guardedFields,
): Partial<Record<Guarded, string>> {
  const replaced: Partial<Record<Guarded, string>> = {}
  for (const field of fields) {
    const text = written(typed, field)
    if (findStops(text).length > 0) replaced[field] = withoutStops(text, neutral)
  }
  return replaced
}
