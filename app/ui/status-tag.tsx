import type { ReactNode } from 'react'

/** `waiting` for someone, `active` now, `done` well, `stopped` on purpose, `late` needs a hand. The word says it, the look repeats it. */
export type StatusTone = 'waiting' | 'active' | 'done' | 'stopped' | 'late'

export const StatusTag = ({ tone, children }: { tone: StatusTone; children: ReactNode }) => (
  <span className={`status status-${tone}`}>{children}</span>
)
