import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './claims.module.css'

interface LettersThatFitProps {
  letters: readonly { letter: string; label: string }[]
  path: string
}

/** What somebody may do now, where the campaign has letters for it. */
export function LettersThatFit({ letters, path }: LettersThatFitProps) {
  const t = useT()
  if (letters.length === 0) return null
  return (
    <Section id="letters" title={t('claims.letters.title')} intro={t('claims.letters.intro')}>
      <ul className={styles.plain}>
        {letters.map(({ letter, label }) => (
          <li key={letter}>
            <a href={`${path}/remedies/${letter}`}>{label}</a>{' '}
            <span className={styles.code}>{letter.toUpperCase()}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
