import type { ReactNode } from 'react'

type ChipProps = {
  /** `stop`: must not appear; `soft`: worth a look; `plain`: a fact. */
  tone?: 'plain' | 'stop' | 'soft'
  children: ReactNode
}

export const Chip = ({ tone = 'plain', children }: ChipProps) => <li className={`chip chip-${tone}`}>{children}</li>

export const Chips = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className="chips" aria-label={label}>
    {children}
  </ul>
)
