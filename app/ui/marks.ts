/** A word as a search sees it: small letters, no accents. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')

const word = /[\p{L}\p{N}\p{M}]+/gu

export const wordsOf = (text: string): string[] => text.match(word) ?? []

export interface MarkedPart {
  text: string
  marked: boolean
}

/** A text cut at the words to mark; `words` in small letters, as they are written. */
export function markedParts(text: string, words: ReadonlySet<string>): MarkedPart[] {
  const parts: MarkedPart[] = []
  let from = 0
  for (const match of text.matchAll(word)) {
    if (!words.has(match[0].toLowerCase())) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), marked: false })
    parts.push({ text: match[0], marked: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), marked: false })
  return parts
}
