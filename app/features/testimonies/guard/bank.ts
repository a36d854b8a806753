import { isIban, isLuhn, isRib } from './check-digits.ts'
import { stop, warn, type Detector, type Finding } from './finding.ts'
import { after, afterAsWritten, before, endAt, pattern, scan } from './pattern.ts'

/** ISO 13616: how long an account number is, by country. */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 ' +
    'LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 ' +
    'SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
)

const ibanStart = pattern(
  String.raw`(?<![0-9A-Za-z])(?:IBAN)?([A-Z]{2})[ .\-_]{0,3}\d[ ]?\d(?=[ .\-_/]{0,3}[0-9A-Z])`,
  'gi',
)
const separators = new Set(' .-_/\n')

const isSign = (code: number) => (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123)

/** Reads so many letters and digits, over separators. */
function read(text: string, start: number, most: number): { signs: string; end: number } {
  let signs = ''
  let end = start
  let gap = 0
  for (let at = start; at < text.length && signs.length < most && gap <= 3; at += 1) {
    const sign = text.charAt(at)
    if (isSign(text.charCodeAt(at))) {
      signs += sign
      end = at + 1
      gap = 0
    } else if (separators.has(sign)) gap += 1
    else break
  }
  return { signs, end }
}

/** Words that say what the number after them is, whatever its key says. */
const isAccount = pattern(String.raw`\biban\b|\brib\b|bancaire|\bbank|identite bancaire`)

/** Up to the last digit: letters after it are the next word. */
function figuresOf(signs: string): number {
  let end = signs.length
  while (end > 0 && !/\d/.test(signs.charAt(end - 1))) end -= 1
  return /^[A-Za-z]{2}\d{2}/.test(signs) && end >= 14 ? end : 0
}

/** Digits enough, and no word swallowed: somebody mistyped one sign, or left the end out. */
function mistyped(text: string, start: number, length: number): Finding | null {
  const { signs } = read(text, start, length)
  const figures = figuresOf(signs)
  const digits = signs.slice(0, figures).replaceAll(/\D/g, '').length
  if (figures < length - 8 || digits < figures * 0.6) return null
  const end = read(text, start, figures).end
  const said = figures === length && isAccount.test(before(text, start, 30))
  return said ? stop('iban', start, end) : warn('identifier', start, end)
}

const inFours = pattern(String.raw`[A-Za-z]{2}[ .\-_]{1,3}\d ?\d(?:[ .\-_/]{1,3}[0-9A-Za-z]{4}){2}(?![0-9A-Za-z])`, 'y')

/** "it is 86000…": a word of the sentence, unless what follows is written like an account number or said to be one. */
function isWord(text: string, start: number, country: string): boolean {
  const apart = !/\d/.test(text.charAt(start + country.length))
  if (!apart || country === country.toUpperCase()) return false
  return endAt(inFours, text, start) === null && !isAccount.test(before(text, start, 30))
}

const findIban: Detector = (text) => {
  const found: Finding[] = []
  scan(ibanStart, text, (match) => {
    const country = match[1] ?? ''
    const length = lengths.get(country.toUpperCase())
    if (!length) return false
    const start = match.index + match[0].indexOf(country, match[0].length > 6 && /^iban/i.test(match[0]) ? 4 : 0)
    if (isWord(text, start, country)) return false
    const { signs, end } = read(text, start, length)
    if (signs.length === length && isIban(signs)) found.push(stop('iban', start, end))
    else {
      const finding = mistyped(text, start, length)
      if (!finding) return false
      found.push(finding)
    }
    return true
  })
  return found
}

const gap = String.raw`[ .\-_/|]{0,3}`
const rib = pattern(String.raw`(?<![0-9A-Za-z])(?:\d${gap}){10}(?:[0-9A-Za-z]${gap}){11}\d ?\d(?![0-9A-Za-z])`, 'g')
/** As forms label it: code banque, code guichet, numéro de compte, clé. */
const bankWord = pattern('banque', 'gi')
const labelled = /^[^0-9\n]{0,12}(\d{5})[^0-9]{1,25}(\d{5})[^0-9]{1,30}([0-9A-Z]{11})[^0-9]{1,15}(\d\d)(?!\d)/i
const printed = pattern(String.raw`^(?:\w{23}|\d{5}([ .\-_/|]{1,3})\d{5}\1\w{11}\1\d\d)$`)

const findRib: Detector = (text) => {
  const found: Finding[] = []
  scan(rib, text, (match) => {
    const [all] = match
    const end = match.index + all.length
    const signs = all.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()
    if (isRib(signs)) found.push(stop('rib', match.index, end))
    else if (printed.test(all) && isAccount.test(before(text, match.index, 40)))
      found.push(stop('rib', match.index, end))
    else return false
    return true
  })
  scan(bankWord, text, ({ 0: word, index }) => {
    const from = index + word.length
    const [all = '', bank = '', branch = '', account = '', key = ''] =
      labelled.exec(afterAsWritten(text, from, 106)) ?? []
    if (!bank || !isRib((bank + branch + account + key).toUpperCase())) return
    found.push(stop('rib', from + all.indexOf(bank), from + all.length))
  })
  return found
}

const card = pattern(String.raw`(?<![0-9A-Za-z])[2-6]\d{3}([ .\-]?)\d{4}\1\d{4}\1\d{4}(?![0-9A-Za-z])`, 'g')

const findCard: Detector = (text) => {
  const found: Finding[] = []
  scan(card, text, (match) => {
    const end = match.index + match[0].length
    if (!isLuhn(match[0].replaceAll(/\D/g, '')) || /^ ?(?:€|euro)/.test(after(text, end, 6))) return false
    found.push(warn('identifier', match.index, end))
    return true
  })
  return found
}

export const findBank: Detector = (text) => [...findIban(text), ...findRib(text), ...findCard(text)]
