import type { CommitmentState, Wording } from './schema.ts'

/**
 * What may become of a promise's state. Evidence may come and fall, so that all judgements lead to each other; a promise that was
 * withdrawn or replaced is judged no more, and begins anew when it is made again.
 */
export const moves = {
  unknown: ['partly', 'kept', 'broken', 'withdrawn'],
  partly: ['unknown', 'kept', 'broken', 'withdrawn'],
  kept: ['unknown', 'partly', 'broken', 'withdrawn'],
  broken: ['unknown', 'partly', 'kept', 'withdrawn'],
  withdrawn: ['unknown'],
} as const satisfies Record<CommitmentState, readonly CommitmentState[]>

export const canMove = (from: CommitmentState, to: CommitmentState): boolean =>
  from === to || moves[from].some((state) => state === to)

/** Whether somebody judged it: only a document carries a judgement. */
export const isJudgement = (state: CommitmentState): boolean => state !== 'unknown'

/** Of a promise that is known by its title alone nobody can say whether it is kept. */
export const mayJudge = (wording: Wording): boolean => wording !== 'title'

interface Judged {
  state: CommitmentState
  stateOn: string
  wording: Wording
  documents: readonly unknown[]
}

/** Why a state cannot stand as it is written; `null` when it can. */
export function stateFault({ state, wording, documents }: Pick<Judged, 'state' | 'wording' | 'documents'>) {
  if (!isJudgement(state)) return null
  if (!mayJudge(wording)) return 'commitments.errors.wordingUnknown'
  return documents.length === 0 ? 'commitments.errors.documentMissing' : null
}

/** Why a version cannot follow another; `null` when it can. A state that changes says since which day, not before the one it follows. */
export function followFault(before: Pick<Judged, 'state' | 'stateOn'>, after: Pick<Judged, 'state' | 'stateOn'>) {
  if (!canMove(before.state, after.state)) return 'commitments.errors.move'
  return before.state !== after.state && after.stateOn < before.stateOn ? 'commitments.errors.stateBefore' : null
}

interface Version {
  version: number
  content: { state: CommitmentState; stateOn: string }
}

export interface StateChange<V extends Version = Version> {
  from: CommitmentState
  to: V
}

/** Versions whose state is not the one of the version before, in the order given. @param versions the newest first */
export const stateChanges = <V extends Version>(versions: readonly V[]): StateChange<V>[] =>
  versions.flatMap((to, place) => {
    const before = versions[place + 1]
    return before && before.content.state !== to.content.state ? [{ from: before.content.state, to }] : []
  })

/** The name under which the letter about a new state is remembered. */
export const changeAbout = (slug: string, version: number): string => `commitment:${slug}:${version}`

/** The reverse; `null`: no such name. */
export function changeNamed(about: string): { slug: string; version: number } | null {
  const [room, slug, version, ...more] = about.split(':')
  if (room !== 'commitment' || !slug || !version || more.length > 0 || !/^[1-9]\d{0,5}$/.test(version)) return null
  return { slug, version: Number(version) }
}

/** How many promises are in each state, every state named, in the order of the list. */
export const countStates = (
  states: readonly CommitmentState[],
  all: readonly CommitmentState[],
): { state: CommitmentState; count: number }[] =>
  all.map((state) => ({ state, count: states.filter((one) => one === state).length }))
