import { afterAsWritten, before, endAt, pattern } from './pattern.ts'
import { givenNames } from './given-names.ts'
import { alsoWords, familyNames, goesOn, neverSmall, noName, set } from './words.ts'

const word = pattern(String.raw`(?:[dlDL]')?[A-Za-z]{1,40}(?:['-][A-Za-z]{1,40}){0,6}`, 'y')
const particle = /^(?:de|du|des|da|dos|di|van|von|der|den|ten|ter|le|la|les|ben|bin|el|al|ait|ould|st|saint|mac)$/i
const elided = /^[cjmnst]'/i

export interface Reading {
  /** The place that the name may begin at. */
  at: number
  /** Names without a capital are taken too: after a title, or when a given name is known. */
  small?: 'after-title' | 'known'
  /** After a woman's title "le" begins a name; after a man's it is hardly ever one ("monsieur le facteur"). */
  feminine?: boolean
  /** The words around are all in capitals: a capital says nothing there. */
  loud?: boolean
}

interface Word {
  typed: string
  plain: string
  at: number
  end: number
  /** An initial before a family name: "Y. Cohen", where "Mme Y" alone is nobody. */
  before: boolean
}

function wordAt(text: string, at: number): Word | null {
  let start = at
  while (start - at < 2 && text.charAt(start) === ' ') start += 1
  const end = endAt(word, text, start)
  if (end === null) return null
  const typed = text.slice(start, end)
  const before = typed.length === 1 && /^\. ?[A-Z][a-z]/.test(afterAsWritten(text, end, 4))
  return { typed, plain: typed.toLowerCase(), at: start, end, before }
}

const isInitial = ({ typed }: Word) => /^[A-Z]$/.test(typed)
const isCapital = ({ typed }: Word) => /^(?:[dlDL]')?[A-Z]/.test(typed)
const isLoud = ({ typed }: Word) => /^[A-Z'-]{2,}$/.test(typed)

/** "Jean-Pierre", "N'Diaye" (but not "n'a" in a text of capitals), never a word of the language. */
const mayName = (found: Word): boolean => {
  if (noName.has(found.plain)) return false
  if (elided.test(found.plain)) return /^[A-Z]'[A-Z][a-z]{2,}/.test(found.typed)
  return !found.plain.split('-').every((part) => noName.has(part))
}

/** Streets, schools, laws and feasts named after somebody; houses and programs that bear a name. */
const namedAfter = set(`
  boulevard bd place quai square impasse chemin route ecole lycee college hopital clinique stade gare universite pont
  metro station prix loi saint sainte st ste agence institut fondation espace centre salle street road hospital school
  university law lady cite parc residence programme affaire rapport effet ile port fort mont cafe chez systeme logiciel
  algorithme appli application outil entreprise societe boite restaurant magasin marque enseigne groupe software company
  brand feast rue rues avenue avenues av av. allee allees
`)
const article = /^(?:de|du|des|la|le)$/

/** Whether the words before a place say that what follows is named after somebody: "rue Pierre …", "lycée de la …". */
export function isNamedAfter(text: string, at: number): boolean {
  const context = before(text, at, 40)
  if (!/[ ']$/.test(context)) return false
  const words = context
    .replace(/ d'$/, ' de ')
    .trimEnd()
    .split(/[^a-z.]+/)
  const [last = '', second = '', third = ''] = words.toReversed()
  return namedAfter.has(last) || namedAfter.has(second) || (article.test(second) && namedAfter.has(third))
}

/** "Abdelaziz", "Abdoulaye": servant of one of ninety-nine names, too many for a list. */
const servant = /^abd(?:el|al|oul|ou|er|ess|en)[a-z]{2,}/

export const isGiven = (plain: string): boolean =>
  givenNames.has(plain) || servant.test(plain) || givenNames.has(plain.split('-')[0] ?? '')
export const isAlsoWord = (plain: string): boolean => alsoWords.has(plain)

function isSmallName(found: Word, small: Reading['small'], first: boolean): boolean {
  if (!/^[a-z]/.test(found.typed) || noName.has(found.plain)) return false
  if (!first) return familyNames.has(found.plain)
  if (isGiven(found.plain)) return small === 'after-title' || !neverSmall.has(found.plain)
  return small === 'after-title' && found.plain.length >= 3 && !goesOn.has(found.plain) && !elided.test(found.plain)
}

function accepts(found: Word, { small, loud }: Reading, first: boolean): boolean {
  // "Mme X" was made nameless by whoever wrote it.
  if (isInitial(found)) return !/^[XYZ]$/.test(found.typed) || found.before
  if (isCapital(found)) {
    if (!mayName(found)) return false
    if (!loud || !isLoud(found)) return true
    if (!first) return familyNames.has(found.plain)
    return small === 'after-title' ? !goesOn.has(found.plain) : isGiven(found.plain)
  }
  return small !== undefined && isSmallName(found, small, first)
}

/** "mme le goff", "mr ben salah" as telephones write them: never "madame la juge", "monsieur de l'accueil". */
const smallParticle = /^(?:ben|el|al|van|von|di|da|dos|ait|ould|del)$/

/** Over "de la", "Le": only when a name follows. */
function overParticles(text: string, from: Word, reading: Reading): Word | null {
  let found: Word | null = from
  for (let steps = 0; found && particle.test(found.plain) && steps < 3; steps += 1) {
    if (text.charAt(found.end) !== ' ') return null
    found = wordAt(text, found.end)
  }
  const small = smallParticle.test(from.typed) || (from.typed === 'le' && reading.feminine === true)
  if (found && small && reading.small === 'after-title' && isSmallName(found, reading.small, true)) return found
  return found && isCapital(found) && !isInitial(found) && accepts(found, { ...reading, loud: false }, true)
    ? found
    : null
}

/** Reads a name: up to four words with their particles and initials. @returns where it ends, or `null` */
export function readName(text: string, reading: Reading): number | null {
  let end: number | null = null
  let at = reading.at
  for (let words = 0; words < 4; words += 1) {
    const found = wordAt(text, at)
    if (!found || (end !== null && found.at === at)) break
    const first: boolean = end === null
    const taken: Word | null = accepts(found, reading, first)
      ? found
      : particle.test(found.plain) && !(reading.loud && !first)
        ? overParticles(text, found, reading)
        : null
    if (!taken) break
    end = taken.end
    if (isInitial(taken) && text.charAt(end) === '.') end += 1
    at = end
  }
  return end
}
