import { countOf, foundIn, workingFields, workingText, type Appearing, type WorkingField } from './working-text.ts'

/** What stands between a text and its proposal: the fields in which something must not stay, and a look that nobody took. */
export interface Obstacles {
  stops: WorkingField[]
  notLookedAt: boolean
}

/**
 * What the guard forbids blocks; what it doubts takes somebody's word. `lookedAt` is how many of those were counted when the
 * box was ticked: a tick for three does not stand for five.
 */
export function obstaclesTo(draft: Appearing, lookedAt: string | undefined): Obstacles {
  const found = foundIn(workingText(draft))
  const { warns } = countOf(found)
  return {
    stops: workingFields.filter((field) => found.some((one) => one.field === field && one.severity === 'stop')),
    notLookedAt: warns > 0 && lookedAt !== String(warns),
  }
}
