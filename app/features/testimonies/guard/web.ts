import { warn, type Detector, type Finding } from './finding.ts'
import { pattern, scan } from './pattern.ts'
import { noName } from './words.ts'

const withScheme = pattern(
  String.raw`(?<![A-Za-z0-9])(?:https?|ftp):/{1,2}[^\s<>"]{2,2000}|(?<![A-Za-z0-9.@-])www\.[^\s<>"]{2,2000}`,
  'gi',
)
const label = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`
/** Ends that are no word of either language; the others count with a path only, or as places everybody knows. */
const bare = pattern(
  String.raw`(?<![A-Za-z0-9.@_-])(?:(?:${label}\.){1,4}(?:fr|com|org|net|eu|info|gouv|app|dev|bzh|paris|social|online|site|xyz|blog|example|onion)(?![a-z0-9@-])(?:[/?#][^\s<>"]{0,2000})?` +
    String.raw`|(?:${label}\.){1,4}(?:be|ch|io|me|co|uk|ca|de|it|es|tv|ly|gl|gg|to|us|page|link|re)/[^\s<>"]{1,2000}|(?:t\.me|youtu\.be|discord\.gg|linktr\.ee|fb\.me|wa\.me|bit\.ly)(?![a-z0-9.]))`,
  'gi',
)
const handle = pattern(
  String.raw`(?<![A-Za-z0-9._@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,38}[A-Za-z0-9_])?(?![A-Za-z0-9@])`,
  'g',
)
const network = String.raw`(?:pseudo(?:nyme)?|insta(?:gram)?|twitter|snap(?:chat)?|tik ?tok|discord|telegram|facebook|mastodon|bluesky|linkedin|reddit|skype|username|user name|handle|nickname|login)`
const named = pattern(
  String.raw`(?<![A-Za-z0-9])${network}(?: (?:[a-z]{2,12} ){0,2}(?:est|is|was|etait|c'est) ?:?|(?: [a-z]{2,12}){0,2} ?[:=]) ?["']?([A-Za-z0-9_](?:[A-Za-z0-9_.#-]{1,38}[A-Za-z0-9_]))`,
  'gi',
)
const reddit = pattern(String.raw`(?<![A-Za-z0-9/])/?u/[A-Za-z0-9_-]{3,20}(?![A-Za-z0-9_/-])`, 'g')
const trailing = new Set('.,;:!?)]}\'"')

function withoutEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && trailing.has(text.charAt(at - 1))) at -= 1
  return at
}

const isHandle = (typed: string) =>
  typed.length >= 3 &&
  /[A-Za-z]/.test(typed) &&
  !/^@\d{1,2}[hH]/.test(typed) &&
  !noName.has(typed.slice(1).toLowerCase())

export const findWeb: Detector = (text) => {
  const found: Finding[] = []
  for (const look of [withScheme, bare])
    scan(look, text, (match) => {
      const end = withoutEnd(text, match.index, match.index + match[0].length)
      // A sentence that goes on without its space: "refusé.Com…" is no address, nor is "e.org" with one letter and a capital.
      if (look === bare && /\.[A-Z][a-z]+$/.test(text.slice(match.index, end))) return false
      found.push(warn('url', match.index, end))
      return true
    })
  scan(handle, text, (match) => {
    if (isHandle(match[0])) found.push(warn('handle', match.index, match.index + match[0].length))
  })
  scan(reddit, text, (match) => {
    found.push(warn('handle', match.index, match.index + match[0].length))
  })
  scan(named, text, (match) => {
    const name = match[1] ?? ''
    const spelled = /[\d_.#]/.test(name) || /[:=] ?["']?$/.test(match[0].slice(0, -name.length))
    if (!spelled || /^\d{1,2}$|^https?$|^www\b/.test(name)) return
    const end = match.index + match[0].length
    found.push(warn('handle', end - name.length, end))
  })
  return found
}
