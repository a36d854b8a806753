import { countTried } from '#app/features/mailings/commands/trial.server.ts'
import { isMark, isTrialAction, type TrialAction } from '#app/features/mailings/rules/trial.ts'
import { log } from '#app/infra/log/log.server.ts'
import type { FormFields } from './form-fields.server.ts'
import type { Visitor } from './network.server.ts'
import { throttle } from './throttle.server.ts'

interface Came {
  now: Date
  visitor: Visitor
  from?: string
}

/** In the address of the page that a form was sent from. */
function markIn(from: string): string | null {
  if (!from.includes('v=') || !URL.canParse(from)) return null // almost everybody who signs: nothing is parsed for them
  const mark = new URL(from).searchParams.get('v')
  return isMark(mark) ? mark : null
}

/**
 * Whether one network, and the whole site that it is a part of, did this often enough today. One that the team named as shared
 * counts no more than others: which subject is better must not hang on one network, whoever is in it.
 */
const isEnough = ({ network, site = () => null }: Visitor, about: string, now: number): boolean =>
  throttle('trial', { network: site() ?? network, shared: false, about }, now) > 0

/**
 * Counts what was done by whoever came by a letter that tries a subject. One network counts twice a day, so that a machine that
 * opens links, or somebody who wants a subject to win, decides nothing. Never in the way of what was done.
 */
export function countAction(action: TrialAction, { from = '', visitor, now }: Came): void {
  const mark = markIn(from)
  if (mark === null || isEnough(visitor, `${mark} ${action}`, now.getTime())) return
  countTried(mark, action).catch((error: unknown) => log.error('an action was not counted', { error }))
}

/** What a page says of its reader: it was read for a while, or a way to pass it on was pressed. @returns where to go, whatever was said */
export function countSeen(fields: FormFields, came: Came, home: string): string {
  const what = fields.get('what')?.[0]
  if (isTrialAction(what) && what !== 'sign') countAction(what, came)
  return home
}
