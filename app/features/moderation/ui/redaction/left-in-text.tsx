import { useT } from '#app/i18n/use-t.tsx'
import type { Found } from '../../redaction/working-text.ts'
import { FoundRow } from './found-row.tsx'
import styles from './redaction.module.css'
import { CountLeft } from './tools.tsx'
import type { Redaction } from './use-redaction.ts'

interface LeftInTextProps {
  found: readonly Found[]
  lang: string
  title: string
  /** With a script: ways to each. */
  redaction?: Redaction
}

/** What the guard still finds, in the order of the page; without a script it is what the server found in what was sent. */
export function LeftInText({ found, lang, title, redaction }: LeftInTextProps) {
  const t = useT()
  return (
    <section className={styles.left}>
      <h4>{title}</h4>
      {found.length === 0 ? (
        <p className={styles.quiet}>{t('moderation.redaction.left.none')}</p>
      ) : (
        <>
          {!redaction?.awake && <CountLeft found={found} />}
          <ul>
            {found.map((one) => (
              <FoundRow
                key={`${one.field} ${one.start}`}
                found={one}
                lang={lang}
                brief={redaction?.awake}
                state={
                  one.field === 'text'
                    ? undefined
                    : t('moderation.redaction.left.inField', { field: t(`moderation.redaction.fields.${one.field}`) })
                }
              >
                {redaction?.awake && (
                  <button
                    type="button"
                    className={styles.small}
                    aria-label={t('moderation.redaction.left.seeWhat', { words: one.words })}
                    onClick={() => redaction.goTo(one)}
                  >
                    {t('moderation.redaction.left.see')}
                  </button>
                )}
              </FoundRow>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
