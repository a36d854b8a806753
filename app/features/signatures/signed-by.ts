import type { Locale } from '#app/i18n/locale.ts'

interface Counted {
  asOf: Date | null
  texts: readonly { locale: Locale; version: number; n: number }[]
}

/** Who stands behind a version: in all, and by the language they signed in; `null` when nobody has counted yet. */
export function signedBy(
  { texts }: Counted,
  version: number,
): { total: number; byLanguage: Record<Locale, number> } | null {
  if (texts.length === 0) return null
  const inLanguage = (locale: Locale) =>
    texts.find((text) => text.locale === locale && text.version === version)?.n ?? 0
  const byLanguage = { fr: inLanguage('fr'), en: inLanguage('en') }
  return { total: byLanguage.fr + byLanguage.en, byLanguage }
}
