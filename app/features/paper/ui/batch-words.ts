import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'

interface Collected {
  collectedFrom: string
  collectedTo: string
}

/** `du 20 janvier 2026 au 25 janvier 2026`, or one day. */
export function periodOf(locale: Locale, { collectedFrom, collectedTo }: Collected): string {
  const t = translator(locale)
  const day = (date: string) => formatDay(locale, date)
  return collectedFrom === collectedTo
    ? t('paper.page.oneDay', { day: day(collectedFrom) })
    : t('paper.page.period', { from: day(collectedFrom), to: day(collectedTo) })
}

/** `version 2, français`. */
export function textOf(locale: Locale, text: { textVersion: number; locale: Locale }): string {
  const t = translator(locale)
  return t('paper.page.text', { version: text.textVersion, language: t(`paper.languages.${text.locale}`) })
}
