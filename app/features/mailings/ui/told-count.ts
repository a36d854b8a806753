import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Split } from '../queries/audience.server.ts'
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

/** How many in each language, as it may be told. */
export function useSplit(): (split: Split | null) => string | null {
  const t = useT()
  const tell = useTold()
  return (split) => {
    if (split === null) return null
    if ('few' in split) return t(`mailings.audience.fewIn.${split.few}`)
    return t('mailings.start.split', { fr: tell(split.fr), en: tell(split.en) })
  }
}
