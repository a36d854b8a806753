import { wordsOf } from '#app/ui/marks.ts'

export const longestExcerpt = 700
/** So much of the text before the first word that was found. */
const before = 200

/** Never in the middle of a bar: `[[…]]` stays whole, or goes whole. */
function wholeBars(text: string): string {
  const opened = text.lastIndexOf('[[')
  return opened > text.lastIndexOf(']]') ? text.slice(0, opened) : text
}

function cutBehind(text: string): string {
  const words = text.slice(0, longestExcerpt)
  const gap = words.search(/\s\S*$/)
  return `${wholeBars(gap > 0 ? words.slice(0, gap) : words).trimEnd()} […]`
}

/** From a little before the first word to mark, when that lies far behind the beginning. */
function cutBefore(text: string, marks: ReadonlySet<string>): string {
  const first = marks.size > 0 ? wordsOf(text).find((word) => marks.has(word.toLowerCase())) : undefined
  const place = first === undefined ? 0 : text.indexOf(first)
  if (place < longestExcerpt - before) return text
  const from = text.slice(place - before)
  const closed = from.indexOf(']]')
  const opened = from.indexOf('[[')
  // Begun inside a bar: after it.
  const clear = closed !== -1 && (opened === -1 || closed < opened) ? from.slice(closed + 2) : from
  return `[…] ${clear.slice(clear.search(/\s/) + 1).trimStart()}`
}

/** A story as the gallery shows it: the beginning, or the part in which something was found. */
export function excerptOf(text: string, marks: ReadonlySet<string>): { text: string } {
  if (text.length <= longestExcerpt) return { text }
  const begun = cutBefore(text, marks)
  return { text: begun.length > longestExcerpt ? cutBehind(begun) : begun }
}
