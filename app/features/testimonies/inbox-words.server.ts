import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { guardedInInbox, replacedStops, stopErrors } from './guard/deposit.ts'
import type { WritingForm } from './inbox.ts'
import { isWithinBounds } from './ui/typed.ts'

type Typed = Record<string, string | string[]>

/** What the guard says of a form that a witness sends. */
export interface LookedAt {
  /** As typed, or with neutral words where those were asked for. */
  values: Typed
  /** By field, what may not be sent. */
  errors: ReturnType<typeof stopErrors>
  /** The form that may not be sent as it stands; `null`: it may. */
  stopped: WritingForm | null
  /** Neutral words were asked for and stand there now: nothing is sent, they are to be read first. */
  replaced: boolean
}

const writingForms: readonly WritingForm[] = ['write', 'amend', 'refuse']

/** Looks at what a witness wrote, by the rules of the deposit: the same numbers are refused, in the same words (decision 0032). */
export function lookAtWords(values: Typed, locale: Locale): LookedAt {
  const form = writingForms.find((intent) => intent === values['intent'])
  // More than any form that is in order is refused for its length, unread.
  if (!form || !isWithinBounds(values)) return { values, errors: {}, stopped: null, replaced: false }
  if (values['guard'] === 'replace') {
    const t = translator(locale)
    const words = replacedStops(values, (wording) => t(`testimonies.guard.neutral.${wording}`), guardedInInbox)
    return { values: { ...values, ...words }, errors: {}, stopped: null, replaced: true }
  }
  const errors = stopErrors(values, guardedInInbox)
  return { values, errors, stopped: Object.keys(errors).length > 0 ? form : null, replaced: false }
}
