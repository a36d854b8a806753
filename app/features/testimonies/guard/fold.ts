/** A text in one plain spelling, and the way back to the text as it was written. */
export interface Folded {
  text: string
  /** Where a place of the folded text begins in the original, and where what stands before it ends there. */
  startOf(at: number): number
  endOf(at: number): number
}

const special = new Map([
  ...['œ:oe', 'Œ:OE', 'æ:ae', 'Æ:AE', 'ß:ss', 'ø:o', 'Ø:O', 'đ:d', 'Đ:D', 'ł:l', 'Ł:L', 'ı:i'].map((pair) => {
    const [letter = '', plain = ''] = pair.split(':')
    return [letter, plain] as const
  }),
  ...[...'‘’ʼ′´`‛'].map((mark) => [mark, "'"] as const),
  ...[...'“”„«»″'].map((mark) => [mark, '"'] as const),
  ...[...'·‧∙'].map((mark) => [mark, '.'] as const),
  ...[...'\u2028\u2029\u0085'].map((mark) => [mark, '\n'] as const),
  ['−', '-'] as const,
  ['⁄', '/'] as const,
])

/** Any decimal digit of any script as the one we know: their blocks are ten in a row. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

function plain(character: string): string {
  const known = special.get(character)
  if (known !== undefined) return known
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return ''
  if (/^\p{Zs}$/u.test(character)) return ' '
  if (/^\p{Pd}$/u.test(character)) return '-'
  if (/^\p{Nd}$/u.test(character) && character.normalize('NFKC') === character) return digit(character)
  const taken = character.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  if (taken === character) return character
  return [...taken].map((part) => special.get(part) ?? (/^\p{Zs}$/u.test(part) ? ' ' : part)).join('')
}

const identity = (original: string): Folded => ({
  text: original.replaceAll(/[\t\v\f\r]/g, ' '),
  startOf: (at) => at,
  endOf: (at) => at,
})

/**
 * Compatibility forms resolved, accents taken off, every space, hyphen, apostrophe and digit the plain one, what is
 * invisible left out. Case stays: it tells a name from a word.
 */
export function fold(original: string): Folded {
  // oxlint-disable-next-line no-control-regex
  if (/^[\u0000-\u007F]*$/.test(original)) return identity(original)
  const seen = new Map<string, string>()
  const from: number[] = []
  const to: number[] = []
  let text = ''
  let at = 0
  for (const character of original) {
    const next = at + character.length
    let folded = character
    if (character > '\u007F') {
      folded = seen.get(character) ?? plain(character)
      seen.set(character, folded)
    } else if (character < ' ' && character !== '\n') folded = ' '
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at)
      to.push(next)
    }
    if (folded === '' && to.length > 0 && /^\p{M}$/u.test(character)) to[to.length - 1] = next
    text += folded
    at = next
  }
  return {
    text,
    startOf: (place) => from[place] ?? original.length,
    endOf: (place) => (place > 0 ? (to[place - 1] ?? original.length) : 0),
  }
}
