/** French and English are equal; French comes first because the first campaign is French. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

export const otherLocale = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr')

/**
 * The language to greet a visitor in, from an Accept-Language header (RFC 9110 §12.5.4).
 * The highest-weighted language we speak wins; French when there is none.
 */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality), order }
    })
    .filter((wish) => isLocale(wish.language) && wish.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
  const first = wishes[0]?.language
  return isLocale(first) ? first : 'fr'
}
