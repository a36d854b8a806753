/** A text in one plain spelling, and the way back to the text as it was written. */
export interface Folded {
  text: string
  /** Where a place of the folded text begins in the original, and where what stands before it ends there. */
  startOf: (at: number) => number
  endOf: (at: number) => number
}

const alike = (letters: string, folded: string): [string, string][] => Array.from(letters, (letter) => [letter, folded])

const special = new Map([
  ...alike('œ', 'oe'),
  ...alike('Œ', 'OE'),
  ...alike('æ', 'ae'),
  ...alike('Æ', 'AE'),
  ...alike('ß', 'ss'),
  ...alike('ø', 'o'),
  ...alike('Ø', 'O'),
  ...alike('đ', 'd'),
  ...alike('Đ', 'D'),
  ...alike('ł', 'l'),
  ...alike('Ł', 'L'),
  ...alike('ı', 'i'),
  ...alike('‘’ʼ′´`‛', "'"),
  ...alike('“”„«»″', '"'),
  ...alike('·‧∙', '.'),
  ...alike('\u2028\u2029\u0085', '\n'),
  ...alike('−', '-'),
  ...alike('⁄', '/'),
])

/** Any decimal digit of any script as the one we know: their blocks are ten in a row. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/** Stands for a mark over the letter before it: nothing is written, the letter ends later. */
const mark = '\u0300'
const handled = /[\p{M}\p{Cf}\p{Zs}\p{Pd}\p{Nd}]/u

function plain(character: string): string {
  const known = special.get(character)
  if (known !== undefined) return known
  const taken = character.normalize('NFKD')
  if (!handled.test(character)) return taken === character ? character : [...taken].map(plainPart).join('')
  if (/\p{M}/u.test(character)) return mark
  if (/\p{Cf}/u.test(character)) return ''
  if (/\p{Zs}/u.test(character)) return ' '
  if (/\p{Pd}/u.test(character)) return '-'
  return taken === character ? digit(character) : taken
}

const plainPart = (part: string): string => {
  if (part < '\u0080') return part
  const folded = plain(part)
  return folded === mark ? '' : folded
}

const controls = /[\u0000-\u0009\u000B-\u001F\u007F]/g
const beyondAscii = /[^\u0000-\u007F]/

/** One character that is written twice in a text folds the same way: what was worked out is kept while it is read. */
class Folding {
  readonly #parts: string[] = []
  readonly #seen = new Map<string, string>()
  #from: Uint32Array
  #to: Uint32Array
  #length = 0

  constructor(typed: string) {
    this.#from = new Uint32Array(typed.length + 64)
    this.#to = new Uint32Array(typed.length + 64)
    for (let at = 0; at < typed.length;)
      at = typed.charCodeAt(at) < 0x80 ? this.#copy(typed, at) : this.#take(typed, at)
  }

  get text(): string {
    return this.#parts.join('')
  }

  startOf = (place: number): number => this.#from[place] ?? 0
  endOf = (place: number): number => (place > 0 ? (this.#to[place - 1] ?? 0) : 0)

  /** A run of characters that stay as they are. @returns where it ends */
  #copy(typed: string, at: number): number {
    let end = at
    while (end < typed.length && typed.charCodeAt(end) < 0x80) end += 1
    this.#room(end - at)
    for (let unit = at; unit < end; unit += 1) {
      this.#from[this.#length] = unit
      this.#to[this.#length] = unit + 1
      this.#length += 1
    }
    this.#parts.push(typed.slice(at, end))
    return end
  }

  /** One character, as whatever it folds to. @returns where it ends */
  #take(typed: string, at: number): number {
    const character = String.fromCodePoint(typed.codePointAt(at) ?? 0)
    const end = at + character.length
    const folded = this.#seen.get(character) ?? plain(character)
    this.#seen.set(character, folded)
    if (folded === mark) {
      if (this.#length > 0) this.#to[this.#length - 1] = end
      return end
    }
    this.#room(folded.length)
    this.#from.fill(at, this.#length, this.#length + folded.length)
    this.#to.fill(end, this.#length, this.#length + folded.length)
    this.#length += folded.length
    this.#parts.push(folded)
    return end
  }

  #room(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#from.length) return
    const [from, to] = [new Uint32Array(needed * 2), new Uint32Array(needed * 2)]
    from.set(this.#from)
    to.set(this.#to)
    this.#from = from
    this.#to = to
  }
}

/**
 * Compatibility forms resolved, accents taken off, every space, hyphen, apostrophe and digit the plain one, what is
 * invisible left out. Case stays: it tells a name from a word.
 */
export function fold(original: string): Folded {
  const typed = original.replace(controls, ' ')
  if (!beyondAscii.test(typed)) return { text: typed, startOf: (at) => at, endOf: (at) => at }
  const { text, startOf, endOf } = new Folding(typed)
  return { text, startOf, endOf }
}
