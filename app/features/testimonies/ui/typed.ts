import type { MessageKey } from '#app/i18n/t.ts'
import type { TestifyForm } from '../schema.ts'

/** A form that came back: what was typed, and what is wrong with it. */
export interface TypedForm {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

export const nothingTyped: TypedForm = { values: {}, errors: {} }

export function typedText({ values }: TypedForm, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : value?.[0]
}

export function typedList({ values }: TypedForm, name: string): string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** A deposit as it stands in the form: when it was in order and could still not be kept, it is given back. */
export const typedAgain = ({ department, period, contentWarning, ...form }: TestifyForm): TypedForm['values'] => ({
  ...form,
  department: department ?? '',
  period: period ?? '',
  contentWarning: contentWarning ?? '',
})
