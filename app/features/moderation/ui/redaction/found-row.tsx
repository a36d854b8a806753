import type { ReactNode } from 'react'
import type { FindingType, Severity } from '#app/features/testimonies/guard/finding.ts'
import { useT } from '#app/i18n/use-t.tsx'
import styles from './redaction.module.css'

interface FoundRowProps {
  found: { type: FindingType; severity: Severity; words: string }
  /** The language of the words. */
  lang: string
  /** What became of it, or where it stands. */
  state?: string
  done?: boolean
  /** Without why it matters: that is said elsewhere. */
  brief?: boolean
  children?: ReactNode
}

/** One thing the guard found: what it is, the words, why it matters, and what may be done. */
export function FoundRow({ found, lang, state, done = false, brief = false, children }: FoundRowProps) {
  const t = useT()
  const { type, severity, words } = found
  return (
    <li className={done ? styles.done : undefined}>
      <p className={styles.what}>
        <span className={`chip ${done ? 'chip-plain' : severity === 'stop' ? 'chip-stop' : 'chip-soft'}`}>
          {t(`moderation.redaction.kinds.${type}`)}
        </span>{' '}
        <q lang={lang}>{words}</q>
        {state && <span className={styles.state}> · {state}</span>}
      </p>
      {!done && !brief && (
        <p className={styles.why}>
          {t(`moderation.redaction.why.${type}`)}
          <span className="visually-hidden"> ({t(`moderation.redaction.severity.${severity}`)})</span>
        </p>
      )}
      {children}
    </li>
  )
}
