import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'

/** What was typed and what is wrong with it, by field. */
export interface OrganisationFormState {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
  /** A logo came with the form: no browser sends it a second time. */
  logoSent?: boolean
}

export const emptyOrganisationForm: OrganisationFormState = { values: {}, errors: {} }

/** What a field shows again: what was typed into it, and what is wrong. */
export function useAnswers({ values, errors }: OrganisationFormState, initial: Record<string, string> = {}) {
  const t = useT()
  return (name: string) => {
    const typed = values[name]
    const key = errors[name]
    return { name, defaultValue: typeof typed === 'string' ? typed : initial[name], error: key && t(key) }
  }
}

export type Answers = ReturnType<typeof useAnswers>
