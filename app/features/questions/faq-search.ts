/** What a reader searches the published answers for: words of a subject, at most so many characters. It stands in the address, like a search of the gallery. */
export const longestSearch = 100

/** One line, accents composed, and nothing that no page shows. */
function tidy(typed: string): string {
  const line = typed
    .slice(0, 4 * longestSearch)
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return [...line].slice(0, longestSearch).join('').trim()
}

export const readFaqSearch = (asked: URLSearchParams): string => tidy(asked.get('q') ?? '')

/** The same search as part of an address, always spelled alike; or nothing. */
export const faqQuery = (q: string): string => (q === '' ? '' : `?${new URLSearchParams({ q }).toString()}`)
