import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { FormError } from './error-summary.tsx'

/** A form that came back: what was typed, and what is wrong with it, by field. The error `form` is of the whole. */
export interface FormState {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

export const emptyForm: FormState = { values: {}, errors: {} }

/** What a field shows again: what was typed into it, or else was there before, and what is wrong. */
export function useAnswers({ values, errors }: FormState = emptyForm, initial: Partial<Record<string, string>> = {}) {
  const t = useT()
  return (name: string) => {
    const typed = values[name]
    const key = errors[name]
    return { name, defaultValue: typeof typed === 'string' ? typed : initial[name], error: key && t(key) }
  }
}

export type Answers = ReturnType<typeof useAnswers>

/**
 * The lines of an error summary: what no field of the page can put right, then each field in the order of `fields`. Without
 * them every error but `form` leads to its field, in the order they came.
 */
export function useErrorList({ errors }: FormState = emptyForm, fields?: readonly string[]): FormError[] {
  const t = useT()
  const isField = (name: string) => (fields ? fields.includes(name) : name !== 'form')
  const lines = Object.entries(errors).map(([name, key]) => ({
    field: isField(name) ? name : undefined,
    message: t(key),
  }))
  return fields ? lines.toSorted((a, b) => fields.indexOf(a.field ?? '') - fields.indexOf(b.field ?? '')) : lines
}
