import { departments } from '#app/features/campaigns/departments.ts'
import { countries } from '#app/features/signatures/countries.ts'
import { locales, type Locale } from '#app/i18n/locale.ts'
import { plainHeader } from './formats.ts'

/** Names that tools write and the platform does not know. */
const otherNames: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'united states of america': 'US',
  'etats unis d amerique': 'US',
}

function namesOfCountries(): Map<string, string> {
  const names = new Map(Object.entries(otherNames))
  for (const locale of locales) {
    const inWords = new Intl.DisplayNames([locale], { type: 'region' })
    for (const code of countries) {
      names.set(code.toLowerCase(), code)
      names.set(plainHeader(inWords.of(code) ?? code), code)
    }
  }
  return names
}

let countryNames: Map<string, string> | null = null

/** A country by its code or its name in French or English; `null` for anything else. */
export function readCountry(text: string): string | null {
  countryNames ??= namesOfCountries()
  return countryNames.get(plainHeader(text)) ?? null
}

/** A département by its code or its name; `null` for anything else. */
export function readDepartment(text: string): string | null {
  const code = text.trim().toUpperCase()
  const padded = /^\d$/.test(code) ? `0${code}` : code
  const named = plainHeader(text)
  return departments.find(({ code: own, name }) => own === padded || plainHeader(name) === named)?.code ?? null
}

const languages: Readonly<Record<string, Locale>> = { french: 'fr', francais: 'fr', english: 'en', anglais: 'en' }

/** One of our languages, however it is written (`fr_FR`, “English”); `null` for any other. */
export function readLanguage(text: string): Locale | null {
  const named = plainHeader(text)
  const [code = ''] = named.split(' ', 1)
  return locales.find((locale) => locale === code) ?? languages[named] ?? null
}
