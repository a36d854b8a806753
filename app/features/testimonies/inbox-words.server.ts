import type { Locale } from '#app/i18n/locale.ts'
import { translator, type MessageKey } from '#app/i18n/t.ts'
import { guardedInInbox, replacedStops, stopErrors } from './guard/deposit.ts'
import type { WritingForm } from './inbox.ts'

type Typed = Record<string, string | string[]>

/** What the guard says of a form that a witness sends. */
export interface LookedAt {
  /** As typed, or with neutral words where those were asked for. */
  values: Typed
  /** By field, what may not be sent. */
  errors: Partial<Record<(typeof guardedInInbox)[number], MessageKey>>
  /** The form that may not be sent as it stands; `null`: it may. */
  stopped: WritingForm | null
  /** Neutral words were asked for and stand there now: nothing is sent, they are to be read first. */
  replaced: boolean
}

const writingForms: readonly WritingForm[] = ['write', 'amend', 'refuse']

/** UTF-16 units. A correction of the longest lengths takes 52,000 of them when every sign takes two. */
const most = 60_000

/** The longest field, when they are longer in all than any form in order; what the guard does not read is not kept either. */
function tooLong(values: Typed): (typeof guardedInInbox)[number] | null {
  const lengthOf = (field: string) => values[field]?.length ?? 0
  const [longest] = guardedInInbox.toSorted((one, other) => lengthOf(other) - lengthOf(one))
  return longest && guardedInInbox.reduce((sum, field) => sum + lengthOf(field), 0) > most ? longest : null
}

/** Looks at what a witness wrote, by the rules of the deposit: the same numbers are refused, in the same words (decision 0032). */
export function lookAtWords(values: Typed, locale: Locale): LookedAt {
  const form = writingForms.find((intent) => intent === values['intent'])
  if (!form) return { values, errors: {}, stopped: null, replaced: false }
  const long = tooLong(values)
  if (long) return { values, errors: { [long]: 'testimonies.inbox.errors.tooLong' }, stopped: form, replaced: false }
  if (values['guard'] === 'replace') {
    const t = translator(locale)
    const words = replacedStops(values, (wording) => t(`testimonies.guard.neutral.${wording}`), guardedInInbox)
    return { values: { ...values, ...words }, errors: {}, stopped: null, replaced: true }
  }
  const errors = stopErrors(values, guardedInInbox)
  return { values, errors, stopped: Object.keys(errors).length > 0 ? form : null, replaced: false }
}
