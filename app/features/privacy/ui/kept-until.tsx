import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'

/** How long the original of a testimony is kept; `null`: it waits for a decision. */
export function KeptUntil({ keeping }: { keeping: { until: string; gone: boolean } | null }) {
  const t = useT()
  const locale = useLocale()
  if (!keeping) return <SmallPrint>{t('privacy.keptWhile')}</SmallPrint>
  const day = formatDay(locale, keeping.until)
  return <SmallPrint>{t(keeping.gone ? 'privacy.goneSince' : 'privacy.keptUntil', { day })}</SmallPrint>
}
