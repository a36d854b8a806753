import type { StatusTone } from '#app/ui/status-tag.tsx'
import type { InvalidationState } from '../schema.ts'

export const tones: Record<InvalidationState, StatusTone> = {
  counting: 'active',
  counted: 'waiting',
  running: 'active',
  done: 'done',
  cancelled: 'stopped',
  undoing: 'active',
  undone: 'stopped',
  dropped: 'stopped',
}
