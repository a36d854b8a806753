import { stop, type Detector, type Finding } from './finding.ts'
import { after, before, pattern, scan } from './pattern.ts'

/** Between two groups: nothing, one sign, or a sign with spaces about it. */
const gap = String.raw`(?:[.\-_/|,*] ?| (?:[.\-_/|,*\n] ?| )?|\n)?`
const groups = String.raw`(?:(?:${gap}\d\d){4}|\d[ .\-/]\d{3}[ .\-]\d\d[ .\-]\d\d|\d\d[ .\-]\d{3}[ .\-]\d{3}|\d[ .\-]\d{3}[ .\-]\d{4}|[ .\-]\d{3}[ .\-]\d{3}[ .\-]\d\d)`
const free = String.raw`(?:(?<![0-9A-Za-z])|(?<=[A-Za-z][a-z]{2}|TEL))(?<!\d[.,])`

/** 06 39 98 12 34 in every grouping, (0)6, O6; +33, 0033 and 33 before it. */
const french = pattern(
  String.raw`${free}(?:(?:\+ ?|00[ .\-]?|\(\+|\(00)33\)?[ .\-/]{0,3}(?:\(0\)|0)?[ .\-]{0,2}|33[ .\-]|33(?=[1-9]\d{8}(?!\d))|\(?[0Oo]\)? ?)[1-9]\)?${groups}(?![0-9A-Z])`,
  'g',
)
const abroad = pattern(
  String.raw`(?<![0-9A-Za-z+])(?:\+ ?[1-9]|(?<!\d[ .\-])00[1-9])\d{0,2}(?:[ .\-/()]{0,3}\d){6,12}(?![0-9A-Za-z])`,
  'g',
)
const british = pattern(
  String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])(?:\(0[12378]\d{1,3}\) ?|0[12378]\d{1,3}[ \-])\d{3,4}(?:[ \-]?\d{3,4})?(?![0-9A-Za-z])`,
  'g',
)
const american = pattern(
  String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])(?:1[ .\-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.\-])\d{3}[.\- ]\d{4}(?![0-9A-Za-z])`,
  'g',
)
const shortened = pattern(String.raw`(?<![0-9A-Za-z])[67](?:[ .\-]?\d\d){4}(?![0-9A-Za-z])`, 'g')
const belgian = pattern(String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])0\d[ ./]\d{3}[ .]\d\d[ .]\d\d(?![0-9A-Za-z])`, 'g')
const isBelgian = pattern(String.raw`belg|bruxelles|brussels`)
const anyhow = pattern(String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])0[67](?:[ .\-]?\d){8}(?![0-9A-Za-z])`, 'g')
/** The American groups with spaces: a row of any numbers, but for a word that says what it is. */
const spaced = pattern(String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])[2-9]\d\d \d{3} \d{4}(?![0-9A-Za-z])`, 'g')
const apart = pattern(String.raw`(?<![0-9A-Za-z])0([ .\-])[1-9](?:\1\d){8}(?![0-9A-Za-z])`, 'g')
const eleven = pattern(String.raw`(?<![0-9A-Za-z])0[127]\d{9}(?![0-9A-Za-z])`, 'g')

const numberWord = String.raw`(?:zero|oh?|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cent|et|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|double|\d\d?)`
const spelled = pattern(
  String.raw`(?<![0-9A-Za-z])(?:zero|oh)[ ,\-]{1,2}(?:${numberWord}[ ,.\-]{1,2}){6,24}${numberWord}(?![0-9A-Za-z])`,
  'gi',
)
/** With the number of a country before it. */
const spelledAbroad = pattern(
  String.raw`(?<![0-9A-Za-z])(?:\+ ?|plus[ \-]|double zero[ \-])(?:trente[ \-](?:trois|deux)|thirty[ \-](?:three|two)|forty[ \-]four|four four|three three|3[23]|44)[ ,\-]{1,2}(?:${numberWord}[ ,.\-]{1,2}){4,24}${numberWord}(?![0-9A-Za-z])`,
  'gi',
)
/** Ten figures, two by two but for a slip. */
const uneven = pattern(
  String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- ])0[67]([ .\-])\d\d?(?:\1\d\d?){3,7}(?![0-9A-Za-z])(?!\1\d)`,
  'g',
)
/** "Mon 06 : 39-98-12-34": what people call a mobile, and the rest of its number. */
const announced = pattern(
  String.raw`(?<![0-9A-Za-z])(?<!\d[.,\- :])0[67] ?(?:[:=;]|->|c'est|est)(?: le)? ?\d\d(?:[ .\-]?\d\d){3}(?![0-9A-Za-z])`,
  'g',
)

/** Words that make a number a telephone's, and words that make it something else. */
const isPhone = pattern(
  String.raw`\btel\b|telephon|portable|mobile|\bphone|\bgsm\b|joign|joindre|appele|\bsms\b|whatsapp|call(?:ed)? (?:me|him|her|us|them)|\bcell`,
)
const isOther = pattern(
  String.raw`(?:dossier|reference|\bref|facture|commande|contrat|allocataire|identifiant|matricule|inscription|demandeur|suivi|colis|siret|siren|courrier|requete|file|case|claim|invoice|order|account|customer|user id)[^.!?;]{0,22}$`,
)
const amount = pattern(String.raw`^ ?(?:€|%|euros?\b|eur\b|dollars?|personnes|people|signatures|habitants|km\b)`)

