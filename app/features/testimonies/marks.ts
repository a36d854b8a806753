import { foldWord, wordsOf } from '#app/ui/marks.ts'

/** Words of one page at most: a page holds far fewer that begin alike. */
const mostWords = 200
const begins = 3

/** The words of texts that begin like one of the stems: an ending changes a word's end, hardly ever its beginning. As written, each once. */
export function wordsLike(texts: readonly string[], stems: readonly string[]): string[] {
  const beginnings = new Set(stems.map((stem) => stem.slice(0, begins)))
  const found = new Map<string, string>()
  for (const text of texts)
    for (const word of wordsOf(text)) {
      if (found.size >= mostWords) break
      const small = word.toLowerCase()
      const folded = foldWord(small)
      if (beginnings.has(folded.slice(0, begins)) || beginnings.has(folded.slice(0, 2))) found.set(small, small)
    }
  return [...found.keys()]
}
