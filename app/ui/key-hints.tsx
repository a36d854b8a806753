import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

export type KeyHint = { keys: readonly string[]; label: string }

type KeyHintsProps = { hints: readonly KeyHint[]; aside?: ReactNode }

/** What each key does, and the pace of the person at work. */
export function KeyHints({ hints, aside }: KeyHintsProps) {
  const t = useT()
  return (
    <footer className="key-hints">
      <ul aria-label={t('ui.keys.label')}>
        {hints.map(({ keys, label }) => (
          <li key={label}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{' '}
            {label}
          </li>
        ))}
      </ul>
      {aside && <p>{aside}</p>}
    </footer>
  )
}
