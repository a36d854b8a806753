import { LRUCache } from 'lru-cache'
import { singleton } from '#app/infra/singleton.ts'

/** Forms that are remembered. Beyond, the oldest is forgotten: memory is bounded, whoever comes. */
const mostForms = 65_536
/** A second press on the button is the same gesture. */
const millisecondsOfOneGesture = 3000

const answered = () => singleton('answered-forms', () => new LRUCache<string, number>({ max: mostForms }))

/**
 * Whether this process answered that very form before. Without a script the Back button of a shared device can send a form again,
 * with the receipt in it: whoever presses it is shown no story. Kept are chance values of pages, in memory, and when they came.
 */
export function wasAnswered(form: string | undefined, now: Date): boolean {
  if (form === undefined) return false
  const first = answered().get(form)
  if (first === undefined) answered().set(form, now.getTime())
  return first !== undefined && now.getTime() - first > millisecondsOfOneGesture
}
