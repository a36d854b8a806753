import { useT } from '#app/i18n/use-t.tsx'
import type { CommitmentState } from '../schema.ts'
import styles from './commitments.module.css'

/** A state in words, with a shape of its own: colour says nothing here. */
export function StateTag({ state }: { state: CommitmentState }) {
  const t = useT()
  return (
    <span className={styles.state}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <rect x="1.5" y="1.5" width="13" height="13" strokeDasharray={state === 'unknown' ? '2.6 2.6' : undefined} />
        {state === 'kept' && <path className={styles.full} d="M1.5 1.5h13v13h-13z" />}
        {state === 'partly' && <path className={styles.full} d="M1.5 8h13v6.5h-13z" />}
        {state === 'broken' && <path d="M1.5 1.5l13 13M14.5 1.5l-13 13" />}
        {state === 'withdrawn' && <path d="M1.5 8h13" />}
      </svg>
      {t(`commitments.states.${state}`)}
    </span>
  )
}
