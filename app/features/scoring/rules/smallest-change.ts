import { isFlagged, scoreOf, type Rule } from './score.ts'

export interface Change {
  /** Places of the facts that change: true ones become false, or false ones true. */
  places: number[]
  /** In points, after it. */
  score: number
}

/** The facts after some of them have changed. */
export const changed = (facts: readonly boolean[], places: readonly number[]): boolean[] =>
  facts.map((fact, place) => fact !== places.includes(place))

/**
 * The fewest facts of one person that would have to differ for the result to be the other one (a counterfactual explanation).
 * Whoever is flagged loses true facts, whoever is not gains some; the heaviest first, which is why no fewer can do it. `null`: no
 * change of facts is enough.
 */
export function smallestChange(facts: readonly boolean[], { weights, threshold }: Rule): Change | null {
  const wasFlagged = isFlagged(scoreOf(facts, weights), threshold)
  const weightAt = (place: number) => weights[place] ?? 0
  const candidates = facts
    .flatMap((fact, place) => (fact === wasFlagged && weightAt(place) > 0 ? [place] : []))
    .sort((one, other) => weightAt(other) - weightAt(one) || one - other)
  const places: number[] = []
  for (const place of candidates) {
    places.push(place)
    const score = scoreOf(changed(facts, places), weights)
    if (isFlagged(score, threshold) !== wasFlagged) return { places, score }
  }
  return null
}