const isDate = (typed: string) =>
  /^\d\d([/.\- ])\d\d\1(?:19|20)\d\d(?!\d)/.test(typed) || /^\d\d[/.-](?:19|20)\d\d(?!\d)/.test(typed)

/** Months or départements one after the other, told apart by commas. */
const isList = (typed: string, context: string) =>
  typed.includes(',') && (!/^0[67]/.test(typed) || typed.includes(', ')) && !isPhone.test(context)

/** A longer row of numbers that follow one another, of which this is a part. */
function isCounting(typed: string, text: string, start: number): boolean {
  const numbers = (typed.match(/\d\d/g) ?? []).map(Number)
  const rises = numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1)
  if (rises && !isPhone.test(before(text, start, 45))) return true
  return rises && (/\d[ .-]$/.test(before(text, start, 3)) || /^[ .-]\d/.test(after(text, start + typed.length, 2)))
}

/** 0800 to 0809, however they are grouped: free or of ordinary price, and of services only. */
const isService = /^(?:0|\D*(?:00)?33\D*0?)\D{0,3}8\D{0,2}0/

const isMixedDate = (typed: string) => {
  const signs = new Set(typed.match(/[^0-9() ]/g))
  return signs.has('/') && (signs.size > 1 || /\d \d/.test(typed))
}

function takeFrench(text: string, match: RegExpExecArray): boolean {
  const typed = match[0]
  const context = before(text, match.index, 45)
  if (/^[0O]/i.test(typed) && (isDate(typed) || isList(typed, context) || isMixedDate(typed))) return false
  if (isCounting(typed, text, match.index) || isService.test(typed)) return false
  if (typed.indexOf('\n') !== typed.lastIndexOf('\n')) return false
  if (/^[oO]/.test(typed) && /[oO][1-9]\d*$/.test(typed)) return isPhone.test(context)
  if (/^\d+$/.test(typed) && isOther.test(context) && !isPhone.test(context)) return false
  if (typed.startsWith('33') && !isPhone.test(context) && /\d[ .-]$/.test(context)) return false
  return !amount.test(after(text, match.index + typed.length, 12))
}

const countries = pattern(
  String.raw`^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|35\d|37\d|38\d|42\d|5[09]\d|6[7-9]\d|85\d|88\d|96\d|97\d|99\d)`,
)

function takeAbroad(text: string, match: RegExpExecArray): boolean {
  const digits = match[0].replaceAll(/\D/g, '').replace(/^00/, '')
  if (digits.length < 9 || digits.length > 15 || !countries.test(digits)) return false
  const context = before(text, match.index, 45)
  if (match[0].startsWith('00') && isOther.test(context)) return false
  return !amount.test(after(text, match.index + match[0].length, 12)) && !/0{6}$/.test(digits)
}

const takeBritish = (text: string, match: RegExpExecArray): boolean => {
  const digits = match[0].replaceAll(/\D/g, '')
  return (
    (digits.length === 10 || digits.length === 11) &&
    !isService.test(match[0]) &&
    !isOther.test(before(text, match.index, 45)) &&
    !isDate(match[0])
  )
}

/** "mon num c le 06 399 80 142": grouped as nobody else does, but said to be one. */
function isSaidToBe(text: string, match: RegExpExecArray): boolean {
  const context = before(text, match.index, 40)
  return !isOther.test(context) && (isPhone.test(context) || /\bnum(?:ero)?\b/.test(context))
}

const isNoRow = (text: string, { 0: typed, index }: RegExpExecArray): boolean =>
  !isCounting(typed, text, index) && !isOther.test(before(text, index, 45))

const inContext = (text: string, match: RegExpExecArray): boolean => isPhone.test(before(text, match.index, 40))

const looks: [RegExp, (text: string, match: RegExpExecArray) => boolean][] = [
  [french, takeFrench],
  [abroad, takeAbroad],
  [british, takeBritish],
  [american, (text, match) => !isOther.test(before(text, match.index, 45))],
  [shortened, inContext],
  [spaced, inContext],
  [anyhow, isSaidToBe],
  [belgian, (text, match) => isBelgian.test(before(text, match.index, 40)) || inContext(text, match)],
  [apart, (_, match) => match[0].replaceAll(/\D/g, '') !== '0123456789'],
  [eleven, inContext],
  [spelled, () => true],
  [spelledAbroad, () => true],
  [uneven, (text, match) => match[0].replaceAll(/\D/g, '').length === 10 && isNoRow(text, match)],
  [announced, isNoRow],
]

export const findPhones: Detector = (text) => {
  const found: Finding[] = []
  for (const [look, take] of looks)
    scan(look, text, (match) => {
      if (!take(text, match)) return false
      const typed = match[0].trimEnd()
      // A bracket that was opened before the number is not part of it.
      const opening = typed.startsWith('(') && !typed.includes(')') ? 1 : 0
      found.push(stop('phone', match.index + opening, match.index + typed.length))
      return true
    })
  return found
}
