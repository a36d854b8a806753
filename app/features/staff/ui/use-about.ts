import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

/** A number, or about how many when it is an estimate. */
export function useAbout(): (value: number, estimated: boolean) => string {
  const t = useT()
  const locale = useLocale()
  return (value, estimated) => {
    const number = formatNumber(locale, value)
    return estimated ? t('staff.signatures.about', { number }) : number
  }
}
