import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Told } from '../rules/audience.ts'

/** Says a number of people as it may be told: “42”, “at least 40”, “fewer than 10”. */
export function useTold(): (told: Told) => string {
  const t = useT()
  const locale = useLocale()
  return (told) => {
    if (told.kind === 'few') return t('mailings.audience.lessThanTen')
    const number = formatNumber(locale, told.n)
    return told.kind === 'tens' ? t('mailings.audience.atLeast', { number }) : number
  }
}
