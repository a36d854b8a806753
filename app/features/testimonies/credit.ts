import { departments } from '#app/features/campaigns/departments.ts'
import { formatPeriod } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { barsInBrackets } from './rules.ts'

interface Credited {
  locale: Locale
  t: T
  association: string
  quote: { quote: string; department: string | null; period: string | null }
}

/** Who collected it, where and when it happened: as far as the witness said. */
export function creditOf({ locale, t, association, quote }: Credited): { credit: string; copied: string } {
  const { department, period } = quote
  const place = departments.find(({ code }) => code === department)?.name
  const details = [...(place ? [place] : []), ...(period ? [formatPeriod(locale, period)] : [])].join(', ')
  const credit =
    details === ''
      ? t('testimonies.quotes.attributionAlone', { association })
      : t('testimonies.quotes.attribution', { association, details })
  return { credit, copied: `${t('testimonies.quotes.quoteOf', { quote: barsInBrackets(quote.quote) })}\n${credit}` }
}
