import { stop, warn, type Detector, type Finding } from './finding.ts'
import { before, endAt, pattern, scan } from './pattern.ts'
import { noName } from './words.ts'

const localSign = /[A-Za-z0-9._%+'-]/
const label = String.raw`[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?`
const dot = String.raw`(?: ?\. ?| ?\( ?(?:dot|point) ?\) ?| ?\[ ?(?:dot|point|\.) ?\] ?| (?:dot|point|pt) )`
const top = String.raw`(?:com|fr|org|net|eu|info|io|be|ch|ca|lu|de|es|it|co\.uk|uk|me|pro|re|nc|pf|gouv\.fr)`

/** What follows the sign: a domain as it is, one whose dot was mistyped or spelled, a known provider without its end. */
const domain = pattern(String.raw` {0,2}(?:${label}\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9])`, 'y')
const looseDomain = pattern(String.raw` {0,2}(?:${label}(?:${dot}|, ?)){1,3}${top}(?![A-Za-z0-9])`, 'iy')
const spelledDomain = pattern(String.raw` {0,2}(?:${label}${dot}){1,3}[A-Za-z]{2,10}(?![A-Za-z0-9])`, 'iy')
const provider = pattern(
  String.raw` ?(?:gmail|g-mail|orange|free|laposte|hotmail|yahoo|outlook|wanadoo|sfr|icloud|live|msn|proton(?:mail)?|bbox|neuf|aol|gmx)(?![A-Za-z0-9-])`,
  'iy',
)
const spelledAt = pattern(
  String.raw` ?(?:\( ?(?:at|arobase|arobas|@|a) ?\)|\[ ?(?:at|arobase|arobas|@|a) ?\]|\{ ?(?:at|arobase|@) ?\}|< ?(?:at|arobase) ?>|_at_| (?:arobase?|arrobase?|chez|at|a)(?= )|(?<=[a-z0-9])(?:arobase?)(?=[a-z0-9]))`,
  'gi',
)
const dotFollows = pattern(String.raw` [a-z0-9-]{1,63} (?:dot|point) `, 'iy')
const mailbox = /[a-z\d][._-][a-z\d]|[a-z]\d/i
const spelledDot = pattern(String.raw` (?:point|dot|tiret|underscore|dash) $`)

const network = /insta|twitter|bluesky|bsky|mastodon|tik ?tok|snap|threads|handle|pseudo|compte|\bx\b/

/** Back over the name of a mailbox that ends at that place. */
function localStart(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < 64 && localSign.test(text.charAt(start - 1))) start -= 1
  while (start < end && /[.'%+-]/.test(text.charAt(start))) start += 1
  return start
}

/** "prenom point nom arobase …": the words before a spelled dot belong to it. */
function spelledStart(text: string, end: number): number {
  let start = localStart(text, end)
  for (let words = 0; words < 4; words += 1) {
    const joined = spelledDot.exec(before(text, start, 12))
    if (!joined) return start
    const further = localStart(text, start - joined[0].length)
    if (further === start - joined[0].length) return start
    start = further
  }
  return start
}

const skipSpaces = (text: string, at: number): number => {
  let end = at
  while (at - end < 2 && text.charAt(end - 1) === ' ') end -= 1
  return end
}

function around(text: string, at: number): Finding | null {
  const written = skipSpaces(text, at)
  const start = localStart(text, written)
  if (start === written) return null
  const end = endAt(domain, text, at + 1) ?? endAt(looseDomain, text, at + 1) ?? endAt(provider, text, at + 1)
  if (end === null) return null
  // "my Bluesky is @name.bsky.social": what stands before the space is a word of the sentence.
  const isApart = written < at && text.charAt(at + 1) !== ' '
  const word = text.slice(start, written).toLowerCase()
  if (isApart && (noName.has(word) || network.test(before(text, at, 40))) && endAt(provider, text, at + 1) === null)
    return null
  // "@name@server.example" is a handle of the fediverse.
  return text.charAt(start - 1) === '@' ? warn('handle', start - 1, end) : stop('email', start, end)
}

export const findEmails: Detector = (text) => {
  const found: Finding[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const finding = around(text, at)
    if (finding) found.push(finding)
  }
  scan(spelledAt, text, (match) => {
    const start = spelledStart(text, match.index)
    const after = match.index + match[0].length
    const end = start === match.index ? null : (endAt(spelledDomain, text, after) ?? endAt(provider, text, after))
    if (end === null) return false
    // "à", "at" and "chez" are words too: they count where a dot is spelled, or between a mailbox and a domain.
    const isWord = / (?:chez|at|a)$/i.test(match[0]) && endAt(dotFollows, text, after) === null
    if (isWord && !mailbox.test(text.slice(start, match.index))) return false
    found.push(stop('email', start, end))
    return true
  })
  return found
}
