import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Under every text that somebody keeps verified: the day, and which version it is. */
export function Verified({
  verifiedOn,
  version,
  publishedOn,
}: {
  verifiedOn: string
  version: number
  publishedOn: string
}) {
  const t = useT()
  const locale = useLocale()
  return (
    <SmallPrint>
      {t('sheets.shown.verified', { day: formatDay(locale, verifiedOn) })} ·{' '}
      {t('sheets.shown.version', { version, day: formatDay(locale, publishedOn) })}
    </SmallPrint>
  )
}

/** In place of a text whose day to be verified has passed: since when, and none of its words. */
export function BeingVerified({ checkBy }: { checkBy: string }) {
  const t = useT()
  return (
    <Notice kind="warn" title={t('sheets.shown.expiredTitle')}>
      <p>{t('sheets.shown.expired', { day: formatDay(useLocale(), checkBy) })}</p>
    </Notice>
  )
}
