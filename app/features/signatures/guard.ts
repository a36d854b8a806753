/** What the team decided about a campaign's guard. `auto`: up while the machine says so. */
export const guardModes = ['auto', 'on', 'off'] as const
export type GuardMode = (typeof guardModes)[number]

export interface Guard {
  mode: GuardMode
  /** Until when the machine raised it. */
  until: Date | null
}

/** Milliseconds until which a guard is up: what is compared on the hot path. */
export const upUntil = ({ mode, until }: Guard): number => {
  if (mode === 'on') return Infinity
  return mode === 'auto' ? (until?.getTime() ?? 0) : 0
}
