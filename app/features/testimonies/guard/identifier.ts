import { warn, type Detector, type Finding } from './finding.ts'
import { after, before, beforeAsWritten, pattern, scan } from './pattern.ts'

/** The former identifier of France Travail: it needs no word beside it. */
const lettered = pattern(String.raw`(?<![0-9A-Za-z.,/-])\d{7} ?[A-Z](?![0-9A-Za-z'])`, 'g')
const kind = String.raw`(?:identifiant|matricule|allocataire|dossier|references?|ref\.?|inscription|demandeur(?: d'emploi)?|usager|adherent|requete|client|beneficiaire|numero fiscal|fiscal|spi|cni|carte d'identite|identite|passeport|titre de sejour|carte de sejour|carte de resident|recepisse|tax|tax id|agdref|etranger|permis(?: de conduire)?|recours|reclamation|courrier|caf|msa|pole emploi|france travail|ft|securite sociale|secu|nir|identifier|id|user id|customer|claimant|claim|case|file|registration|passport|id card|identity card|residence permit|licence|license|login|compte|mot de passe|password)(?![A-Za-z])`
const named = pattern(
  String.raw`(?<![A-Za-z0-9])(?:${kind}(?: (?:caf|msa|ft|pole emploi|france travail|rsa|client|number|de reference|allocataire|de|demandeur d'emploi|personnel|personal|usager))?|(?:n°|nº|no\.?|numero|num\.?|number)(?: (?:de |d'|du |my |mon )?${kind}){1,2}|(?:n°|numero|num) (?:de|d\.e\.)(?= ))(?: ?(?:n°|nº|no\.?|numero|num\.?|number|#))?(?: (?:est|is|was|etait|le|c'est))?(?: ?[:=#(,])? ?((?:[0-9A-Za-z]{1,40}[-/. ]?){1,8})`,
  'gi',
)
const alone = pattern(
  String.raw`(?<![A-Za-z0-9])(?:mon |my |son |his |her )(?:numero|n°|number|num)(?: (?:est|is|c'est|:))?(?: ?:)? ?(\d{7,8}[A-Za-z]?|\d{11}|\d{12}|\d{13})(?![0-9A-Za-z])`,
  'gi',
)
const ownCompany = pattern(
  String.raw`(?<![A-Za-z])(?:mon|my|son|his|her) (?:numero |n° ?|no )?(?:de )?sire[nt](?: number)?[^0-9\n]{0,10}(\d{3}(?: ?\d{3}){2}(?: ?\d{5})?)(?!\d)`,
  'gi',
)
/** The number of the British national insurance, and, where a word says it, that of the American social security. */
const insured = pattern(
  String.raw`(?<![0-9A-Za-z])[A-Za-z]{2}([ \-]?)\d\d[ \-]?\d\d[ \-]?\d\d[ \-]?[A-Da-d](?![0-9A-Za-z])`,
  'g',
)
const isInsurance = /national insurance|insurance n|\bnino?\b|\bni (?:n|is|:)/
const american = pattern(String.raw`(?<![0-9A-Za-z.,\-])\d{3}[ \-]\d\d[ \-]\d{4}(?![0-9A-Za-z\-])`, 'g')
const isAmerican = /social security|\bssn\b/
const quantity = /^ ?(?:€|%|euros?\b|eur\b|francs|pages?\b|personnes|people|signatures|jours|mois|ans\b|heures|h\b)/
const isDate = /^(?:\d{1,2}[/. -]\d{1,2}[/. -]\d{2,4}|(?:19|20)\d\d|\d{4}-\d\d-\d\d)$/
const lawful = /(?:article|decret|\bloi|arrete|directive|reglement|ordonnance|deliberation|alinea|section)[^.]{0,20}$/

