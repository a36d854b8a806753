import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { fullness, type FilesDay } from '../files-of-a-day.ts'

/** For the team: that files are refused today, or soon will be. Nothing when there is enough room. */
export function FilesOfADay({ day }: { day: FilesDay }) {
  const t = useT()
  const locale = useLocale()
  const how = fullness(day)
  if (!how) return null
  const figures = { taken: formatNumber(locale, day.taken), most: formatNumber(locale, day.most) }
  return (
    <Notice kind="warn" title={t(`testimonies.filesOfADay.${how}`)}>
      <p>{t('testimonies.filesOfADay.figures', figures)}</p>
      <p>{t('testimonies.filesOfADay.what')}</p>
    </Notice>
  )
}
