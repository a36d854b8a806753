import { nirKey } from './check-digits.ts'
import { stop, warn, type Detector, type Finding } from './finding.ts'
import { after, before, pattern, scan } from './pattern.ts'

const gap = String.raw`[ .\-_/\n]{0,3}`
const shape = pattern(
  String.raw`(?<!\d)[1-478](?:${gap}\d){4}${gap}\d${gap}[\dABab](?:${gap}\d){6}` +
    String.raw`(?:[ .\-_/(:\n]{0,3}(?:(?:cle|clef|key|Cle|Key|CLE)[ :.=]{0,3})?(\d ?\d)\)?)?(?!\d)`,
  'g',
)
/** One run, or the groups that cards and letters print. */
const printed = pattern(String.raw`^(?:\w{13}|\w([ .\-_/]{1,3})\d\d\1\d\d\1(?:\w\w\1\d{3}|\d{3}\1\d\d)\1\d{3})$`)
const meant = pattern(String.raw`secu|\bnir\b|\bnss\b|social|\binsee\b|\bn?ssn?\b|vitale|insurance number|immatricul`)
const meantAfter = pattern(
  String.raw`^[ ,):]{0,3}(?:(?:c'?est|est|voila|is|that's|it's) )?(?:mon |ma |my |son |sa )?(?:numero de |num |n° ?)?(?:secu|nir\b|nss\b|french social|social security)`,
)
/** Numbers of thirteen digits that are something else. */
const otherwise = pattern(
  String.raw`fisc|\bspi\b|colis|suivi|track|parcel|factur|invoice|command|\border\b|dossier|\bref|contrat|siret|timestamp|horodat`,
)

const isGoods = pattern(String.raw`\bean\b|\bisbn|barres?\b|barcode`)

/** Without the word that announces a key, and the signs about it. */
function withoutKeyWord(typed: string): string {
  const number = withoutSigns(typed)
  const word = /(?:cle|clef|key)$/i.exec(number)
  return word ? withoutSigns(number.slice(0, word.index)) : number
}

function withoutSigns(typed: string): string {
  let end = typed.length
  while (end > 0 && /[^0-9A-Za-z]/.test(typed.charAt(end - 1))) end -= 1
  return typed.slice(0, end)
}

const strip = (typed: string) => typed.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()

interface Parts {
  number: string
  /** Typed after it, or `null`. */
  key: string | null
}

const isPlace = (number: string): boolean => {
  const department = number.slice(5, 7)
  return /^(?:2[AB]|\d\d)$/.test(department) && department !== '00' && !/^.{7}000|000$/.test(number)
}

function isMonth(number: string, exact: boolean): boolean {
  const month = Number(number.slice(3, 5))
  return (month >= 1 && month <= 12) || (!exact && month >= 20)
}

/** A word that touches the number: only the key can then say where it begins and ends. */
const isGlued = (text: string, start: number, end: number): boolean =>
  /[A-Za-z]/.test(text.charAt(end)) ||
  (/[A-Za-z]/.test(text.charAt(start - 1)) && !/(?:secu|nir|nss)$/.test(before(text, start, 4)))

/** A valid key is proof. Without one: a month, a place, a word beside it or the printed groups, and nothing that says it is another number. */
function judge(
  { number, key }: Parts,
  typed: string,
  around: { text: string; start: number; end: number },
): Finding | null {
  const { text, start, end } = around
  if (!isPlace(number)) return null
  const context = before(text, start, 45)
  const isMeant = meant.test(context) || meantAfter.test(after(text, end, 30))
  if (key !== null) {
    if (!isMonth(number, false)) return null
    if (Number(key) === nirKey(number)) return stop('nir', start, end)
    if (isGlued(text, start, end)) return null
    // A slip in a number that is said to be one: the thirteen signs before the key lead to the person all the same.
    if (isMeant) return stop('nir', start, end)
    return printed.test(typed) ? warn('identifier', start, end) : null
  }
  if (isGlued(text, start, end)) return null
  if (!(isMeant || printed.test(typed)) || !isMonth(number, !isMeant)) return null
  if (/\d[ .\-/]$/.test(context) || /^[ .\-/]\d/.test(after(text, end, 2))) return null
  if (/^ ?(?:€|euros?\b|%)/.test(after(text, end, 7))) return null
  if (isGoods.test(context) && !isMeant) return null
  return otherwise.test(context) && !isMeant ? warn('identifier', start, end) : stop('nir', start, end)
}

export const findNir: Detector = (text) => {
  const found: Finding[] = []
  scan(shape, text, (match) => {
    const [all, typedKey] = match
    const tail = typedKey === undefined ? 0 : all.length - all.lastIndexOf(typedKey)
    const signs = strip(all).replace(/(?:CLE|CLEF|KEY)(?=\d\d$)/, '')
    const key = typedKey === undefined ? null : strip(typedKey)
    const number = signs.slice(0, 13)
    const typed = withoutKeyWord(all.slice(0, all.length - tail).replaceAll(/ ?\n ?/g, ' '))
    const around = { text, start: match.index, end: match.index + all.length }
    const finding = judge({ number, key }, typed, around)
    if (!finding) return false
    found.push(finding)
    return true
  })
  return found
}
