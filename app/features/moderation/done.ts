/** What a step comes to when it is taken. The words are `moderation.done.<step>`. */
export const doneSteps = [
  'claimed',
  'released',
  'taken-over-by-you',
  'saved',
  'proposed',
  'published',
  'awaits-witness',
  'declined',
  'reopened',
  'unpublished',
  'held',
  'resumed',
  'asked',
  'urgent',
  'not-urgent',
  'noted',
] as const
export type DoneStep = (typeof doneSteps)[number]

/** After these one stays with the testimony; after the others one goes back to the queue. */
const staying: readonly DoneStep[] = [
  'claimed',
  'taken-over-by-you',
  'saved',
  'reopened',
  'resumed',
  'urgent',
  'not-urgent',
]
export const staysThere = (step: DoneStep): boolean => staying.includes(step)

export const isDone = (outcome: string): DoneStep | undefined => doneSteps.find((step) => step === outcome)
