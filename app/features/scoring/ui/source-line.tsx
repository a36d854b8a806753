import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import styles from './scoring.module.css'

interface Source {
  sourceFr: string
  sourceEn: string
  url: string
  seen: string
}

/** Who says it, and the day on which we read it. */
export function SourceLine({ source }: { source: Source }) {
  const t = useT()
  const locale = useLocale()
  const said = locale === 'fr' ? source.sourceFr : source.sourceEn
  return (
    <p className={styles.source}>
      <a href={source.url}>{t('scoring.play.source', { source: said, day: formatDay(locale, source.seen) })}</a>
    </p>
  )
}
