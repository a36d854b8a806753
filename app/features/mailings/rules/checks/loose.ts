import { isFieldName } from '#emails/letter-body.ts'
import { readSlot, slotPattern } from '#emails/slots.ts'
import type { FindingCode } from './finding.ts'

const slots = new RegExp(slotPattern.source, 'g')
const aField = '\uFFFC' // “an object stands here”

/** What no reader of Markdown takes for a link or a slot, and a person or a mail program may. */
export function looseFault(line: string): FindingCode | null {
  if (line.split(/[\s<>")]/).some(isAddress)) return 'own-mark-in-link'
  const rest = line.replace(slots, (written) => (isFieldName(readSlot(written).name) ? aField : 'x'))
  if (rest.split(/\s/).some(touches)) return 'own-mark-in-link'
  return /\{\{|\}\}/.test(rest) || foreign.test(rest) ? 'slot-unknown' : null
}

/** Fields as other tools write them, and ours with one brace too few: they would be sent as they stand. */
const foreign =
  /\*\|[\w:]{1,60}\|\*|%%[\w.]{1,60}%%|\$\{[\w.]{1,60}\}|<%[^%\n]{1,200}%>|(?<!\{)\{\s*(?:name|department|count|signature|quote)\s*(?:[|:][^{}\n]{0,300})?\}(?!\})/i

// A mail program would make one address of both.
function isAddress(word: string): boolean {
  const start = word.search(/https?:\/\//i)
  return start !== -1 && word.includes('{{', start)
}

/** A field in one word with a dot or a slash: `example.org/?n=` before it, `.fr` behind. A dot that ends a sentence is none. */
function touches(word: string): boolean {
  const first = word.indexOf(aField)
  if (first === -1) return false
  return /[./]/.test(word.slice(0, first)) || /\/|\.[\p{L}\p{N}\uFFFC]/u.test(word.slice(first))
}
