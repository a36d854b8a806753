import { warn, warnOfName, type Detector, type Finding } from './finding.ts'
import { knownToAll } from './known-to-all.ts'
import { isAlsoWord, isGiven, isNamedAfter, readName } from './names.ts'
import { afterAsWritten, before, beforeAsWritten, endAt, pattern, scan } from './pattern.ts'
import { findInitials, findSaidBy, findSeated, findSmall } from './said-by.ts'
import { noName } from './words.ts'

const title = pattern(
  String.raw`(?<![A-Za-z0-9'-])(?:(?:[Mm]mes?|MMES?|[Mm]elle|[Mm]lles?|MLLES?|[Mm]rs?|MRS?|Ms|MS|Miss|Mx|Sir|Me|Dr|DR|dr|Pr|Mgr|MM?|m)(?:\. {0,2}| )|(?:[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|MADEMOISELLE|[Mm]essieurs|[Mm]aitre|[Dd]octeur|DOCTEUR|[Dd]octor|[Pp]rofesseur) )(?:et (?:[Mm]me|[Mm]adame) )?`,
  'g',
)
/** What somebody is to whoever writes. */
const role = String.raw`(?:conseill(?:er[.(/]e?re\)?|[eè]re?s?|ers?)|conseil(?:iere?|ler|ere)|agente?|referente?|directeur|directrice|responsable|gestionnaire|contr[o]leu(?:r|se)|controlleur|interlocut(?:eur|rice)|mediat(?:eur|rice)|psychologue|format(?:eur|rice)|coach|accompagnat(?:eur|rice)|tut(?:eur|rice)|chef(?:fe)?|manageu?r|managere|collegue|medecin|assistante? sociale?|travailleu(?:r|se) sociale?|charge?e? d[e'] ?[a-z]{1,25}|employee?|inspect(?:eur|rice)|superieure?|supervis(?:eur|ion)|stagiaire|secretaire|hotesse|standardiste|voisine?|delegue?e?|avocate?|patronne?|patron|employeuse?|employeur|adviser|advisor|counsell?or|case ?worker|caseworker|case manager|supervisor|work coach|job coach|officer|contact|director|team leader|boss|inspector|controller|mediator|social worker|colleague|receptionist|clerk|trainer|trainee|consultante?|recruteu(?:r|se)|recruiter|lawyer|neighbou?r)`
/** Who else is in a story: not of the house, and named all the same. */
const near = String.raw`(?:conseille(?= [a-z])|(?<=(?:mon|ma) )ref|dirlo|mec|gars|nana|meuf|dame|guy|woman|man|lady|pote|mate|buddy|enfants|kids|children|copa?ine?|amie?|mari|femme|compagn(?:on|e)|conjointe?|fils|fille|soeur|frere|cousine?|tante|oncle|neveu|niece|friend|husband|wife|daughter|sister|brother|partner|roommate|neighbor)`
const roles = pattern(String.raw`(?<![A-Za-z0-9])(?:${role}|${near})(?![A-Za-z0-9-])`, 'gi')
/** What may be joined to a role by a hyphen: outside the expression, which is slower by half with it. */
const joined = /(?<![a-z0-9-])(?:sous|vice|ex|co|beau|belle|demi|grand|petite?)-$/
const modifiers = pattern(
  String.raw`(?: (?:referente?|principale?|pole[ -]emploi|france travail|ft|pe|emploi|rsa|caf|apec|cap emploi|mission locale|actuelle?|precedente?|habituelle?|attitree?|personnelle?|indemnisation|entreprise|d'indemnisation|d'agence|de l'agence|de l'epoque|a l'epoque|d'alors|de l'antenne|de la caf|de la mission locale|de pole emploi|de france travail|de placement|du pole|du site|du guichet|du controle|de l'accueil|du service [a-z]{2,20}|de la plateforme|at the front desk|sociale?|generale?|adjointe?|regionale?|in charge|at the time|at france travail|at pole emploi|at the agency|from france travail|from pole emploi|from the agency|there)){0,4}`,
  'iy',
)
const link = pattern(
  String.raw`(?: ?, ?| ?: ?| ?\( ?| ?"? ?| ?- ?)(?:(?:(?:qui )?s'?app?ell?(?:e|ait)|qui se nomm(?:e|ait)|se nomm(?:e|ait)|(?:de)?nommee?|prenommee?|appelee?|du nom de|du prenom de|un certain|une certaine|a certain|who (?:is|was) (?:called|named)|(?:is|was) (?:called|named)|called|named|whose name (?:is|was)|by the name of|est|etait|is|was|c'est|c'etait|c(?= )|soit|a savoir|alias|hello|cette chere|ce cher) ?:? ?)?["']?`,
  'iy',
)
/** Not of a thing. */
const whose = String.raw`(?!(?:agency|office|branch|jobcentre|company|firm|software|program|programme|tool|system|algorithm|app|site|website|town|city|street|school|document|file|form|scheme|law|benefit)')[a-z]{2,20}`
const naming = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:(?:s'?app?ell?(?:e|ait)|m'?app?ell?e|se nomm(?:e|ait)|(?:de)?nommee?|prenommee?|du nom de|au nom de|un certain|une certaine|named|called|(?:his|her|their|my|whose|the|${whose}'s) (?:first |last |full |sur)?name (?:is|was)|(?:mon|son|ton) (?:nom|prenom) (?:est|etait|c'est)|name:|from:|sender ?:|expedit(?:eur|rice) ?:|nom ?:|prenom ?:|je suis|i am|i'm|ici|this is|signee? ?:|signed ?:|cordialement,?|sincerely,?|faithfully,?|regards,?|bien a vous,?|salutations(?: distinguees)?[.,]?|best,(?=\n)) ?:? ?\n{0,2}["']?)`,
  'gi',
)
/** Ways of meeting somebody: what follows with a capital is who. */
const meeting = pattern(
  String.raw`(?<![A-Za-z0-9-])(?:(?:recue?s?|convoquee?s?|appelee?s?|contactee?s?|signee?s?|suivie?s?|accompagnee?s?|accueillie?s?|interrogee?s?|controlee?s?|envoyee?s?|redigee?s?|humiliee?s?|menacee?s?|traitee?s?) par|(?:entretien|rendez-vous|rdv|echange|parle|discute|reunion) (?:avec|a)|de la part de|(?:appel|coup de fil|mail|mails|courrier|message|sms|lettre|reponse) (?:de|from|by)|(?:meeting|met|spoke|speaking|talked|talking|interview|appointment) (?:with|to)|(?:call|calls|email|mail|message|letter|reply) from|(?:received|interviewed|told|signed|seen|called|written|contacted|questioned) by|(?:ai|as|a|avons|avez|ont|avais|avait) (?:re)?(?:croisee?s?|rencontree?s?)|met|thanks to|merci a) `,
  'gi',
)
const opens = pattern(String.raw`(?<=[A-Za-z'.-]) ?[,(]`, 'g')
const nameBefore = /(?<![A-Za-z0-9'-])[A-Z](?:[A-Za-z'-]{1,30}|\.) ?$/
const initialBefore = /(?<![A-Za-z0-9'-])[A-Z]\. ?$/
const apposed = pattern(
  String.raw` ?(?:ma|mon|notre|votre|my|our|his|her|sa|son|the|la|le|l'|une?|an?|cette|ce)? ?(?:nouvelle |nouveau |ancienne? |autre |new |former |other )?${role}(?![A-Za-z])`,
  'y',
)
const capitals = pattern(
  String.raw`(?<![A-Za-z0-9'@._/-])[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?(?![a-z@])|(?<![A-Za-z0-9'@._/-])[A-Z]{3,20}(?![A-Za-z])`,
  'g',
)
/** A first name and a family name in capitals, whoever it is. */
const formal = pattern(
  String.raw`(?<![A-Za-z0-9'-])[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{1,20})? [A-Z]{2}[A-Z'-]{3,40}(?![a-z0-9])`,
  'g',
)
function isLoudBefore(text: string, at: number): boolean {
  const written = beforeAsWritten(text, at, 18)
  return /[A-Z]{2}/.test(written) && !/[a-z]/.test(written)
}

function findTitled(text: string): Finding[] {
  const found: Finding[] = []
  scan(title, text, ({ 0: typed, index }) => {
    const at = index + typed.length
    const isLetter = /^(?:M|m|MM|Me|Pr|Dr)$/.test(typed.trim())
    if (/^mm?\b/i.test(typed) && /\d ?$/.test(before(text, index, 3))) return false
    if (typed === 'm ') return false
    const small = isLetter && !/^[Dd]/.test(typed) ? undefined : ('after-title' as const)
    const loud = /^[A-Z]{2}/.test(afterAsWritten(text, at, 2)) && isLoudBefore(text, index) && isLoudBefore(text, at)
    const end = readName(text, { at, small, loud, feminine: /^m(?:me|lle|elle|ada|ademoi)/i.test(typed) })
    if (end === null) return false
    // "Mmes Dupuis et Lacroix", "M. et Mme Petit"
    const second = / (?:et|and) (?=[A-Z])/y
    second.lastIndex = end
    const isPair = /s[. ]*$|^MM/.test(typed) && !/^M[rs]/.test(typed) && second.test(text)
    found.push(warn('person', index, (isPair && readName(text, { at: second.lastIndex })) || end))
    return true
  })
  return found
}

/** Where the names before a place begin: three, and an initial before them. */
function capitalsBefore(text: string, end: number): number {
  let start = end
  for (let words = 0; words < 4; words += 1) {
    const look = words < 3 ? nameBefore : initialBefore
    const word = look.exec(beforeAsWritten(text, start, 33))
    if (!word) break
    start -= word[0].length
  }
  return start
}

function findByRole(text: string): Finding[] {
  const found: Finding[] = []
  scan(roles, text, ({ 0: typed, index }) => {
    if (text.charAt(index - 1) === '-' && !joined.test(before(text, index, 8))) return
    const loud = typed === typed.toUpperCase() && isLoudBefore(text, index)
    const from = endAt(modifiers, text, index + typed.length) ?? index + typed.length
    const at = endAt(link, text, from) ?? from
    // "mon neveu de Martinique": where, not who.
    if (at === from || /^(?:d[eu]|des) /.test(afterAsWritten(text, at, 4))) return
    const end = readName(text, { at, small: 'known', loud })
    if (end !== null) found.push(warnOfName(at, end))
  })
  scan(opens, text, ({ 0: typed, index: closed }) => {
    if (endAt(apposed, text, closed + typed.length) === null) return false
    const index = capitalsBefore(text, closed)
    const name = text.slice(index, closed)
    if (!/[A-Z][A-Za-z'-]/.test(name)) return false
    const start = name.split(' ').findIndex((part) => !noName.has(part.toLowerCase()))
    if (start === -1) return false
    const at = index + name.split(' ').slice(0, start).join(' ').length + (start > 0 ? 1 : 0)
    const end = readName(text, { at })
    if (end === null || end < index + name.length) return false
    found.push(warn('person', at, end))
    return true
  })
  return found
}

const ofPeople =
  /(?:\bil|elle|\bhe|she|conseill\w{1,12}|agente?|dame|monsieur|homme|femme|personne|adviser|advisor|woman|man|lady|guy|someone|quelqu'un|qui|who|type|mec|fille|garcon) (?:qui )?$/

function findNamed(text: string): Finding[] {
  const found: Finding[] = []
  scan(naming, text, ({ 0: typed, index }) => {
    const at = index + typed.length
    const end = readName(text, { at, small: 'known' })
    if (end === null) return
    const name = text.slice(at, end)
    // "Regards, A desperate jobseeker"
    if (/^[A-Z]$/.test(name) && /^ [a-z]/.test(afterAsWritten(text, end, 2))) return
    const known = isGiven(name.split(' ')[0]?.toLowerCase() ?? '')
    const ofSomebody =
      /name|nom|m'appelle|certaine?|prenomm/i.test(typed) && !/nommee?|named/i.test(typed.replace(/prenomm/i, ''))
    const signs =
      /from:|sender|expedit|cordialement|sincerely|faithfully|regards|bien a vous|salutations|best|signee? ?:|signed/i.test(
        typed,
      )
    if (known || ofSomebody || signs || ofPeople.test(before(text, index, 24))) found.push(warnOfName(at, end))
  })
  scan(meeting, text, ({ 0: typed, index }) => {
    const at = index + typed.length
    const end = readName(text, { at, small: 'known' })
    if (end === null || isLoudBefore(text, at)) return
    found.push(warn('person', at, end))
  })
  return found
}

function findGiven(text: string): Finding[] {
  const found: Finding[] = []
  scan(capitals, text, ({ 0: typed, index }) => {
    const plain = typed.toLowerCase()
    if (!isGiven(plain) || noName.has(plain)) return undefined
    const context = beforeAsWritten(text, index, 40)
    if (isNamedAfter(text, index)) return undefined
    const begins = context === '' || /(?:[.!?:"\n(]|- ?) ?$/.test(context)
    const end = readName(text, { at: index }) ?? index + typed.length
    const loud = /^[A-Z]{3,}$/.test(typed) && isLoudBefore(text, index)
    const surnamed = end > index + typed.length
    if (isAlsoWord(plain) && !surnamed && (begins || loud)) return undefined
    found.push(warn('person', index, end))
    return end
  })
  scan(formal, text, ({ 0: typed, index }) => {
    if (typed.split(/[ -]/).some((part) => noName.has(part.toLowerCase())) || !/[AEIOUY]/.test(typed.slice(1)))
      return false
    const end = readName(text, { at: index })
    if (end === null || end < index + typed.length || isNamedAfter(text, index)) return false
    found.push(warn('person', index, end))
    return true
  })
  return found
}

const capitalParticle = /(?<![A-Za-z0-9'-])(?:Le|La|Les|De|Du|Des|Da|Dos|El|Al|Ben|Van|Von|Der|Mac|Saint|St) $/

/** "Le Goff": a particle with a capital belongs to the name; before a given name it may begin a sentence. */
function withParticle(text: string, finding: Finding): Finding {
  const word = /^[A-Za-z-]{1,40}/.exec(afterAsWritten(text, finding.start, 40))?.[0] ?? ''
  const particle = capitalParticle.exec(beforeAsWritten(text, finding.start, 8))?.[0]
  if (particle === undefined || isGiven(word.toLowerCase())) return finding
  return { ...finding, start: finding.start - particle.length }
}

export const findPeople: Detector = (text) => {
  const known = knownToAll(text)
  const found = [findByRole, findNamed, findGiven, findSaidBy, findSeated, findInitials, findSmall].flatMap((look) =>
    look(text),
  )
  const unknown = found.filter(({ start, end }) => !known.meets(start, end))
  return [...findTitled(text), ...unknown.map((finding) => withParticle(text, finding))]
}
