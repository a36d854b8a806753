import { warn, type Detector, type Finding } from './finding.ts'
import { isGiven } from './names.ts'
import { after, afterAsWritten, before, beforeAsWritten, endAt, pattern, scan } from './pattern.ts'
import { readPlace } from './places.ts'
import { noName } from './words.ts'

const service = String.raw`(?:pole[ -]emploi|france[ -]?travail|cap emploi|mission locale|caf|cpam|anpe|assedic|apec)`
/** The house, with or without the name of the service. */
const house = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:(?:agences?|agency|antenne|mission locale|maison de l'emploi|cap emploi|ccas|pimms|jobcentre|job centre)(?: (?:${service}|FT|PE|locale))?|(?:bureau|site|branch|office|accueil|direction (?:territoriale|regionale|departementale))(?: ${service})?(?= (?:de |du |d'|des |in |of |at |a )))`,
  'gi',
)
const serviceName = pattern(String.raw`(?<![A-Za-z0-9-])(?:${service}|FT(?= de )|PE(?= de ))(?![A-Za-z0-9])`, 'gi')
const toPlace = pattern(
  String.raw`(?: ?[:(-])? ?(?:(?:situee? |basee? |locale? )?(?:de la|de l'|de|du|des|d'|dans le|a la|a|au|aux|in|of|at) ?)?["']?`,
  'iy',
)
const english = pattern(
  String.raw`(?<=[A-Za-z'-] )(?:agency|jobcentre|job centre|Jobcentre(?: Plus)?|branch|office|mission locale)(?![A-Za-z])`,
  'g',
)
const nameBefore = /(?<![A-Za-z0-9'-])[A-Z][A-Za-z'-]{1,25} $/

/** The names before such a house, five at most, each with the space after it. */
function namesBefore(text: string, house: number): string {
  let start = house
  for (let words = 0; words < 5; words += 1) {
    const word = nameBefore.exec(beforeAsWritten(text, start, 28))
    if (!word) break
    start -= word[0].length
  }
  return text.slice(start, house)
}

const notAPlace = new Set([
  'post',
  'head',
  'home',
  'tax',
  'jobcentre',
  'plus',
  'local',
  'public',
  'employment',
  'job',
  'central',
  'benefits',
  'unemployment',
  'local',
])
const quarter =
  /^(?:quartier|ville|coin|secteur|region|departement|commune|voyages?|recrutement|interim|presse|notation|communication|publicite|travail|l'emploi|proximite|rattachement)(?![a-z-])/

const isLoudAround = (text: string, index: number, end: number) =>
  !/[a-z]/.test(beforeAsWritten(text, index, 12)) && /^[^a-z]{6,}$/.test(afterAsWritten(text, index, end - index + 12))

function placeAfter(text: string, index: number, from: number): number | null {
  const at = endAt(toPlace, text, from) ?? from
  if (at === from) return null
  // "le directeur d'agence Franck Pouillot"
  const [first = ''] = /^[a-z-]{0,30}/.exec(after(text, at, 30)) ?? []
  if (/^ ?$/.test(text.slice(from, at)) && isGiven(first) && !/^(?:saint|sainte|clermont|fort)/.test(first)) return null
  if (quarter.test(after(text, at, 16))) return null
  return readPlace(text, at, isLoudAround(text, index, from))
}

export const findAgencies: Detector = (text) => {
  const found: Finding[] = []
  for (const look of [house, serviceName])
    scan(look, text, ({ 0: typed, index }) => {
      const end = placeAfter(text, index, index + typed.length)
      if (end === null) return false
      found.push(warn('agency', index, end))
      return true
    })
  scan(english, text, ({ 0: typed, index: house }) => {
    const names = namesBefore(text, house)
    if (names === '') return false
    const index = house - names.length
    const words = names.trim().split(' ')
    const first = words.findIndex((word) => !noName.has(word.toLowerCase()) && !notAPlace.has(word.toLowerCase()))
    const towns = words.findIndex((word) => readPlace(word, 0) === word.length && !notAPlace.has(word.toLowerCase()))
    const begins = first === -1 ? towns : towns === -1 ? first : Math.min(first, towns)
    if (begins === -1) return false
    const start = index + words.slice(0, begins).join(' ').length + (begins > 0 ? 1 : 0)
    if (/[a-z]'s $/.test(before(text, start, 3))) return false
    found.push(warn('agency', start, house + typed.length))
    return true
  })
  return found
}
