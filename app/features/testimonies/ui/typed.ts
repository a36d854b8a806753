import type { FormState } from '#app/ui/form-answers.ts'
import type { TestifyForm } from '../schema.ts'

export function typedList({ values }: FormState, name: string): string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** A deposit as it stands in the form: when it was in order and could still not be kept, it is given back. */
export const typedAgain = ({ department, period, contentWarning, ...form }: TestifyForm): FormState['values'] => ({
  ...form,
  department: department ?? '',
  period: period ?? '',
  contentWarning: contentWarning ?? '',
})

/** More than any form that is in order: it is refused for its length, and the guard does not read it. */
const longest = 50_000
export const isWithinBounds = (typed: Readonly<Record<string, string | readonly string[]>>): boolean =>
  Object.values(typed).reduce((sum, value) => sum + value.length, 0) <= longest
