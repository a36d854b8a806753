import { formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import type { PackFacts } from './facts.ts'

/** What every section of a pack is written with. */
export interface Writing {
  facts: PackFacts
  t: T
  n: (value: number) => string
}

/** A language as it is called in another: `français`, `French`. */
export const languageName = (locale: Locale, named: string): string =>
  new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(named) ?? named

export const writingOf = (facts: PackFacts, t: T): Writing => ({
  facts,
  t,
  n: (value) => formatNumber(facts.locale, value),
})
