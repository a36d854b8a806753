import type { Reason } from './reasons.ts'

/** Whom a sentence may be about, in the languages that servers speak. */
const whom =
  '\\b(?:user(?:name)?|recipients?|receiver|mailbox|mail ?box|inbox|account|address(?:ee|es)?|e-?mail|alias|local[- ]?part|person|customer|login|mail ?drop|id|utilisateur|usager|destinataires?|adresse|boite|compte|abonne|benutzer|empfanger|postfach|konto|anschrift|usuario|utilizador|destinatari[oa]s?|buzon|casilla|cuenta|direccion|utente|casella|indirizzo|conta|endereco|caixa|gebruiker|ontvanger|adres|postvak|modtager|bruger|mottagare|anvandare|mottaker|uzytkownik|adresat)'
const mailbox =
  '\\b(?:mail ?box|inbox|account|mail ?store|mail ?drop|maildir|mail folder|message store|user|recipient|boite|messagerie|compte|postfach|konto|buzon|casilla|casella|cuenta|caixa|conta|postvak)'
const domain =
  '\\b(?:domains?|host ?names?|host|mail server|mail exchanger|domaine|hote|serveur|rechner|dominio|servidor|domein)'
const gap = '[^\\n]{0,60}?'

/** Told of us: who sends, from where, signed how. */
const sender = [
  `sender${gap}(?:reject|refus|denied|block|invalid|verif|not allowed|unknown|not authori|mismatch|not exist|not found|disallow|must)`,
  '(?:invalid|bad|unknown|unverified|illegal|unauthori[sz]ed|forged|spoofed) (?:envelope )?(?:sender|from)',
  '(?:reject|block|refus|deni)\\w* (?:the |your |this )?(?:envelope )?sender',
  'domain of (?:the )?sender|sender domain|from domain|mail ?from\\b(?![^\\n]{0,400}rcpt ?to)',
  'helo|ehlo|client host|cannot find your|your (?:reverse )?host ?name',
  'reverse (?:dns|lookup|host|name)|rdns|ptr record|no ptr|forward-confirmed',
  'your (?:ip|address|server|host|mail server|domain|network|isp|message was blocked|connection)',
  '(?:sending|source|sender|connecting|client) (?:ip|ips|host|server|mta|mail server)\\b',
  '(?:mail|messages?|e-?mails?|connections?) from (?:this|your|the|\\[|[#@]|ip)',
  'backscatter|\\bbatv\\b|(?:relay|client|remote) ?host (?:name)?[^\\n]{0,12}(?:suspicious|unresolv|reject)|unresolv(?:able|ed) (?:relay|client)',
  'unauthenticated|not authenticated|authentication (?:is )?(?:required|check|fail)|must authenticate|\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|\\barc\\b fail',
  'not authori[sz]ed to (?:send|relay|use)|not allowed to send|not permitted to send',
  'expediteur|absender|remitente|mittente|remetente',
]

