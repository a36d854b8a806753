/** The columns that say what of a testimony stands on the site. */
export const siteColumns = {
  state: true,
  uses: true,
  publishedTitle: true,
  publishedText: true,
  publishedQuote: true,
} as const

interface Row {
  state: string
  uses: readonly string[]
  publishedTitle: string | null
  publishedText: string | null
  publishedQuote: string | null
}

/** What a case is about: a story, or a sentence that stands alone among the quotes, without a title and without a page. */
export interface OnTheSite {
  title: string
  text: string
  hasPage: boolean
}

/** What of it anyone reads now; `null`: nothing. */
export function onTheSite({ state, uses, publishedTitle, publishedText, publishedQuote }: Row): OnTheSite | null {
  if (state !== 'published') return null
  if (publishedTitle !== null && publishedText !== null)
    return { title: publishedTitle, text: publishedText, hasPage: true }
  const quoted = uses.includes('quote') && uses.includes('press')
  return quoted && publishedQuote !== null ? { title: '', text: publishedQuote, hasPage: false } : null
}
