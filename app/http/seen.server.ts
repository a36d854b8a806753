import { countTried } from '#app/features/mailings/commands/trial.server.ts'
import { isTrialAction, readMark, type TrialAction } from '#app/features/mailings/rules/trial.ts'
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
  return readMark(mark) ? mark : null
}

/**
 * Counts what was done by whoever came by a letter that tries a subject. One network counts a few times a day, so that a machine that
 * opens links, or somebody who wants a subject to win, moves little. Never in the way of what was done.
 */
export function countAction(action: TrialAction, { from = '', visitor, now }: Came): void {
  const mark = markIn(from)
  if (mark === null || throttle('trial', { ...visitor, about: `${mark} ${action}` }, now.getTime()) > 0) return
  countTried(mark, action).catch((error: unknown) => log.error('an action was not counted', { error }))
}

/** What a page says of its reader: it was read for a while, or a way to pass it on was pressed. @returns where to go, whatever was said */
export function countSeen(fields: FormFields, came: Came, home: string): string {
  const what = fields.get('what')?.[0]
  if (isTrialAction(what) && what !== 'sign') countAction(what, came)
  return home
}
