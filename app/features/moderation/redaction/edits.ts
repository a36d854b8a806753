/** One change of one text, with what it takes to undo it. */
export interface Edit {
  at: number
  removed: string
  inserted: string
}

export const applied = (text: string, { at, removed, inserted }: Edit): string =>
  text.slice(0, at) + inserted + text.slice(at + removed.length)

/** The change that leads back. */
export const undone = ({ at, removed, inserted }: Edit): Edit => ({ at, removed: inserted, inserted: removed })

const splitsACharacter = (text: string, at: number) =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1))

/**
 * The one passage in which two texts differ, as short as can be without cutting a character in two: written over by the
 * browser, it is one step of its own undo. `null` when they are the same.
 */
export function editBetween(older: string, newer: string): Edit | null {
  if (older === newer) return null
  const shorter = older.length < newer.length ? older.length : newer.length
  let start = 0
  while (start < shorter && older[start] === newer[start]) start += 1
  if (splitsACharacter(older, start) || splitsACharacter(newer, start)) start -= 1
  let end = 0
  while (end < shorter - start && older[older.length - 1 - end] === newer[newer.length - 1 - end]) end += 1
  if (splitsACharacter(older, older.length - end) || splitsACharacter(newer, newer.length - end)) end -= 1
  return {
    at: start,
    removed: older.slice(start, older.length - end),
    inserted: newer.slice(start, newer.length - end),
  }
}
