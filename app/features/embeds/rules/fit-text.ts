/** Width of a text, in parts of the size it is set in: 2 means twice as wide as its letters are high. */
export type Measure = (text: string) => number

export interface Room {
  width: number
  height: number
  /** From the largest to the smallest. */
  sizes: readonly number[]
  /** From one line to the next, in parts of the size. */
  leading: number
}

export interface Fitted {
  size: number
  lines: string[]
}

const ellipsis = '…'
/** Where a line may break. No-break spaces are none of them: « À 100 000 signatures » stays together. */
const breaks = /[\t\n\r ]+/u

/** What fits into the width of a word that does not, one letter at least. */
function startOf(word: string, fits: (text: string) => boolean): string {
  const letters = [...word]
  let end = 1
  while (end < letters.length && fits(letters.slice(0, end + 1).join(''))) end += 1
  return letters.slice(0, end).join('')
}

function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(breaks).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line) && [...line].length > 1) {
      const start = startOf(line, fits)
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The same number of lines, as even as they come: a title with one word in its last line looks torn. */
function balance(text: string, width: number, fitsIn: (width: number) => (line: string) => boolean): string[] {
  const lines = wrap(text, fitsIn(width))
  let best = lines
  for (let share = 0.95; share > 0.5; share -= 0.05) {
    const narrower = wrap(text, fitsIn(width * share))
    if (narrower.length > lines.length) return best
    best = narrower
  }
  return best
}

/** As many lines as there is room for, one at least; the last of them says that there was more. */
function cut(lines: readonly string[], holds: (count: number) => boolean, fits: (line: string) => boolean): string[] {
  const kept = lines.filter((_, at) => at === 0 || holds(at + 1))
  let last = [...(kept.pop() ?? '')]
  while (last.length > 0 && !fits(`${last.join('')}${ellipsis}`)) last = last.slice(0, -1)
  return [...kept, `${last.join('').trimEnd()}${ellipsis}`]
}

/** A text in the largest size in which it fits; in the smallest, what does not fit is cut and says so. */
export function fitText(text: string, { width, height, sizes, leading }: Room, measure: Measure): Fitted {
  const holdsAt = (size: number) => (count: number) => count * size * leading <= height
  const fitsAt = (size: number) => (most: number) => (line: string) => measure(line) * size <= most
  for (const size of sizes) {
    // A word that a smaller size would leave whole is not broken.
    const fits = fitsAt(size)(width)
    const whole = text.split(breaks).every((word) => fits(word))
    if (whole && holdsAt(size)(wrap(text, fits).length)) return { size, lines: balance(text, width, fitsAt(size)) }
  }
  const size = sizes.at(-1) ?? 1
  const fits = fitsAt(size)(width)
  const lines = wrap(text, fits)
  return { size, lines: holdsAt(size)(lines.length) ? lines : cut(lines, holdsAt(size), fits) }
}