const policy = [
  '\\bspam|unsolicited|\\bube\\b|\\bjunk\\b|indesirable|pourriel|no deseado|unerwunscht|indesiderat',
  'black ?-?list|block ?-?list|deny ?-?list|\\brbl\\b|dnsbl|\\bbl\\b|spamhaus|spamcop|sorbs|uceprotect|liste noire|lista nera|lista negra|schwarze liste',
  'reputation|complaint|\\bblocked\\b|\\bblocking\\b|\\bbanned\\b|\\bbloque\\b|bloqueado|bloccat|blockiert|gesperrt wegen',
  'virus|malware|phish|infected|suspicious|trojan|harmful',
  'polic(?:y|ies)|politique|richtlinie|politica de|security (?:reasons|violation|restrict)|prohibit|administrative(?:ly)? (?:denied|reject|block)|for security',
  'rate ?-?limit|throttl|slow down|too (?:many|much|fast|frequent)|trop de|zu viele|demasiad[oa]s|troppe|limit (?:has been )?(?:exceeded|reached)|exceed\\w* (?:the )?(?:rate|limit|maximum (?:number|rate|connections?)|connection)|sending (?:limit|quota|rate)|unusual (?:rate|volume)',
  'content (?:filter|reject|refus|block|restrict|not allowed|was)|(?:reject|block|filter|refus|quarantin)\\w* (?:by|due to|because of|based on|for) (?:\\w+ ){0,3}(?:content|filter|rule|polic|security|firewall|administrator|reason)',
  '(?:message|mail|e-?mail|transaction|data|content) (?:has been |was |is |were )?(?:rejected|refused|blocked|not accepted|declined|denied|discarded|filtered)',
  'mail rejete|message refuse|service refuse|acces refuse|rejected after data|rejected at data',
  "access denied|permission denied|not (?:allowed|permitted|authori[sz]ed)|delivery not authori[sz]ed|message refused|administrative prohibition|restrict|moderat|only accepts? (?:mail|messages|email)|does(?: not|n't) accept (?:mail|messages|e-?mails?) from|only allow",
  'resolver\\.rst|storedrv\\.submission|not currently accepting mail from|mail (?:is )?not (?:accepted|allowed) from|refused (?:by|for|due to) (?:the )?(?:recipient|user)',
]

const full = [
  `${mailbox}${gap}(?:\\bfull\\b|size limit|no (?:more )?(?:space|room)|out of (?:\\w+ )?(?:space|storage)|too (?:large|big|many messages)|pleine?\\b|saturee?|plein\\b|\\bvoll\\b|uberfullt|llen[oa]|complet[oa]|pien[oa]|cheia|\\bvol\\b|pelna|capacity|exceed\\w* (?:\\w+ ){0,3}(?:quota|size|storage|limit|space|allo))`,
  `\\bfull (?:mail ?box|inbox)|(?:pleine|volle[srn]?|llena|piena|pelna) (?:mailbox|boite|postfach)`,
  'over ?-?quota|quota (?:is |has been |was )?(?:full|exceed|violat|reached|limit|overdrawn|depasse|atteint|superad|excedid|esaurit|error)|(?:exceed\\w*|over|above|beyond|outside|reached) (?:\\w+ ){0,4}quota|disk quota|quota \\w+ (?:exceeded|depasse)|depass\\w* (?:de |son |le |du |votre )*quota|kontingent|cuota|cupo',
  'exceed\\w* (?:\\w+ ){0,4}(?:storage|space|mailbox size|allocation)|storage (?:\\w+ )?(?:exceed|limit|full|allocation|quota)|out of (?:storage|disk|mail) ?(?:space)?|insufficient (?:\\w+ )?(?:storage|space|disk)|(?:not enough|no|lack of|low on) (?:\\w+ )?(?:storage|disk|free)? ?space|disk (?:is )?full|no space left|allocated (?:storage|space)|espace (?:\\w+ )?insuffisant|speicherplatz|espacio|spazio',
  'too many messages in|mailbox has exceeded|mail ?box size',
]

const tooBig = [
  '(?:message|mail|e-?mail|size|attachment|content)[^\\n]{0,40}?(?:too (?:big|large|long|heavy)|exceed\\w* (?:\\w+ ){0,4}(?:size|limit|maximum|length)|larger than|over (?:the )?(?:size|maximum))',
  '(?:maximum|max|allowed|fixed)[^\\n]{0,30}?(?:message|mail)? ?size|message size|size limit|length exceeds',
  'trop (?:volumineux|gros|grand|long)|taille (?:maxim|du message|limite)|zu gro(?:ss|ß)|demasiado grande|troppo grande|muito grande|te groot',
]

const greylisted = [
  'gr[ae]y ?-?list',
  'liste grise|listes grises',
  'try again (?:in|after) \\d|please (?:try|retry)[^\\n]{0,12} again (?:in|after)',
  'resend your message (?:in|after)',
]

