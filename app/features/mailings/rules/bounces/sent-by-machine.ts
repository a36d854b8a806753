import type { Letter } from './letter.ts'
import { plainWords } from './plain-words.ts'
import { repliesIn, statusesIn } from './status-codes.ts'

const systems =
  /(?:^|[<\s"])(?:mailer-?daemon|mail-?daemon|post[-_]?master|mail(?:er)?[-_.]?(?:delivery|system|error|admin|router)|mdaemon|mmdf|daemon|maildelivery|delivery|dsn|ndr|bounces?|root|mailsrv|mta|smtpd?|exim|qmail|virtual|mail-?gateway|noreply-?dmarc|undeliverable|microsoftexchange[\da-f]*|complaints?|staff|fbl)(?:[-+_.=][^@\s>]{0,80})?@|mail delivery|mailer[- ]?daemon|delivery (?:sub)?system|system administrator|systemadministrator|postmaster|administrateur systeme|internet mail|mail system|mail administrator|mail server|content filter|(?:sous-?)?systeme de (?:distribution|remise|messagerie|livraison)|zustell(?:ungs)?system|sistema de (?:entrega|correo)|sistema di (?:consegna|posta)|邮件系统|система доставки/

const returned = [
  'undeliver|un-deliver|not (?:be )?delivered|non-?deliver|nondeliver|returned (?:mail|to sender|message)|mail returned|return(?:ed)? (?:e-?mail|message|mail)|returning message|failure notice|failed mail|mail failure|mailer-?daemon',
  '(?:mail|message|e-?mail|delivery|transport|transmission|send|dispatch)[^\\n]{0,30}(?:fail|problem|error|status|notification|report|impossible|trouble|delay|warning|not accepted|rejected|could not|unsuccessful)',
  '(?:error|problem|trouble|failure|failed|unable)[^\\n]{0,12} (?:sending|delivering|to send|to deliver)',
  "could not (?:be )?(?:send|sent|deliver)|couldn't be delivered|cannot be delivered|can't be delivered|unable to deliver|was not delivered|wasn't delivered|delayed|user unknown|unknown user|\\bndn\\b|\\bdsn\\b|\\bndr\\b|rejected (?:mail|message)|non-?remis|bounce",
  "non (?:remis|distribu|delivre|transmis|envoye)|n'a (?:pas )?(?:pu |ete )|echec|echoue|retour (?:de|a|du)|impossible d(?:e |')|avis de (?:non|retard)|rapport (?:de|d')|notification (?:d'etat|de|d'echec)|(?:remise|distribution|livraison|envoi) (?:differe|retarde|impossible)|erreur (?:de|d'|lors)",
  'unzustellbar|nicht (?:zu)?(?:ge)?stell|zustell|ubermittl|fehlgeschlagen|nicht ubermittelt|unzustellbarkeit|mail konnte nicht|rucklaufer|ruckmeldung',
  'no (?:se )?(?:ha )?(?:podido|pudo|entregad|entregable)|no entregad|devuelto|devolucion|fallo|error de (?:entrega|correo|envio)|no se puede entregar|retraso',
  'mancat[ao]|impossibile|non (?:e stato )?(?:recapit|consegn|consegnabile)|errore|recapito|mancata consegna|ritardo',
  'nao (?:foi )?entreg|falha|devolvid|onbestelbaar|niet bezorgd|onbezorgbaar|kunde inte|kunne ikke|leveres|niedostarcz|nie (?:mozna|dostarcz)|zwrot|недостав|не доставл|возврат|配信|エラー|届き|退信|投递|无法|系统退信',
]
const saysReturned = new RegExp(returned.map((source) => `(?:${source})`).join('|'), 'u')

const openings = new RegExp(
  [
    "hi\\. (?:this is|i'm) (?:the|a|your)|this is the (?:mail|qmail|postfix|mailer|automated|machine)|i'm (?:sorry|afraid) (?:to have to inform|i wasn't able)|i wasn't able to deliver",
    'created automatically by mail delivery|mail delivery software|automatically generated delivery|message that you sent|mail you sent|the following (?:address|recipient|message|mail|user)|the (?:message|mail|e-?mail) (?:to |you |below )',
    "(?:could|can|was|were|has|have|did|is) ?(?:not|n't) (?:be |been |get )?(?:deliver|reach|sent|process|complete)|delivery to the following|delivery (?:has )?failed|undeliverable|permanent (?:fatal )?error|transcript of session|had (?:permanent|transient) fatal|is returned|returned to you|non[- ]?delivery",
    "n'a (?:pas )?(?:encore )?(?:pu|ete|ont)|n'ont pas|impossible de (?:remettre|distribuer|delivrer|livrer)|echec de|konnte(?:n)? (?:\\w+ ){0,5}nicht|nicht zugestellt|zustellung[^\\n]{0,60}fehlgeschlagen|no (?:se )?(?:ha |pudo|puede)|non (?:e stato|puo|ha potuto)|impossibile|nao (?:foi|pode|conseguiu)|kon (?:\\w+ ){0,5}niet|kunde inte|kunne ikke|nie (?:mozna|udalo sie)",
    'failed (?:recipients?|address)|you sent (?:an? )?(?:e-?mail|mail|message) to|trouble (?:sending|delivering)|error (?:has )?occurred while (?:trying|attempting) to deliver',
    '无法(?:发送|投递|送达|递送|正常投递)|投递失败|退信|届けでき|配信でき|配送でき|не (?:может|мог(?:ло)?|было?|удалось)[^\\n]{0,12}(?:доставл|доставить|отправл)',
  ].join('|'),
  'u',
)

export const saysItFailed = (text: string): boolean => saysReturned.test(plainWords(text.slice(0, 400)))

const sender = ({ headers }: Letter) =>
  plainWords(`${headers.get('from') ?? ''} ${headers.get('sender') ?? ''}`.slice(0, 600))

/** What a server puts there that wants no answer; some write a name into it. */
const isNobody = (address: string) =>
  /^(?:mailer-?daemon(?:@.*)?)?$/i.test(address.slice(0, 400).replace(/[\s<>]/g, ''))

const leadsBackToNobody = ({ headers }: Letter) => isNobody(headers.get('return-path') ?? 'x')

const isReport = ({ contentType }: Letter) =>
  contentType.startsWith('multipart/report') && contentType.includes('delivery-status')

/** Signs as a mail server: not only its envelope is empty, which holiday answers have as well. */
const signsAsMachine = (letter: Letter): boolean =>
  systems.test(sender(letter)) || isReport(letter) || isNobody(letter.headers.get('from') ?? 'x')

/** Whoever answers for a mail server, not a person's mailbox. */
export const isFromMailSystem = (letter: Letter): boolean =>
  signsAsMachine(letter) || leadsBackToNobody(letter) || letter.headers.has('x-failed-recipients')

const opensWithFailure = ({ text }: Letter) => openings.test(plainWords(text.slice(0, 1500)))

/** Many servers mark what they return as an automatic answer (RFC 3834 §5). */
export const isReturnedByMachine = (letter: Letter): boolean =>
  (isFromMailSystem(letter) && (saysItFailed(letter.subject) || letter.headers.has('x-failed-recipients'))) ||
  (signsAsMachine(letter) && opensWithFailure(letter))

/** A person who answers, or passes something on. */
const isAnswer = (subject: string) => /^\s*(?:re|tr|fwd?|wg|aw|rv|i|sv|vs|odp) ?:/i.test(subject)

const quotesServer = ({ text }: Letter) => {
  const opening = text.slice(0, 3000)
  return repliesIn(opening).length > 0 || statusesIn(opening).some((status) => !status.startsWith('2'))
}

/** A report of a mail that went wrong, of which no machine-readable part is left or ever was. */
export function looksReturned(letter: Letter): boolean {
  if (letter.headers.has('x-failed-recipients')) return true
  const subject = saysItFailed(letter.subject)
  const opening = opensWithFailure(letter)
  if (signsAsMachine(letter)) return subject || opening || quotesServer(letter)
  if (!subject || !(opening || quotesServer(letter))) return false
  return !isAnswer(letter.subject) || leadsBackToNobody(letter)
}

const delayed =
  /(?:still|has been|was|is|been|message) (?:being )?(?:delayed|queued)|delivery (?:status notification \()?delay|will (?:be retried|continue|keep|try|retry)|not yet been delivered|has not (?:yet )?been delivered (?:yet|to)|do(?: not|n't) need to resend|no action is required|still (?:trying|be retried)|warning message only|this is (?:only )?a warning|(?:could|has) not (?:be )?(?:sent|delivered) for (?:the )?(?:past|last|\d)|warning: (?:message|could not send)|avertissement|retard(?:e|ee)?\b|sera retente|differee?\b|nouvelles tentatives|tentatives de (?:remise|distribution|livraison) vont|reessaiera|pas encore ete|noch nicht zugestellt|(?:weiterhin|erneut) versucht|verzogert|aun no se ha|in ritardo|se ha retrasado/u
const stoppedTrying =
  /given up|giving up|gave up|permanent(?:ly)? (?:error|fail|fatal)|final|will not (?:be )?(?:retr|try)|not going to try|has failed|delivery failed|undeliverable/u
const arrived =
  /successful(?:ly)? (?:mail )?(?:deliver|relayed|sent)|was delivered|delivery confirmation|success(?:ful)? (?:notification|delivery)|\(success\)|\(relay\)|has been (?:successfully )?(?:delivered|relayed)|remis avec succes|erfolgreich zugestellt/u

/** What a report without fields says of the attempt, in the words of a field. */
export function actionInWords(subject: string, text: string): 'failed' | 'delayed' | 'delivered' {
  const words = plainWords(`${subject}\n${text.slice(0, 3000)}`)
  if (delayed.test(words) && !stoppedTrying.test(words)) return 'delayed'
  return arrived.test(plainWords(subject)) ||
    (arrived.test(words) && !stoppedTrying.test(words) && !saysItFailed(subject))
    ? 'delivered'
    : 'failed'
}
