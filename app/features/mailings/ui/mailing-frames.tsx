import { useLocale, useT } from '#app/i18n/use-t.tsx'
import styles from './editor.module.css'

const widths = [390, 600] as const
const order = ['fr', 'en'] as const

interface MailingFramesProps {
  id: string
  /** Another text is another letter. */
  version: string
  reader: string
}

/** The saved letter as mail programs show it, on a telephone and on a desk. Nothing in the frames runs, loads or leads anywhere. */
export function MailingFrames({ id, version, reader }: MailingFramesProps) {
  const t = useT()
  const own = useLocale()
  return (
    <details className={styles.framed}>
      <summary>{t('mailings.frames.title')}</summary>
      <p>{t('mailings.frames.intro')}</p>
      {order
        .toSorted((one) => (one === own ? -1 : 1))
        .map((locale) => (
          <div key={locale} className={styles.frames}>
            {widths.map((width) => (
              <figure key={width}>
                <figcaption>
                  {t('mailings.frames.of', { language: t(`mailings.languages.${locale}`), width })}
                </figcaption>
                <iframe
                  key={`${version} ${reader}`}
                  src={`/admin/mailings/${id}/letter/${locale}?reader=${reader}`}
                  title={t('mailings.frames.of', { language: t(`mailings.languages.${locale}`), width })}
                  width={width}
                  height={560}
                  sandbox=""
                  loading="lazy"
                />
              </figure>
            ))}
          </div>
        ))}
    </details>
  )
}