const takesNoMail = [
  'null ?mx|nullmx',
  `${domain}${gap}(?:does(?: not|n't)|do not|never|will not) (?:accept|receive|handle|take) (?:any |e-?)*(?:mail|messages|smtp)`,
  "(?:does(?: not|n't)|do not) (?:accept|receive) (?:any |e-?)*mail(?! from)|accepts? no (?:e-?)?mail|no mail (?:is )?accepted|not accept(?:ing)? mail for (?:this|that) (?:domain|host)",
  "n'accepte (?:pas|aucun)[^\\n]{0,12}(?:courrier|mail|message)|nimmt keine|no acepta correo|non accetta (?:posta|e-?mail)",
]

const hostUnknown = [
  `${domain} (?:or domain name )?(?:[#@]? )?(?:is |was |are |could |can )?(?:not (?:be )?(?:found|valid|known|resolv|exist)|unknown|invalid|non-?existent|nonexist|does(?: not|n't) (?:exist|resolve|have)|couldn't be (?:found|resolved)|cannot be (?:found|resolved)|has no (?:mx|mail|a record|dns)|isn't valid|unrouteable|not registered)`,
  `(?:unknown|no such|invalid|bad|illegal|nonexistent|unrouteable|unroutable|unresolvable|cannot (?:find|resolve|locate)|can't (?:find|resolve)|couldn't find|could not find|unable to (?:find|resolve|locate)|failed to resolve)(?: \\w+){0,3} (?:${domain})\\b`,
  'unrouteable (?:mail )?(?:domain|address)|unroutable address|all relevant mx records|(?:no|lacks?|missing|valid) mx (?:record|host)|mx (?:record|lookup|host)[^\\n]{0,20}(?:not found|fail|invalid|does not)|name service error|nxdomain|no such domain|(?:recipient )?domain must exist|bad destination (?:system|host)|dns (?:domain|name)[^\\n]{0,40}not exist',
  "domain (?:name )?(?:in |of )?[^\\n]{0,50}(?:does(?: not|n't) exist|could(?: not|n't) be found|was not found|not found)|(?:name or service|nodename) [^\\n]{0,30}not known|non-existent (?:hosts?|domain)|no (?:route|dns (?:data|record|entry|information)) (?:found |available )?for (?:the )?(?:domain|host)",
  `(?:domaine|hote|serveur)${gap}(?:inconnu|introuvable|n'existe pas|inexistant|n'a pas (?:ete|pu))|(?:nom de )?domaine (?:inconnu|invalide)`,
  `(?:domain|domane|rechner|server)${gap}(?:nicht gefunden|existiert nicht|unbekannt|nicht bekannt)|unbekannte (?:domain|domane)`,
  `(?:dominio|servidor|host)${gap}(?:no existe|inexistente|desconocid|no encontrad|non esiste|sconosciut|non trovat|nao existe|desconhecid)`,
]

/** What a name server did, not what it knows. Who says in the same breath that the name was not found has asked for days. */
const lookup = [
  '(?<!host or domain name not found[^\\n]{0,120})host not found, try again|(?:malformed|unexpected)[^\\n]{0,24} name ?server (?:reply|response)|temporary (?:failure|error) in name resolution|servfail|dns (?:lookup |server )?(?:time-?out|failure)|name ?server (?:time-?out|failure|not responding|did not respond)',
]

const disabled = [
  `${whom}${gap}(?:disabled|inactiv|suspend|deactivat|discontinued|not active\\b|\\blocked\\b|frozen|archiv|expired|not (?:been )?activated|turned off|on hold|dormant)`,
  `(?:disabled|inactive|suspended|deactivated|locked|expired|frozen|archived) (?:user|recipient|mail ?box|account|address)|not accepting (?:messages|mail|e-?mail)`,
  `${whom}${gap}(?:desactiv|suspendu|inactif|archive|bloquee? pour inactivite|deaktiviert|stillgelegt|gesperrt|desactivad|deshabilitad|suspendid|inactiv[oa]|disattivat|disabilitat|sospes|inattiv|disabilitad)`,
]

