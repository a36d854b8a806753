import { parisDay } from '#app/i18n/format.ts'

interface Step {
  kind: string
  /** `witness` for a step of theirs, which is kept to the day. */
  who: string | null
  draftVersion: number
  at: Date
}

/** What a step of the witness answers to, on the same version. */
const calledForBy: Partial<Record<string, readonly string[]>> = {
  approved: ['proposed', 'seconded'],
  amended: ['proposed', 'seconded'],
  answered: ['asked'],
}

/** A day stands in the database as its midnight (UTC); a step of the team as its instant. */
const dayOfStep = ({ who, at }: Step) => (who === 'witness' ? at.toISOString().slice(0, 10) : parisDay(at))

/**
 * The steps in the order in which they were taken, as far as it is known: those of the team to the instant; those of the
 * witness, kept to the day, after what called for them that day, otherwise before the steps of the team. A withdrawal is last.
 */
export function inOrder<S extends Step>(steps: readonly S[]): S[] {
  const isTheirs = ({ who }: S) => who === 'witness'
  const ordered = steps.filter((step) => !isTheirs(step)).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const step of steps.filter(isTheirs)) {
    const day = dayOfStep(step)
    const causes = calledForBy[step.kind] ?? []
    const cause = ordered.findLastIndex(
      (other) => causes.includes(other.kind) && dayOfStep(other) === day && other.draftVersion === step.draftVersion,
    )
    const later = ordered.findIndex((other) =>
      step.kind === 'withdrawn'
        ? dayOfStep(other) > day
        : isTheirs(other)
          ? dayOfStep(other) > day
          : dayOfStep(other) >= day,
    )
    const place = cause >= 0 ? cause + 1 : later >= 0 ? later : ordered.length
    ordered.splice(place, 0, step)
  }
  return ordered
}
