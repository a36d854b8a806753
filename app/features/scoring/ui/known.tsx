import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { Fact, ScoringContent } from '../schema.ts'
import { SourceLine } from './source-line.tsx'
import styles from './scoring.module.css'

/** What is known of real systems, beside the game and apart from it. */
export function Known({ content, about }: { content: ScoringContent; about: Fact['about'] }) {
  const t = useT()
  const locale = useLocale()
  const facts = content.facts.filter((fact) => fact.about === about)
  if (facts.length === 0) return null
  return (
    <div className={styles.known}>
      <h3>{t('scoring.known.title')}</h3>
      {facts.map((fact) => (
        <div key={fact.fr}>
          <p>{fact[locale]}</p>
          <SourceLine source={fact} />
        </div>
      ))}
    </div>
  )
}
