import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

export interface Source {
  /** Whole, with the name of the site. */
  url: string
  /** `YYYY-MM-DD`: when the page was made. */
  day: string
}

/** On paper alone: where this was read, and when. */
export function PrintedSource({ url, day }: Source) {
  const t = useT()
  const locale = useLocale()
  return <p className="print-only">{t('ui.printed', { url, day: formatDay(locale, day) })}</p>
}
