/** Every regular expression of the guard, so that a test can look at each of them for hostile inputs. */
export const everyPattern: RegExp[] = []

/** The one place where the guard makes a regular expression. */
export function pattern(source: string, flags = ''): RegExp {
  const made = new RegExp(source, flags)
  everyPattern.push(made)
  return made
}

/** Matches that turn out to be none are looked at again one character on, so often in one text. */
const patience = 4000

/**
 * Every match. `take` may say that one was none after all (`false`: the search goes on one character further, so that a
 * false beginning hides nothing), or where to go on.
 */
export function scan(found: RegExp, text: string, take: (match: RegExpExecArray) => boolean | number | void): void {
  let retries = 0
  found.lastIndex = 0
  for (let match = found.exec(text); match; match = found.exec(text)) {
    const end = found.lastIndex
    const taken = take(match)
    if (typeof taken === 'number') found.lastIndex = Math.max(taken, match.index + 1)
    else if (taken === false && retries < patience) {
      found.lastIndex = match.index + 1
      retries += 1
    } else found.lastIndex = Math.max(end, match.index + 1)
  }
}

/** Whether a sticky expression matches at that place, and where it ends. */
export function endAt(sticky: RegExp, text: string, at: number): number | null {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : null
}

/*
 * Slices of a text: expressions that are not `pattern`s see nothing else but these, or one match of a `pattern` whose
 * repetitions are bounded. However an expression behaves, it works on that many characters at most.
 */

/** So many characters before a place, as they are written. */
export const beforeAsWritten = (text: string, at: number, most: number): string =>
  text.slice(Math.max(0, at - most), at)

export const afterAsWritten = (text: string, at: number, most: number): string => text.slice(at, at + most)

/** The characters before a place, in lower case: where words that give a number its meaning are looked for. */
export const before = (text: string, at: number, most: number): string => beforeAsWritten(text, at, most).toLowerCase()

export const after = (text: string, at: number, most: number): string => afterAsWritten(text, at, most).toLowerCase()
