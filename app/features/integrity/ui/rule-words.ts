import type { StatusTone } from '#app/ui/status-tag.tsx'
import type { MessageKey } from '#app/i18n/t.ts'
import type { InvalidationState } from '../schema.ts'

const tones: Record<InvalidationState, StatusTone> = {
  counting: 'active',
  counted: 'waiting',
  running: 'active',
  done: 'done',
  cancelled: 'stopped',
  undoing: 'active',
  undone: 'stopped',
  dropped: 'stopped',
}

interface Standing {
  state: InvalidationState
  paused: boolean
  awaitsAnother: boolean
}

/** Where a rule stands, in a word and its colour: what keeps it from going on comes first. */
export function standingOf({ state, paused, awaitsAnother }: Standing): { tone: StatusTone; label: MessageKey } {
  if (awaitsAnother) return { tone: 'waiting', label: 'integrity.rules.awaitsAnother' }
  if (paused) return { tone: 'stopped', label: 'integrity.rules.paused' }
  return { tone: tones[state], label: `integrity.rules.states.${state}` }
}
