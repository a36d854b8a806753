import { testimonyStates, type TestimonyState } from './schema.ts'

/** From one state to the next. What stands here is what the commands allow, and nothing else. */
export const moves = {
  submitted: ['proposed', 'declined', 'withdrawn'],
  proposed: ['submitted', 'published', 'declined', 'withdrawn'],
  published: ['withdrawn'],
  declined: [],
  withdrawn: [],
} as const satisfies Record<TestimonyState, readonly TestimonyState[]>

/** The states from which one may come to that state. */
export const statesBefore = (to: TestimonyState): TestimonyState[] =>
  testimonyStates.filter((from) => moves[from].some((state) => state === to))

/** Still in the queue: read, written and decided on by moderators. */
export const waitingStates: TestimonyState[] = ['submitted', 'proposed']

const smallestBucket = 4096

/**
 * The size a sealed story is filled up to, in bytes: 4 KB, 8 KB, 16 KB … Six sizes in all, so that the size of an envelope
 * says nearly nothing about which story it holds.
 */
export function bucketSize(bytes: number): number {
  let bucket = smallestBucket
  while (bucket < bytes) bucket *= 2
  return bucket
}

/** A title in one line, its bars read as their replacement words. */
export const plainBars = (text: string): string => text.replace(/\[\[([^[\]]*)\]\]/g, '$1')
