import { aboutWhom } from './wordings.ts'

const { whom, gap } = aboutWhom

/** What a server says of an address that leads to nobody. */
export const unknownMailbox: readonly string[] = [
  // English, sentences about somebody
  `${whom}${gap}(?:unknown|not (?:be )?(?:found|known|recogni[sz]ed|registered|listed|present|valid|exist(?:ing)?|located|resolved|a (?:valid|known|local|registered))|(?:does|do|did|is|was)(?: not|n't|nt) (?:exist|have|found|match|valid|on|in|a |appear|been)|isn't (?:listed|valid|found)|non-?existent|nonexist|no longer (?:exists?|valid|available|active|accepts?|in use|on)|couldn't be found|cannot be found|can't be found|unavailable|not available|invalid|undeliverable|unrouteable|unroutable|has been (?:deleted|removed|closed|terminated|cancell?ed)|(?:is |was |been )?\\b(?:deleted|removed|closed)|doesn't have|never existed|fictitious)`,
  // and the other way round
  '(?:unknown|invalid|bad|non[- ]?existent|no such|wrong|illegal|unrecogni[sz]ed|undeliverable|not a valid|incorrect|unavailable|no valid|not found|unrouteable|undefined)(?: or \\w+)?(?: [\\w-]+){0,2}[ _](?:user(?:s|id|name)?|recipients?|mail ?box|account|address|addressee|alias|person|local[- ]?part|login|name|id)\\b',
  'no (?:such )?(?:mail ?box|user|account|recipient|address|one|person|customer)\\b[^\\n]{0,40}?(?:here|by that name|with (?:this|that)|named|found|at this|exists?|known|for)|no such (?:user|address|recipient|mail ?box|person|account|alias)|there is no (?:one|user|mail ?box|account|such)|nobody (?:here )?(?:by|with|at)|no one (?:here )?(?:by|with|at)|not our customer|not (?:one of )?our (?:user|customer)',
  "(?:can't|cannot|can not|could not|couldn't|unable to|did not|didn't|failed to) (?:find|locate|verify|resolve|match|lookup)(?: \\w+){0,4} (?:user|recipient|mail ?box|account|address|person|alias)",
  "(?:does(?: not|n't)|do(?: not|n't)) have (?:an?|any) (?:[^\\n]{0,40} )?(?:account|mail ?box|address)|requested (?:mail )?action (?:not taken|aborted)[:; ]+mail ?box (?:unavailable|not found|name not allowed)|mail ?box unavailable|mail ?box name (?:not allowed|invalid)|recip(?:ient)?notfound|unrecogni[sz]ed-?o\\/?r-?name|not listed in|isn't listed in|not in (?:the |our |this )?(?:\\w+ ){0,2}(?:directory|address book|database|list of)|no [\\w.@-]{1,64} in (?:the |our |this )?(?:\\w+ )?directory|unlisted|x-unix; ?67\\b",
  "recipient (?:address )?(?:rejected|refused|denied)?[:;. (]*(?:access denied|undeliverable|invalid|unknown|no such|not exist|in reply to rcpt)|rcpt to[^\\n]{0,20}(?:invalid|unknown|not found|does not exist)|recipient rejected|address rejected\\.?$|all recipients (?:were )?(?:invalid|rejected)|user reject|mail(?: to [^\\n]{0,60})? is (?:not|no longer) (?:delivered|accepted) (?:at|for) this address|address no longer|unknown to (?:us|this)|bad ?(?:rcptto|recipientto)|not in (?:my |our |the )?validrcptto|envelope recipient (?:has been |is |was )?(?:denied|refused|rejected)|recipient is not (?:accepted|local)|can(?:'t|not) accept (?:this |the )?(?:user|recipient)|email name is not found|not exist in|^unknown (?:user|address)",
  // What stands right behind an address, or in front of nothing else
  "@[>)\\]\"' .:;,]{0,6} ?(?:is |was |are )?(?:not (?:found|known|recogni[sz]ed|registered|valid)|unknown|non-?existent|invalid|no longer (?:exists|valid|in use)|doesn't exist|does not exist|isn't (?:valid|known))",
  'not an? (?:known|valid|registered|local|existing|active|recogni[sz]ed) (?:user|recipient|mail ?box|address|account|customer|alias)|not an active (?:user|recipient|mail ?box|address|account)|not e-?mail addresses',
  "^(?:\\d{3} )?(?:\\d\\.\\d{1,3}\\.\\d{1,3} )?(?:this )?(?:\\w+ )?(?:does not|doesn't) exist\\b",
  // French
  "(?:utilisateur|destinataire|adresse|boite|compte|usager|abonne|nom)s?[^\\n]{0,80}?(?:inconnue?s?|inexistante?s?|introuvables?|n'existe(?:nt)? (?:pas|plus)|n'est (?:pas|plus) (?:valide|active?|connue?|attribue|repertorie)|invalide|incorrecte?|erronee?|non valide|supprimee?|fermee?|n'a pas (?:ete|pu etre) (?:trouve|reconnu)|pas trouve|resiliee?|ne figure (?:pas|plus)|non (?:repertorie|recense)e?s?)",
  "(?:aucun|aucune|pas d[e'] ?) ?(?:utilisateur|boite|compte|destinataire)|n'existe (?:pas|plus)|adresse d\\W?au moins un destinataire",
  // German
  '(?:benutzer|empfanger|adresse|anschrift|postfach|mailbox|konto|account|nutzer|user|teilnehmer)[^\\n]{0,80}?(?:unbekannt|nicht gefunden|existiert (?:\\w+ )?nicht|nicht bekannt|ungultig|nicht vorhanden|nicht (?:mehr )?(?:gultig|verfugbar|aktiv|erreichbar)|geloscht|gibt es nicht)',
  '(?:unbekannter|ungultiger|kein|keine|ungultige|unbekannte) (?:\\w+ )?(?:benutzer|empfanger|postfach|adresse|empfangeradresse|mailbox|user)',
  // Spanish, Portuguese
  '(?:usuario|utilizador|destinatari[oa]s?|buzon|cuenta|conta|direccion|endereco|casilla|caixa)[^\\n]{0,80}?(?:desconocid|desconhecid|no existe|nao existe|inexistente|no (?:\\w+ ){0,2}encontrad|nao (?:\\w+ ){0,2}encontrad|no se (?:ha )?(?:encontr|pudo encontrar)|no (?:es|era) valid|invalid|incorrect|eliminad|no valida)',
  '\\bn[oa]o? existen? (?:el |la |los |o |a |es[ea] |est[ea] |ess[ea] |dich[oa] )?(?:usuari[oa]|utilizador|persona|cuenta|conta|buzon|direccion|destinatari[oa]|endereco|casilla|caixa)',
  // Italian
  '(?:utente|destinatari[oa]|casella|indirizzo|account)[^\\n]{0,80}?(?:sconosciut|non esiste|inesistente|non (?:\\w+ ){0,2}trovat|non (?:e )?valid|errat|non (?:e )?(?:piu )?attiv|rimoss|eliminat)|nessun[oa]? (?:utente|casella|indirizzo|account|destinatario)',
  // Dutch, Nordic, Polish, Russian, Japanese, Chinese
  '(?:gebruiker|ontvanger|adres|postvak)[^\\n]{0,60}?(?:onbekend|niet (?:worden )?gevonden|bestaat niet|ongeldig)|onbekende (?:gebruiker|ontvanger)',
  '(?:bruger|modtager|mottagare|anvandare|mottaker)[^\\n]{0,60}?(?:ukendt|okand|ukjent|findes ikke|finns inte|finnes ikke)',
  '(?:uzytkownik|adresat|skrzynk)[^\\n]{0,60}?(?:nie istnieje|nieznan)|nieznany (?:uzytkownik|adresat)|nie (?:mozna|udalo sie) (?:od|z)nalezc[^\\n]{0,30}(?:adres|uzytkowni|skrzynk)',
  '(?:пользовател|адрес|ящик|получател)[^\\n]{0,60}?(?:не найден|не существует|неизвестен|отсутствует)|нет такого (?:пользователя|адреса)',
  'ユーザー?[^\\n]{0,30}(?:見つかり|存在し|不明)|(?:ディレクトリ|アドレス帳)[^\\n]{0,20}(?:ありません|見つかり)|(?:宛先|あて先|アドレス)[^\\n]{0,40}(?:見つかり|存在し)|(?:用户|收件人|邮箱|地址)[^\\n]{0,20}(?:不存在|未找到|无效)|不存在',
]
