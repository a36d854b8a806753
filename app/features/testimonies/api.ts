import type { Quote } from './queries/published.server.ts'
import { barsInBrackets } from './rules.ts'
import type { PublishedTestimony } from './schema.ts'

interface Addresses {
  /** Of the product, without a slash at its end. */
  origin: string
  slug: string
}

/** A published testimony as programs read it. Removed passages are `[replacement]`. */
export const testimonyForPrograms = (voice: PublishedTestimony, { origin, slug }: Addresses) => ({
  id: voice.id,
  language: voice.locale,
  title: barsInBrackets(voice.title),
  contentWarning: voice.contentWarning,
  text: barsInBrackets(voice.text),
  system: voice.system,
  consequences: voice.consequences,
  attempts: voice.attempts,
  department: voice.department,
  period: voice.period,
  publishedOn: voice.publishedOn,
  links: {
    self: `${origin}/api/v1/campaigns/${slug}/testimonies/${voice.id}`,
    page: `${origin}/${voice.locale}/${slug}/testimonies/${voice.id}`,
  },
})

interface Credit {
  association: string
}

export const quoteForPrograms = ({ hasPage, ...quote }: Quote, { origin, slug, association }: Addresses & Credit) => ({
  id: quote.id,
  language: quote.locale,
  quote: barsInBrackets(quote.quote),
  collectedBy: association,
  system: quote.system,
  department: quote.department,
  period: quote.period,
  publishedOn: quote.publishedOn,
  place: `${origin}/${quote.locale}/${slug}/testimonies/quotes#quote-${quote.id}`,
  report: `${origin}/${quote.locale}/${slug}/testimonies/${quote.id}/report`,
  page: hasPage ? `${origin}/${quote.locale}/${slug}/testimonies/${quote.id}` : null,
})
