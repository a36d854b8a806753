import type { ImportKind, ImportState } from '../schema.ts'

/** What may become of an import. Before it runs, another mapping begins it anew. */
export const moves = {
  uploaded: ['checking', 'cancelled'],
  checking: ['checking', 'checked', 'uploaded', 'cancelled'],
  checked: ['checking', 'uploaded', 'running', 'cancelled'],
  running: ['done', 'cancelled'],
  done: ['undoing'],
  cancelled: ['undoing'],
  undoing: ['undone'],
  undone: [],
} as const satisfies Record<ImportState, readonly ImportState[]>

export const canMove = (from: ImportState, to: ImportState): boolean => moves[from].some((state) => state === to)

/** What a worker is to do something about. */
export const isUnderWay = (state: ImportState): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing'

/** Before anything came in, it can be mapped anew. */
export const isOpenToMapping = (state: ImportState): boolean =>
  state === 'uploaded' || state === 'checked' || state === 'checking'

export interface Weight {
  kind: ImportKind
  /** Who would come in. */
  fresh: number
  /** They would get news at once, on the word that they confirmed elsewhere. */
  confirmedElsewhere: boolean
  /** As many as one person may bring in alone. */
  above: number
}

/**
 * Whether a second person has to agree. Paper has a second person of its own, one batch at a time; leaving people alone needs none.
 */
export function needsSecond({ kind, fresh, confirmedElsewhere, above }: Weight): boolean {
  if (kind === 'paper' || kind === 'suppressions') return false
  return (kind === 'subscribers' && confirmedElsewhere) || fresh > above
}

/** Whether a second look is no second one: they brought the file, said what is in it, or asked. */
export const isOwn = (
  personId: string,
  hands: { uploadedById: string | null; changedById: string | null; askedById: string | null },
): boolean => [hands.uploadedById, hands.changedById, hands.askedById].includes(personId)

/**
 * Whether they brought the file and said what is in it, as far as anybody of the team did: only one person is named as who entered a
 * batch of paper, and whoever else had a hand in its numbers could verify them.
 */
export const isAllTheirs = (
  personId: string,
  { uploadedById, changedById }: { uploadedById: string | null; changedById: string | null },
): boolean => [uploadedById, changedById].every((hand) => hand === null || hand === personId)

/** Kinds whose people stand apart, can be asked, and can be taken out again. */
export const holdsPeople = (kind: ImportKind | null): boolean => kind === 'signatures' || kind === 'subscribers'
