import { nextStanding, nothingShown, type Kind, type Standing, type Told } from '../place-standing.ts'

/** One person comes into the count, or leaves it. */
export interface Turn {
  place: string
  comes: boolean
}

/** What is public at a moment, and what is true. */
export interface Moment {
  ins: number
  outs: number
  /** True numbers of base places: known départements, countries, and `home` (in France, département unknown). */
  truth: Readonly<Record<string, number>>
  release?: Release
}

export interface Release {
  standing: Standing
  told: Record<string, Told>
}

export const places: Readonly<Record<string, Kind>> = Object.fromEntries<Kind>([
  ['unknown', 'unknown'],
  ...Array.from({ length: 30 }, (_, i): [string, Kind] => [`d${i}`, 'known']),
  ...Array.from({ length: 20 }, (_, i): [string, Kind] => [`c${i}`, 'abroad']),
])

/** The cells a release reads. */
export function cellsOf(truth: Readonly<Record<string, number>>): Record<string, number> {
  const outside = Object.entries(truth).filter(([key]) => !key.startsWith('d'))
  return { ...truth, unknown: outside.reduce((sum, [, n]) => sum + n, 0) }
}

/** All moments in which something changed; `isRelease` looks at what is public only. */
export function lived(turns: readonly Turn[], isRelease: (turn: number) => boolean): Moment[] {
  const truth: Record<string, number> = {}
  let standing = nothingShown
  const moments: Moment[] = [{ ins: 0, outs: 0, truth: {} }]
  let [ins, outs] = [0, 0]
  for (const { place, comes } of turns) {
    if (!comes && !truth[place]) continue
    truth[place] = (truth[place] ?? 0) + (comes ? 1 : -1)
    if (comes) ins += 1
    else outs += 1
    const moment = { ins, outs, truth: { ...truth } }
    if (!isRelease(moments.length)) {
      moments.push(moment)
      continue
    }
    const release = nextStanding(standing, { ins, outs, cells: cellsOf(truth) }, places)
    standing = release.standing
    moments.push({ ...moment, release })
  }
  return moments
}
