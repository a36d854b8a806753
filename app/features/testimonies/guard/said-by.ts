import { warn, type Detector, type Finding } from './finding.ts'
import { isAlsoWord, isGiven, isNamedAfter, readName } from './names.ts'
import { beforeAsWritten, pattern, scan } from './pattern.ts'
import { alsoCommon, neverSmall, noName, set } from './words.ts'

/** What people do to people, in a few letters on a telephone too: “m’a dit”, “ma di”, “told me”. */
const deed = String.raw`(?:(?:ne |n')?(?:m'|m|m |nous |lui |leur )(?:a|avait|aurait)(?: (?:pas|jamais|rien|tout|bien|mal|juste|encore|aussi|meme|simplement))? (?:dite?|di|repond\w{0,4}|recue?s?|expliquee?|demandee?|raccroche|crie|menacee?|hurle|promis|avoue|confirme|affirme|assure|ecoutee?|regardee?|insultee?|souri|rappelee?|appelee?|convoquee?|conseillee?|prevenue?|rassuree?|humiliee?|traitee?|parle|ecrit|radiee?|aidee?|orientee?|envoyee?|accueillie?|coupe|ri|ordonne|interdit|refuse|fait|mis)|me (?:dit|repond|recoit|demande|repete|crie|raccroche)|(?:told|asked|called|refused|threatened|ignored|helped|phoned|emailed|interviewed|reassured|insulted|humiliated) me|said|shouted|laughed|shrugged|apologi[sz]ed|hung up|never (?:answered|replied|called)|wrote to me|promised)(?![A-Za-z])`
const verbs = pattern(
  String.raw`(?<![A-Za-z0-9'@._-])([A-Za-z][A-Za-z-]{2,30}(?: [A-Z][A-Za-z'-]{1,30}| [A-Z]\.)?)(?:(?: qui| who|,)? ${deed}|, (?:qui|who) (?:work(?:s|ed)|travaill\w{1,4}|bosse|s'occup\w{1,4}|gere|suit|suivait)(?![A-Za-z]))`,
  'g',
)
/** They begin a sentence and do such things, and are no one, or a company. */
const nobody = new Set(
  `personne certains certaines plusieurs beaucoup quiconque chacun chacune nul rien tout finalement resultat cela ceci machine algorithme
  carrefour auchan leclerc lidl ikea decathlon renault peugeot citroen michelin airbus orange amazon sncf edf engie macif maif axa boursorama
  maps poste croix-rouge croix mairie amnesty greenpeace emmaus secours sud solidaires medecin juge police gendarmerie banque mutuelle google facebook
  people nobody somebody everybody everyone someone anyone neither none amnesty company computer letter doctor`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whoever did something to the person who writes: the place in the sentence tells a name no list has. */
export const findSaidBy: Detector = (text) => {
  const found: Finding[] = []
  scan(verbs, text, ({ 1: name = '', index }) => {
    const plain = (name.split(' ')[0] ?? '').toLowerCase()
    if (noName.has(plain) || nobody.has(plain) || isNamedAfter(text, index)) return false
    const small = /^[a-z]/.test(name)
    const known = isGiven(plain) && !neverSmall.has(plain)
    if (small && (!known || name.includes(' '))) return false
    if (!small && (/^[A-Z]{2,}$/.test(name) || (isAlsoWord(plain) && !known))) return false
    const end = small ? index + name.length : readName(text, { at: index })
    if (end === null) return false
    found.push(warn('person', index, end))
    return true
  })
  return found
}

/** "Keziah at the front desk told me": where somebody sits tells a name as well. */
const seated = pattern(
  String.raw`(?<![A-Za-z0-9'@._-])([A-Z][A-Za-z-]{2,30}) (?:at|from|de|du|a|in) (?:the |our |my |l'|la |le |mon |notre )?(?:front desk|desk|job ?centre|office|agency|counter|reception|branch|helpline|call centre|accueil|guichet|agence|standard|antenne|plateforme|caf|CAF|mission locale|pole emploi|Pole emploi|france travail|France Travail),? (?:qui |who )?(?:${deed}|(?:refused|wanted|tried|threatened) to (?=[a-z])|made me (?=[a-z]))`,
  'g',
)
const seatedNobody = set(
  `receptionist stagiaire hotesse standardiste clerk guard vigile staff women men woman man lady trainee caseworker case-worker dame homme femme`,
)

export const findSeated: Detector = (text) => {
  const found: Finding[] = []
  scan(seated, text, ({ 1: name = '', index }) => {
    const plain = name.toLowerCase()
    const isNobody = noName.has(plain) || nobody.has(plain) || seatedNobody.has(plain)
    if (isNobody || (!isGiven(plain) && /s$|^[A-Z]{2}/.test(name)) || isNamedAfter(text, index)) return false
    found.push(warn('person', index, index + name.length))
    return true
  })
  return found
}

const beside = pattern(
  String.raw`(?<![A-Za-z0-9'@._/-])(?:a|avec|par|de|et|pour|dit|que|car|vu|appelee?s?|with|to|by|from|and|that|because|saw) ([a-z]{4,20}(?:-[a-z]{3,20})?)(?![A-Za-z0-9@'_/-]|\.[a-z])`,
  'g',
)

/** Given names without a capital, where a person may stand: only those that are no word besides. */
export const findSmall: Detector = (text) => {
  const found: Finding[] = []
  scan(beside, text, ({ 0: all, 1: name = '', index }) => {
    if (!isGiven(name) || isAlsoWord(name) || neverSmall.has(name) || alsoCommon.has(name) || noName.has(name))
      return false
    const start = index + all.length - name.length
    found.push(warn('person', start, readName(text, { at: start, small: 'known' }) ?? start + name.length))
    return true
  })
  return found
}

/** An initial and a family name: “P. Vasseur”, “J.-M. Le Goff”. Not “catégorie A. Ensuite”. */
const initial = pattern(String.raw`(?<![A-Za-z0-9.'-])[A-Z]\.(?: ?-? ?[A-Z]\.)? ?(?=[A-Z][a-z'-])`, 'g')
const lettered =
  /(?:categorie|category|plan|groupe?|type|annexe|classe|salle|room|bat(?:iment)?|ligne|line|rer|permis|option|zone|point|lettre|hepatite|vitamine?|niveau|level|case|cas|serie|bac|contrat|part|appendix|,|\b(?:ou|et|or|and|a))\s?$/i

export const findInitials: Detector = (text) => {
  const found: Finding[] = []
  scan(initial, text, ({ 0: typed, index }) => {
    if (/^[MXYZ]\. ?$/.test(typed) || lettered.test(beforeAsWritten(text, index, 14))) return false
    const end = readName(text, { at: index + typed.length })
    if (end === null) return false
    found.push(warn('person', index, end))
    return true
  })
  return found
}
