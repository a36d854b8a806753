import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import styles from './text-signed.module.css'

export interface BoundText {
  slug: string
  /** The language that was signed, which the page need not be in. */
  locale: Locale
  version: number
  publishedAt: Date
  /** The version shown today. */
  current: number
}

/** Which text a signature is bound to, and whether another has taken its place since. */
export function TextSigned({ text, confirmed }: { text: BoundText; confirmed: boolean }) {
  const t = useT()
  const locale = useLocale()
  const { version, current } = text
  const texts = `/${text.locale}/${text.slug}/texts`
  const values = { version, day: formatDay(locale, text.publishedAt) }
  return (
    <div className={styles.text}>
      <p>
        {t(confirmed ? 'signatures.confirm.textDone' : 'signatures.confirm.text', values)}{' '}
        {text.locale !== locale && t(`signatures.confirm.textIn.${text.locale}`)}{' '}
        <a href={`${texts}/${version}`} hrefLang={text.locale}>
          {t('campaigns.texts.read', { version })}
        </a>
      </p>
      {current > version && (
        <p>
          {t('signatures.confirm.newer', { version, current })}{' '}
          <a href={current === version + 1 ? `${texts}/${current}#changes` : texts} hrefLang={text.locale}>
            {current === version + 1
              ? t('campaigns.texts.changes', { version: current })
              : t('signatures.confirm.allChanges')}
          </a>
        </p>
      )}
    </div>
  )
}
