import type { ReactNode } from 'react'
import { useAwake } from './use-awake.ts'

export type KeyHint = { keys: readonly string[]; label: string }

type KeyHintsProps = {
  /** Says what the list is to those who do not see it. */
  label: string
  hints: readonly KeyHint[]
  /** At the end of the line: what a person should keep an eye on. */
  children?: ReactNode
}

/** The keys of a screen, always in view at its bottom, from the moment on at which they are listened to. */
export const KeyHints = ({ label, hints, children }: KeyHintsProps) => (
  <footer className={useAwake() ? 'key-hints' : 'key-hints key-hints-asleep'}>
    <ul aria-label={label}>
      {hints.map((hint) => (
        <li key={hint.label}>
          {hint.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {hint.label}
        </li>
      ))}
    </ul>
    {children}
  </footer>
)
