import { warn, type Detector, type Finding } from './finding.ts'
import { after, afterAsWritten, before, beforeAsWritten, endAt, pattern, scan } from './pattern.ts'
import { readPlace } from './places.ts'

const months = String.raw`(?:janvier|janv\.?|fevrier|fevr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|aout|septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|decembre|dec\.?|january|jan\.?|february|feb\.?|march|april|apr\.?|may|june|july|august|aug\.?|september|october|november|december)`
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const year = String.raw`(?:19|20)\d\d`
const spelledDay = String.raw`premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingt(?:(?:-| et )un|-(?:deux|trois|quatre|cinq|six|sept|huit|neuf))?|trente(?: et |-)un|trente`
const written = String.raw`(?:${day}|1er|${spelledDay})(?:st|nd|rd|th)?(?:(?: of| du mois de)? | du mois d')${months}(?:,? (?:${year}|'?\d\d(?![0-9hH:])))?|${months} ${day}(?:st|nd|rd|th)?(?:,? ${year})?(?![0-9])`
const figures = String.raw`${day} ?[/.-] ?(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:${year}|\d\d)(?![0-9])|${day} (?:0[1-9]|1[0-2]) (?:19|20)\d\d(?![0-9])|${year}-(?:0[1-9]|1[0-2])-${day}(?![0-9])`
const date = pattern(String.raw`(?<![0-9A-Za-z/.-])(?:${written}|${figures}|${day}/(?:0[1-9]|1[0-2])(?![0-9/]))`, 'gi')

const born =
  /(?:\bne(?:\(e\)|\.e|es?)\b|\bnes?(?= (?:le |un )?$)|naissance|naquit|\bborn\b|birth|\bdob\b|d\.o\.b|anniversaire|date de n\b|\bd\.?n\.?(?= ?:? ?$)|\bddn\b)[^.!?\n]{0,28}$/
const negation =
  /\bne (?:suis|serai|peux|pouvais|viens|vais|dois|veux|sera|serait|(?:pourr|devr|recev)\w{1,12}|pas|plus)\b|\bne [^0-9]{0,20}\b(?:pas|plus|jamais|rien)\b/
const lawful =
  /(?:\bloi|decret|arrete|ordonnance|directive|reglement|circulaire|convention|\blaw|\bact\b|depuis|since|embauch|licenci|contrat|travail|employ|hired|\bdu\b|jusqu)[^.!?\n]{0,20}$/

/** "Née en 1985 le 14 mars": the year comes before the day. */
const yearBefore = /(?:en|in) (?:19|20)\d\d,? (?:le |un |on |the |on the )?$/

/** Years in which somebody who writes today may have been born, and this service kept no file yet. */
const isOld = (typed: string) => {
  const found = /(?:19|20)\d\d/.exec(typed)?.[0]
  return found !== undefined && /^[\d/.\- ]+$/.test(typed) && Number(found) >= 1930 && Number(found) <= 2000
}

const placeAfter = pattern(
  String.raw`,? (?:vers \d{1,2} ?h(?:\d\d)?,? |a \d{1,2} ?h(?:\d\d)?,? |at \d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?,? )?(?:a|au|aux|en|dans|in|at|near|pres de|devant|chez|sur) (?:la |le |l'|the |my |mon |ma |notre )?`,
  'iy',
)
const placeBefore = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:(?:a|in|at|fait a|near) )?([A-Z][A-Za-z'-]{2,25}(?: [A-Z][A-Za-z'-]{1,25}){0,2}),? (?:le |on |the |du |ce )?$`,
)
/** Where something happened without a town: it places the day just as well. */
const houseAfter =
  /^(?:[^.!?\n]{0,14}[ '])?(?:agence|antenne|jobcentre|job centre|agency|mission locale|bureau de|pole emploi [a-z]|france travail (?:de|d'|a) )/

const ownsHouse = /^ (?:agency|job ?centre|office|branch)/i

function placed(text: string, start: number, end: number): Finding | null {
  const at = endAt(placeAfter, text, end)
  if (at !== null) {
    const place = readPlace(text, at)
    // "at the Roubaix agency": the place is the agency's, and found as such.
    if (place !== null) return warn('date-place', start, ownsHouse.test(afterAsWritten(text, place, 16)) ? end : place)
    if (houseAfter.test(after(text, end, 60))) return warn('date-place', start, end)
  }
  const context = beforeAsWritten(text, start, 70)
  const found = placeBefore.exec(context)
  const name = found?.[1]
  if (!found || !name) return null
  const from = start - found[0].length + found[0].indexOf(name)
  return readPlace(text, from) !== null && readPlace(text, from) === from + name.length
    ? warn('date-place', from, end)
    : null
}

export const findDates: Detector = (text) => {
  const found: Finding[] = []
  scan(date, text, ({ 0: typed, index }) => {
    const end = index + typed.length
    const context = before(text, index, 45)
    const near = born.exec(context)?.[0]
    const hasYear = /\d{2,4}$/.test(typed) && !/^\d{1,2}\/\d\d$/.test(typed)
    const apart = yearBefore.exec(context)
    if (near !== undefined && !negation.test(near))
      found.push(warn('birthdate', apart ? index - apart[0].length + apart[0].search(/\d/) : index, end))
    else if (hasYear && isOld(typed) && !lawful.test(context)) found.push(warn('birthdate', index, end))
    else {
      const finding = placed(text, index, end)
      if (finding) found.push(finding)
    }
  })
  return found
}
