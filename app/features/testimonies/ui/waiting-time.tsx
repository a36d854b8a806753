import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Said before somebody writes: how long it takes at the moment. Nothing is said while it is not slow. */
export function WaitingTime({ weeks }: { weeks: number | null }) {
  const t = useT()
  const locale = useLocale()
  if (weeks === null) return null
  return (
    <Notice title={t('testimonies.slow.title', { count: weeks, number: formatNumber(locale, weeks) })}>
      <p>{t('testimonies.slow.why')}</p>
    </Notice>
  )
}
