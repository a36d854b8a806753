import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Fact, ScoringContent } from '../schema.ts'
import styles from './scoring.module.css'

/** What is known of real systems, beside the game and apart from it. */
export function Known({ content, about }: { content: ScoringContent; about: Fact['about'] }) {
  const t = useT()
  const locale = useLocale()
  const facts = content.facts.filter((fact) => fact.about === about)
  if (facts.length === 0) return null
  return (
    <aside className={styles.known} aria-label={t('scoring.known.title')}>
      <p className={styles.knownTitle}>{t('scoring.known.title')}</p>
      {facts.map((fact) => (
        <div key={fact.url + fact.fr.slice(0, 20)}>
          <p>{fact[locale]}</p>
          <p className={styles.source}>
            <a href={fact.url}>
              {t('scoring.play.source', { source: fact.source, day: formatDay(locale, fact.seen) })}
            </a>
          </p>
        </div>
      ))}
    </aside>
  )
}
