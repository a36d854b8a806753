import { isExpired } from '#app/features/sheets/rules.ts'
import type { Change, EntryState, EntryWords } from '../schema.ts'

/** Past its day an answer is not shown until somebody has verified it again. */
export const isOverdue = ({ checkBy }: { checkBy: string | null }, today: string): boolean =>
  checkBy !== null && isExpired({ checkBy }, today)

/** Where an answer stands for the team: `soon` is still shown, and to be verified by `warnFrom` at the latest. */
export type EntryStanding = EntryState | 'soon' | 'overdue'

export function entryStanding(
  { state, checkBy }: { state: EntryState; checkBy: string | null },
  { today, warnFrom }: { today: string; warnFrom: string },
): EntryStanding {
  if (state !== 'published' || checkBy === null) return state
  if (isOverdue({ checkBy }, today)) return 'overdue'
  return checkBy <= warnFrom ? 'soon' : state
}

/** The last day that the desk offers: the one that is set and still to come, else the one proposed. */
export const offeredDay = (checkBy: string | null, { today, proposed }: { today: string; proposed: string }): string =>
  checkBy !== null && checkBy > today ? checkBy : proposed

const longestSlug = 48

/** A name for an anchor, of the words of a question: letters and digits without accents, whole words while there is room. */
export function slugOf(question: string): string {
  const words = question
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .match(/[a-z0-9]+/g)
  let slug = ''
  for (const word of words ?? []) {
    if (slug.length + word.length + 1 > longestSlug) break
    slug += slug === '' ? word : `-${word}`
  }
  return slug === '' ? 'question' : slug
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let n = 2
  while (taken.has(`${slug}-${n}`)) n += 1
  return `${slug}-${n}`
}

export interface Version extends EntryWords {
  version: number
  change: Change
  noteFr: string
  noteEn: string
  publishedOn: string
}

/** A change of facts, with what was said before it. */
export interface FactsChanged {
  version: Version
  before: Version
}

/** The changes that everyone is told of, the newest first: of facts. A better wording is none. */
export function factsChanged(versions: readonly Version[]): FactsChanged[] {
  const inOrder = versions.toSorted((one, other) => one.version - other.version)
  return inOrder
    .flatMap((version, place) => {
      const before = inOrder[place - 1]
      return before && (version.change === 'correction' || version.change === 'update') ? [{ version, before }] : []
    })
    .toReversed()
}

/** Days after which whoever waits for an answer has waited for long. */
export const lateAfter = 7

/** Questions that a campaign takes in a day. */
export const mostAskedADay = 200
