import { plainWords, withoutNames } from './plain-words.ts'
import type { Reason } from './reasons.ts'
import { unknownMailbox } from './unknown-mailbox.ts'
import { lastWordings, wordings } from './wordings.ts'

const anyOf = (sources: readonly string[]) => new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'u')

const asked: ReadonlyArray<readonly [Reason, RegExp]> = [
  ...wordings.map(([reason, sources]) => [reason, anyOf(sources)] as const),
  ['mailbox-unknown', anyOf(unknownMailbox)],
  ...lastWordings.map(([reason, sources]) => [reason, anyOf(sources)] as const),
]

/** Who will be there again some day is not unknown. */
const forNow = /temporar|temporaire|vorubergehend|temporal|temporane|\blater\b|plus tard|spater/u

/** More of a text says nothing new, and is not looked at. */
const longest = 4000

/** What the words of a server say, in any language we know; `null` when they say nothing. */
export function reasonInWords(text: string): Reason | null {
  const words = plainWords(withoutNames(text.slice(0, longest)))
  const reason = asked.find(([, pattern]) => pattern.test(words))?.[0] ?? null
  return reason === 'mailbox-unknown' && forNow.test(words) ? 'system' : reason
}
