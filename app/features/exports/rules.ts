import type { Permission } from '#app/features/staff/policy.ts'
import { exportStates, moves, type Column, type ExportFormat, type ExportKind, type ExportState } from './schema.ts'

/** Milliseconds that a file is kept: long enough for a weekend. */
export const keptFor = 72 * 3_600_000
/** Milliseconds that somebody may take to agree. */
export const waitsFor = 14 * 24 * 3_600_000
/** Milliseconds that the line of one that is over stays: what happened is in the trail for good. */
export const listedFor = 90 * 24 * 3_600_000
/** Takes so many processes down, or fails in so many: then it is not made. */
export const mostAttempts = 4

export const canMove = (from: ExportState, to: ExportState): boolean => moves[from].some((state) => state === to)

/** The states from which one may be reached: the condition of its `update`. */
export const statesBefore = (to: ExportState): ExportState[] => exportStates.filter((from) => canMove(from, to))

export const isUnderWay = (state: ExportState): boolean => state === 'queued' || state === 'running'

const needed: Readonly<Record<ExportKind, Permission>> = {
  signers: 'analyse',
  testimonies: 'moderate',
  moderation: 'moderate',
  deliveries: 'mail',
  organisations: 'campaign',
  paper: 'campaign',
}

/** Addresses are for those who may write to them anyway. */
export const permissionFor = (kind: ExportKind, people: boolean): Permission => (people ? 'mail' : needed[kind])

interface Waiting {
  state: ExportState
  kind: ExportKind
  people: boolean
  requestedById: string
}

/** Why somebody cannot agree, or `null`: another person, who may have such a file themself. */
export function whyNotApprove(
  { state, kind, people, requestedById }: Waiting,
  actor: { id: string; may: (permission: Permission) => boolean },
): 'own' | 'not-allowed' | 'not-waiting' | null {
  if (!actor.may(permissionFor(kind, people))) return 'not-allowed'
  if (state !== 'waiting') return 'not-waiting'
  return requestedById === actor.id ? 'own' : null
}

const notes = ['step', 'asked', 'waits'] as const

/**
 * What is said above the list of somebody who just did this. That their last request waits for another person is said as long as it
 * does: the address of the page stays while the list moves on.
 */
export function noteOf(
  did: string | null,
  exports: readonly { mine: boolean; state: ExportState }[],
): (typeof notes)[number] | null {
  const note = notes.find((name) => name === did) ?? null
  const isOver = note === 'waits' && exports.find(({ mine }) => mine)?.state !== 'waiting'
  return isOver ? null : note
}

export interface Manifest {
  format: 'portevoix-export/1'
  export: string
  kind: ExportKind
  campaign: string
  /** The instant whose state it shows. */
  asOf: string
  rows: number
  columns: readonly Column[]
  file: { name: string; type: string; bytes: number; sha256: string }
  /** What may be done with it. */
  use: string
}

const uses: Readonly<Record<'people' | 'plain' | 'testimonies', string>> = {
  people:
    'An address is here only where its owner asked for news and has not left, a name only where its owner agreed to have it shown. Use them for that and nothing else, keep the file encrypted, delete it after use.',
  plain: 'For the team. A line may be about one person: do not publish lines, publish sums.',
  testimonies:
    'Published texts only, each with the uses its author agreed to now. Who withdraws later is no longer in the next file: do not use an old one.',
}

export const useOf = (kind: ExportKind, people: boolean): string =>
  uses[people ? 'people' : kind === 'testimonies' ? 'testimonies' : 'plain']

/** `score-signers-2026-01-31.csv` */
export const dataName = (of: { campaign: string; kind: ExportKind; format: ExportFormat; asOf: Date }): string =>
  `${of.campaign}-${of.kind}-${of.asOf.toISOString().slice(0, 10)}.${of.format}`