/** The first run of signs that has digits enough to be somebody's; what goes on in words is left out. Reads one match of `named`. */
function tokenOf(typed: string): string | null {
  const token =
    /^(?:[A-Za-z]{1,4}[-/. ]?|(?:[A-Z]{1,5}[-/]){2,3})?\d[0-9A-Za-z]*(?:[-/. ][A-Z]*\d[0-9A-Z]*)*(?: [A-Z]|[-/][A-Z]{1,4})?(?![0-9A-Za-z])/
      .exec(typed)?.[0]
      .trim()
  if (!token || isDate.test(token)) return null
  return token.replaceAll(/\D/g, '').length >= 5 ? token : null
}

const plate = pattern(
  String.raw`(?<![A-Za-z0-9-])([A-HJ-NP-TV-Za-hj-np-tv-z]{2})([ -]?)\d{3}\2[A-HJ-NP-TV-Za-hj-np-tv-z]{2}(?![A-Za-z0-9-])`,
  'g',
)
const oldPlate = pattern(String.raw`(?<![A-Za-z0-9])\d{1,4}[ -]?[A-Za-z]{2,3}[ -]?(?:\d\d|2[ABab])(?![A-Za-z0-9])`, 'g')
const britishPlate = pattern(String.raw`(?<![A-Za-z0-9])[A-Z]{2}\d\d ?[A-Z]{3}(?![A-Za-z0-9])`, 'g')
const isCar =
  /(?:plaque|immatricul|voiture|vehicule|\bauto\b|scooter|moto\b|camion|clio|twingo|peugeot|citroen|renault|plate|registration|\bcar\b|\bvan\b|\breg\b)/

function findPlates(text: string): Finding[] {
  const found: Finding[] = []
  scan(plate, text, ({ 0: typed, 2: between, index }) => {
    const inContext = isCar.test(before(text, index, 60)) || isCar.test(after(text, index + typed.length, 30))
    const letters = typed.replaceAll(/[^A-Za-z]/g, '')
    const isUpper = letters === letters.toUpperCase()
    if (/^ss|ss$/i.test(typed) && !inContext) return false
    const shouted = /[A-Z] $/.test(beforeAsWritten(text, index, 2))
    const plain = between === '-' || (isUpper && (between === '' || !shouted))
    if (!inContext && !plain) return false
    found.push(warn('plate', index, index + typed.length))
    return true
  })
  for (const look of [oldPlate, britishPlate])
    scan(look, text, ({ 0: typed, index }) => {
      const beside = before(text, index, 45) + after(text, index + typed.length, 30)
      if (!isCar.test(beside) || /\d (?:eur|ans|h|km)/i.test(typed)) return false
      found.push(warn('plate', index, index + typed.length))
      return true
    })
  return found
}

export const findIdentifiers: Detector = (text) => {
  const found: Finding[] = findPlates(text)
  scan(lettered, text, ({ 0: typed, index }) => {
    if (
      typed.includes(' ') &&
      !/identifiant|numero|n°|matricule|inscri|allocataire|caf|number|\bid\b/.test(before(text, index, 45))
    )
      return false
    found.push(warn('identifier', index, index + typed.length))
    return true
  })
  scan(named, text, ({ 0: typed, 1: rest = '', index }) => {
    const token = tokenOf(rest)
    const start = index + typed.length - rest.length
    if (!token || quantity.test(after(text, start + token.length, 12)) || lawful.test(before(text, index, 30)))
      return false
    found.push(warn('identifier', start, start + token.length))
    return true
  })
  scan(insured, text, ({ 0: typed, index }) => {
    if (typed !== typed.toUpperCase() && !isInsurance.test(before(text, index, 45))) return false
    found.push(warn('identifier', index, index + typed.length))
    return true
  })
  scan(american, text, ({ 0: typed, index }) => {
    const end = index + typed.length
    if (!isAmerican.test(before(text, index, 45)) && !isAmerican.test(after(text, end, 30))) return false
    found.push(warn('identifier', index, end))
    return true
  })
  for (const look of [alone, ownCompany])
    scan(look, text, ({ 0: typed, 1: number = '', index }) => {
      const start = index + typed.lastIndexOf(number)
      found.push(warn('identifier', start, start + number.length))
    })
  return found
}
