import type { Reading, Settings } from '../rules/reading.ts'
import type { PlaySet } from '../rules/tell.ts'
import type { ScoringContent } from '../schema.ts'

/** What each part of the page is given: the content, and the example that begins it. */
export interface PartProps {
  content: ScoringContent
  sets: readonly PlaySet[]
  settings: Settings
  reading: Reading
}
