/** The remainder of a number of any length, so many digits at a time. */
function remainder(digits: string, by: number): number {
  let rest = 0
  for (let at = 0; at < digits.length; at += 1) rest = (rest * 10 + digits.charCodeAt(at) - 48) % by
  return rest
}

/** The key of a French social-security number (13 signs, 2A and 2B for Corsica). */
export function nirKey(number: string): number {
  const plain = number.toUpperCase()
  const digits = plain.slice(5, 7) === '2A' ? '19' : plain.slice(5, 7) === '2B' ? '18' : plain.slice(5, 7)
  return 97 - remainder(plain.slice(0, 5) + digits + plain.slice(7), 97)
}

/** ISO 13616: the first four signs last, letters as 10 to 35, the remainder by 97 is 1. */
export function isIban(iban: string): boolean {
  const signs = (iban.slice(4) + iban.slice(0, 4)).toUpperCase()
  let rest = 0
  for (let at = 0; at < signs.length; at += 1) {
    const code = signs.charCodeAt(at)
    rest = (code < 58 ? rest * 10 + code - 48 : rest * 100 + code - 55) % 97
  }
  return rest === 1
}

const ribDigit = (sign: string): string => {
  const value = Number.parseInt(sign, 36)
  if (value < 10) return sign
  if (value < 19) return String(value - 9)
  return String(value < 28 ? value - 18 : value - 26)
}

/** Bank 5, branch 5, account 11 (letters by their own table), key 2. */
export function isRib(rib: string): boolean {
  const digits = [...rib].map(ribDigit).join('')
  const sum =
    89 * remainder(digits.slice(0, 5), 97) +
    15 * remainder(digits.slice(5, 10), 97) +
    3 * remainder(digits.slice(10, 21), 97)
  return 97 - (sum % 97) === Number(digits.slice(21))
}

/** ISO/IEC 7812: cards. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, figure, place) => {
    const value = place % 2 === 1 ? Number(figure) * 2 : Number(figure)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
