import { warn, type Detector, type Finding } from './finding.ts'
import { after, afterAsWritten, before, endAt, pattern, scan } from './pattern.ts'
import { readPlace } from './places.ts'
import { noName } from './words.ts'

const number = String.raw`(?<![0-9A-Za-z.,/-])\d{1,4}(?:[ -]?(?:bis|ter|quater|[A-Da-d](?![A-Za-z'])))?(?:[-/]\d{1,4})?,? {1,2}`
/** Kinds of street that are nothing else after a number, and those that need a capital or a postcode to be one. */
const street = String.raw`(?:rues?|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|blvd\.?|impasse|imp\.|allees?|quai|square|ruelle|venelle|faubourg|fbg|sentier|esplanade|rond-point|chemin|chem\.|residence|lieu-dit|lieu dit|lotissement|hameau|traverse|parvis|promenade|mail|cours|place|pl\.?|route|rte\.?|passage|cite|villa|montee|cote|clos|voie|domaine|sq\.|res\.)`
const numbered = pattern(String.raw`${number}(${street})(?= )`, 'gi')
const unsure =
  /^(?:mail|cours|place|pl\.?|route|rte\.?|passage|cite|villa|montee|cote|clos|voie|domaine|promenade|parvis|residence|sentier|traverse|chemin|hameau|lotissement|res\.|sq\.)$/i
const join = pattern(
  String.raw` {0,2}(?:(?:de la|de l'|des|du|de|d'|la|le|les|l'|aux?|sur|sous)(?: |(?<='))){0,2}`,
  'iy',
)
const capitalWord = pattern(String.raw` ?(?:[A-Z0-9][A-Za-z0-9]{0,40}\.?(?:['-][A-Za-z0-9]{1,40}){0,6})(?![0-9])`, 'y')
const dayOfStreet = pattern(String.raw` [A-Za-z]{3}`, 'y')
const smallWord = pattern(String.raw` ?[a-z]{2,40}(?:['-][a-z]{1,40}){0,6}`, 'y')
const town = pattern(
  String.raw`[ ,\n-]{0,3}(?:(?:a|in|,) )?(?:F-?)?(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{3}(?!\d)(?: ?-)? ?`,
  'y',
)
const british = pattern(
  String.raw`(?<![0-9A-Za-z])\d{1,4}[A-Za-z]?,? (?:[A-Z][A-Za-z'-]{1,25} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Court|Square|Place|Terrace|Way|Crescent|Gardens|Grove|Hill|Park|Row|Mews|Walk|Green)(?![A-Za-z])(?:, [A-Z][a-z]{2,20}){0,2}(?:,? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z0-9]))?`,
  'g',
)
const britishCode = pattern(String.raw`(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])`, 'g')
const unnumbered = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:rue|avenue|boulevard|impasse|allee|quai|square|chemin|place)(?= (?:(?:de la|de l'|des|du|de|d'|l'|la)[ ]?)?[A-Z0-9])`,
  'gi',
)
const lives =
  /(?:(?:habit|domicili|demeur|resid|log)\w{1,12}\b|adresse|live[sd]?|living|vis|vivons|vit|address|situee?s?|sise?|chez (?:moi|elle|lui|nous))[^.!?\n]{0,24}$/
const office =
  /(?:agence|antenne|bureau|office|agency|job ?centre|pole emploi|france travail|mission locale|cap emploi)[^.!?\n]{0,12}$/
/** A house known by its name: nothing but what follows tells it from a story. */
const house = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:residence|res\.|lieu[- ]dit|hameau|lotissement|immeuble|foyer|cite|domaine)(?: [A-Za-z'-]{1,25}){1,5},? {1,2}(?:(?:bat(?:iment)?|apt|appt?|appartement|esc(?:alier)?|porte|etage)\.? ?[A-Z0-9]{1,4}(?![A-Za-z0-9])(?:,? (?:apt|appt?|appartement|esc(?:alier)?|porte)\.? ?[A-Z0-9]{1,4}(?![A-Za-z0-9]))?|(?:0[1-9]|[1-8]\d|9[0-8])\d{3}(?!\d))`,
  'gi',
)
const coded = pattern(
  String.raw`(?<![0-9A-Za-z.,])(?:F-)?((?:0[1-9]|[1-8]\d|9[0-8])\d{3}) (?=[A-Z][a-z]|(?:LA|LE|LES|ST|SAINTE?) [A-Z]|[A-Z]{4})`,
  'g',
)
const box = pattern(String.raw`(?<![0-9A-Za-z])(?:BP|CS|TSA) ?\d{2,5}(?![0-9A-Za-z])`, 'g')

/** Over the words of a street's name: capitals as far as they go, or one word without. */
function streetEnd(text: string, from: number): { end: number; capital: boolean } | null {
  let at = endAt(join, text, from) ?? from
  let end: number | null = null
  for (let words = 0; words < 5; words += 1) {
    const next = endAt(capitalWord, text, at)
    if (next === null) break
    // "voiture 12, place 45": a figure is part of a name only where words follow it ("rue du 8 Mai").
    if (/^ ?\d+$/.test(text.slice(at, next)) && endAt(dayOfStreet, text, next) === null) break
    end = next
    at = endAt(join, text, next) ?? next
  }
  if (end !== null) return { end, capital: true }
  const small = endAt(smallWord, text, at)
  if (small === null || noName.has(text.slice(at, small).trim())) return null
  const more = endAt(join, text, small) ?? small
  // "rue des trois fontaines", "rue jean jaures": a second small word when the postcode or a comma follows it.
  const second = endAt(smallWord, text, more)
  const closes = second !== null && /^(?:,| ?\d{5}|\.|$)/.test(afterAsWritten(text, second, 6))
  return { end: closes ? second : small, capital: false }
}

function townEnd(text: string, from: number): number | null {
  const coded = endAt(town, text, from)
  if (coded === null) return null
  return readPlace(text, coded) ?? endAt(smallWord, text, coded) ?? coded
}

export const findAddresses: Detector = (text) => {
  const found: Finding[] = []
  scan(numbered, text, (match) => {
    const [all, kind = ''] = match
    const name = streetEnd(text, match.index + all.length)
    if (!name) return false
    const withTown = townEnd(text, name.end)
    if (unsure.test(kind) && !name.capital && withTown === null && !lives.test(before(text, match.index, 40)))
      return false
    found.push(warn('address', match.index, withTown ?? name.end))
    return true
  })
  for (const look of [british, box])
    scan(look, text, ({ 0: typed, index }) => {
      found.push(warn('address', index, index + typed.length))
    })
  scan(britishCode, text, ({ 0: typed, index }) => {
    found.push(warn('address', index, index + typed.length))
  })
  scan(house, text, ({ 0: typed, index }) => {
    found.push(warn('address', index, index + typed.length))
  })
  scan(unnumbered, text, ({ 0: typed, index }) => {
    const name = streetEnd(text, index + typed.length)
    if (!name?.capital) return false
    // A street alone is where a story happens; it leads to somebody where they live, or to the office they went to.
    const withTown = townEnd(text, name.end)
    if (withTown === null && !lives.test(before(text, index, 40)) && !office.test(before(text, index, 30))) return false
    found.push(warn('address', index, withTown ?? name.end))
    return true
  })
  scan(coded, text, ({ 0: typed, index }) => {
    const at = index + typed.length
    if (/^(?:eur|francs|personnes|signat|dossiers|demandeurs|people|pers)/.test(after(text, at, 8))) return false
    const end = readPlace(text, at)
    if (end === null) return false
    found.push(warn('address', index, end))
    return true
  })
  return found
}
