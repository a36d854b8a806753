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

/** What a person typed, read as Crockford asks (case, spaces, hyphens, o for 0, i and l for 1); `null` when it cannot be a receipt. */
export function readReceipt(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (code.length !== receiptSymbols || [...code].some((symbol) => !receiptAlphabet.includes(symbol))) return null
  return checkSymbol(code.slice(0, -1)) === code.at(-1) ? code : null
}
