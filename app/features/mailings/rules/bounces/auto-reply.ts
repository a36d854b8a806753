import type { Letter } from './letter.ts'
import { plainWords } from './plain-words.ts'
import { isReturnedByMachine } from './sent-by-machine.ts'

const tellTales = [
  'x-autoreply',
  'x-auto-reply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoresponse',
  'x-autoreply-from',
  'x-autoreply-domain',
  'x-mail-autoreply',
  'x-vacation',
  'x-vacation-reply',
  'x-precedence-auto',
  'x-amazon-auto-reply',
  'x-boxbe-challenge',
  'x-mailinblack-challenge',
] as const

const absent =
  /out[- ]of[- ](?:the[- ])?office|\booo\b|auto(?:matic|mated|matische|-)? ?-?(?:re(?:ply|sponse|sponder)|answer|respon)|away from|on (?:vacation|leave|holiday)|vacation|i am (?:away|out)|absen(?:ce|t)|en (?:conges?|vacances)|reponse automatique|message automatique d'absence|conge|abwesen|nicht im (?:buro|haus)|automatische antwort|urlaub|fuera de (?:la )?oficina|respuesta automatica|ausen(?:te|cia)|vacaciones|fuori (?:ufficio|sede)|risposta automatica|assen(?:za|te)|ferie|resposta automatica|ausencia|afwezig|automatisch antwoord|franvar|fravaer|autosvar|automatis(?:k|kt) svar|poza biurem|automatyczna odpowied|odpowiedz automatyczna|automaticka odpoved|automatikus valasz|raspuns automat|otomatik yan[iı]t|automaattinen vastaus|lomalla|автоответ|автоматический ответ|вне офиса|不在|自動返信|自動応答|自动回复|自动答复|自動回覆|자동 회신|자동 응답|부재중|αυτόματη απάντηση|fermeture (?:annuelle|estivale|exceptionnelle)|accuse de reception|we (?:have )?received your (?:message|e-?mail|request)|thank you for (?:your (?:message|e-?mail)|contacting)|nous avons bien recu|merci de votre message|acknowledg|ticket (?:received|created|#)/u

const challenge =
  /challenge|please (?:confirm|verify|authenticate)|confirm(?:ation)? (?:of )?(?:your|that you|required|requested)|en attente de (?:validation|confirmation)|verify your|action required|sender (?:verification|validation)|validation de (?:votre|l')|demande d'authentification|authentif(?:ier|ication)|autoris(?:er|ation) (?:de|d'|votre|requise)|spam ?arrest|boxbe|mail ?in ?black|earthlink spamblocker|bestatigung(?: erforderlich)?|whitelist/u

const subjectOf = (letter: Letter) => plainWords(letter.subject.slice(0, 300))

const saysAbsent = (letter: Letter) =>
  absent.test(subjectOf(letter)) || /^(?:auto|autosvar)\s*:/.test(subjectOf(letter))

/** Says so in its header (RFC 3834 and the customs before it), and speaks for a mailbox instead of a mail server. */
export function isAutoReply(letter: Letter): boolean {
  const { headers } = letter
  const submitted = headers.get('auto-submitted')?.toLowerCase() ?? ''
  const precedence = headers.get('precedence')?.toLowerCase() ?? ''
  const marked =
    tellTales.some((name) => headers.has(name)) ||
    /auto[_-]?reply/.test(precedence) ||
    /vacation|autoreply/.test(submitted)
  if (saysAbsent(letter) && (marked || submitted !== '' || headers.has('x-auto-response-suppress'))) return true
  return (marked || submitted.startsWith('auto-replied')) && !isReturnedByMachine(letter)
}

/** Without a word in its header: only what the subject says, of a person's mailbox. */
export const readsLikeAutoReply = (letter: Letter): boolean => {
  if (/^(?:re|tr|fwd?|wg|aw|rv|i) ?:/.test(subjectOf(letter)) && !letter.headers.has('auto-submitted'))
    return /^(?:re|aw) ?: ?(?:.{0,80} )?(?:out of office|automatic reply|absence du bureau)/.test(subjectOf(letter))
  return saysAbsent(letter) || challenge.test(subjectOf(letter))
}
