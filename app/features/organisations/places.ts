import type { Locale } from '#app/i18n/locale.ts'

const nameOf = (locale: Locale, country: string) =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country

export interface CountryChoice {
  value: string
  label: string
}

/**
 * Countries by name, for a list to choose from. Named on the server: a browser may know other names, and a page that is made in
 * both places must say the same in both.
 */
export const countryChoices = (locale: Locale, codes: readonly string[]): CountryChoice[] =>
  codes
    .map((value) => ({ value, label: nameOf(locale, value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))

/** `Lyon`, `Namur, Belgique`, `Belgique`: France goes without saying where a town says enough. */
export function placeOf(locale: Locale, { town, country }: { town: string | null; country: string }): string {
  if (town === null) return nameOf(locale, country)
  return country === 'FR' ? town : `${town}, ${nameOf(locale, country)}`
}
