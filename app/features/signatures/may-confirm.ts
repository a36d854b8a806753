import { confirmationDays } from './rules.ts'
import { confirmableStates, confirmedStates } from './schema.ts'

/**
 * The SQL of who may still confirm, and of who has: one for links, codes, mails and jobs, so that none of them tells another story.
 * `s` names the row of `signature`. States are compared as text: no index may serve them.
 */

const list = (states: readonly string[]) => `(${states.map((state) => `'${state}'`).join(', ')})`

const inConfirmableState = (s: string): string => `${s}.state::text in ${list(confirmableStates)}`

export const isUnconfirmed = (s: string): string => `(${s}.confirmed_at is null and ${inConfirmableState(s)})`

/** `now` is the instant in SQL. */
export const mayConfirm = (s: string, now: string): string =>
  `(${isUnconfirmed(s)} and ${s}.mailed_at > ${now}::timestamptz - make_interval(days => ${confirmationDays}))`

export const hasConfirmed = (s: string): string =>
  `(${s}.confirmed_at is not null and ${s}.state::text in ${list(confirmedStates)})`