const moved = [
  `${whom}${gap}(?:has |have )?(?:moved|relocated)(?! permanently)|address has (?:been )?changed|@[>)\\]"' ]{0,4} (?:has been|was|is) (?:replaced|superseded) by|has changed (?:\\w+ ){0,3}address|user not local|mailbox owner has changed`,
  "no longer (?:works?|with|at|employed|part of|a member|here)|left (?:the|this|our) (?:company|organi[sz]ation)|a (?:demenage|change d'adresse)|ne travaille plus|umgezogen",
]

const relay = [
  "relay(?:ing)?[^\\n]{0,20}(?:denied|not (?:permitted|allowed)|prohibit|reject|disallow|refus)|(?:unable to|cannot|can't|not|no|do not|won't) relay|rcpthosts|relai[sy]? (?:interdit|refuse)|relaying|not (?:a )?(?:gateway|local) (?:host|domain)|mail server doesn't support",
]

const network = [
  "timed? ?-?out|connection (?:refused|reset|lost|dropped|closed|failed|error|aborted|attempt)|(?:no route to|unreachable|down) host|network (?:is )?unreachable|host (?:is )?(?:unreachable|down)|(?:could not|couldn't|unable to|cannot|failed to) (?:connect|contact|reach|establish)|lost connection|conversation with|retry time(?:out)?|retries exceeded|too long|message expired|delivery (?:time|period) expired|in the queue|delai (?:depasse|expire)|zeituberschreitung|tiempo (?:de espera )?(?:agotado|excedido)|tls (?:handshake|negotiation|is required|required)|starttls|connection to",
]

const system = [
  "temporar|temporaire|vorubergehend|temporal(?:mente)?|temporane|try (?:again )?later|retry later|reessayer|spater (?:noch ?mal|erneut)|mas tarde|piu tardi|system (?:error|failure|problem|resources)|local (?:error|problem|delivery (?:agent )?fail)|internal (?:server )?error|configuration|service (?:currently |temporarily )?(?:not available|unavailable)|can't create|input\\/output|i\\/o error|resources|loop|too many hops|hop count|maximum hop|mail for[^\\n]{0,60}loops? back|database|ldap|lookup (?:failure|error)|unable to (?:open|create|write|deliver)|cannot open|overload|busy|not responding|command died|\\bpipe\\b|exit status|child status|protocol error|syntax error|command (?:not|unrecogni)|bad sequence|bare (?:lf|cr)",
]

const content = [
  '(?:invalid|malformed|bad|missing|duplicate|illegal|non-?ascii|8-?bit) (?:\\w+ )?(?:header|character|message|mime|date|utf)|rfc ?-?(?:5322|2822|822)[^\\n]{0,20}(?:complian|violat|conform)|not rfc|conversion|encoding|smtputf8',
]

export const aboutWhom = { whom, gap }

/** In the order in which they are asked: what is said of us or of the moment, before what is said of the address. */
export const wordings: ReadonlyArray<readonly [Reason, readonly string[]]> = [
  ['greylisted', greylisted],
  ['full', full],
  ['too-big', tooBig],
  ['relay', relay],
  ['sender', sender],
  ['takes-no-mail', takesNoMail],
  ['lookup', lookup],
  ['host-unknown', hostUnknown],
  ['moved', moved],
]

/** Only once the address itself was asked about: these words stand in many a polite sentence. */
export const lastWordings: ReadonlyArray<readonly [Reason, readonly string[]]> = [
  ['disabled', disabled],
  ['policy', policy],
  ['network', network],
  ['system', system],
  ['content', content],
]
