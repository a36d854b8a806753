import { findStops } from './find-identifiers.ts'
import type { Finding, Wording } from './finding.ts'

/** The neutral words of one language. */
export type Neutral = (wording: Wording) => string

/**
 * Puts a bar with neutral words (`[[a phone number]]`) in the place of each finding. Inside a bar that is there already the
 * words stand alone. Findings are those of that text, in order, none over another.
 */
export function neutralise(text: string, findings: readonly Finding[], neutral: Neutral): string {
  let result = ''
  let from = 0
  let inBar = false
  for (const { start, end, wording } of findings) {
    const between = text.slice(from, start)
    const opened = between.lastIndexOf('[[')
    const closed = between.lastIndexOf(']]')
    if (opened !== closed) inBar = opened > closed
    const words = neutral(wording)
    result += between + (inBar ? words : `[[${words}]]`)
    from = end
  }
  return result + text.slice(from)
}

/** Takes out what a deposit would be refused for, until none is left: what is taken out may join what stood about it. */
export function withoutStops(text: string, neutral: Neutral): string {
  let result = text
  for (let turn = 0; turn < 5; turn += 1) {
    const stops = findStops(result)
    if (stops.length === 0) return result
    result = neutralise(result, stops, neutral)
  }
  return result
}
