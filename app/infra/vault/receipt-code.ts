/** Crockford's base32: no I, L, O, U, so that it can be read aloud and copied by hand (https://www.crockford.com/base32.html). */
export const receiptAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const receiptSymbols = 24

/** Luhn's check, modulo 32: finds every single wrong symbol and nearly every exchange of two neighbours (ISO/IEC 7812-1, generalised). */
export function checkSymbol(symbols: string): string {
  const base = receiptAlphabet.length
  const sum = [...symbols].toReversed().reduce((total, symbol, place) => {
    const value = receiptAlphabet.indexOf(symbol) * (place % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / base) + (value % base)
  }, 0)
  return receiptAlphabet.charAt((base - (sum % base)) % base)
}

/** Six groups of four, as it is shown. */
export const groupReceipt = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code

/** What stands between the symbols when a code is written in groups, or comes along when it is copied. */
const betweenSymbols = /[\s\p{Pd}\u200B-\u200D\u2060\uFEFF.,:;_]+/gu

/** As Crockford asks: case does not count, o is 0, i and l are 1. */
const asSymbols = (typed: string) =>
  typed.toUpperCase().replace(betweenSymbols, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Why what was typed cannot be a receipt; `check`: one sign is wrong, or two changed places. */
export type ReceiptFault = 'missing' | 'sign' | 'length' | 'check'

export function receiptFault(typed: string): ReceiptFault | null {
  const code = asSymbols(typed)
  if (code === '') return 'missing'
  if ([...code].some((symbol) => !receiptAlphabet.includes(symbol))) return 'sign'
  if (code.length !== receiptSymbols) return 'length'
  return checkSymbol(code.slice(0, -1)) === code.at(-1) ? null : 'check'
}

/** The code that a person typed; `null` when it cannot be one. */
export const readReceipt = (typed: string): string | null => (receiptFault(typed) === null ? asSymbols(typed) : null)

/** A group of a code as we read it. */
interface ReadGroup {
  symbols: string
  /** It has not four signs, or one that is in no code: the slip is there. */
  doubtful: boolean
}

/** More than a code has, so that one typed twice is seen to be too long; and no longer list than that. */
const mostGroups = 12

/**
 * What was typed, in its groups, to be compared with the card: where somebody kept groups apart those, otherwise four signs each.
 * The check symbol says that one sign is wrong, never which: then no group is more doubtful than another.
 */
export function groupsAsRead(typed: string): ReadGroup[] {
  const pieces = typed.split(betweenSymbols).map(asSymbols).filter(Boolean)
  const groups = pieces.length > 1 ? pieces : (pieces[0]?.match(/.{1,4}/gu) ?? [])
  return groups.slice(0, mostGroups).map((symbols) => ({
    symbols,
    doubtful:
      (pieces.length > 1 && [...symbols].length !== 4) ||
      [...symbols].some((symbol) => !receiptAlphabet.includes(symbol)),
  }))
}
