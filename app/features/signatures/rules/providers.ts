/**
 * Where most people have their mailbox: much from them says nothing. Forwarding services that people use to keep their address to
 * themselves are here too, although lists call them disposable: their mail arrives, and each address is somebody's.
 */
const common = `
gmail.com hotmail.com hotmail.fr outlook.com outlook.fr live.fr live.com msn.com yahoo.com yahoo.fr yahoo.co.uk ymail.com
rocketmail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr numericable.com noos.fr
bbox.fr laposte.net aliceadsl.fr aol.com aol.fr icloud.com me.com mac.com gmx.fr gmx.com gmx.de gmx.net web.de t-online.de
mail.com mail.ru yandex.ru proton.me protonmail.com pm.me tutanota.com tuta.io tuta.com posteo.net posteo.de mailo.com netc.fr
netcourrier.com riseup.net zaclys.net ik.me infomaniak.ch bluewin.ch skynet.be telenet.be proximus.be voo.be scarlet.be
videotron.ca sympatico.ca libero.it hotmail.it hotmail.be hotmail.co.uk hotmail.es hotmail.de live.be live.ca btinternet.com
sky.com fastmail.com hey.com zoho.com mailbox.org
duck.com mozmail.com relay.firefox.com privaterelay.appleid.com simplelogin.com aleeas.com slmail.me 8alias.com anonaddy.com
anonaddy.me addy.io passmail.net
`
const providers = new Set(common.trim().split(/\s+/))

export const isCommonProvider = (domain: string): boolean => providers.has(domain)
export const commonProviders = (): IterableIterator<string> => providers.values()

/** Under these, names are given to many; everywhere else who holds a name holds all below it. */
const shared = new Set('co com net org ac edu asso nom or ne sch ltd plc me'.split(' '))

/** `asso.fr`, `co.uk`: nobody's name, and nobody's mail comes from there. */
export function isSharedName(domain: string): boolean {
  const [second = '', last = '', ...more] = domain.split('.')
  return more.length === 0 && last.length === 2 && shared.has(second)
}

/** At one of those providers, or under the same name as one. */
export const isNameOfCommonProvider = (domain: string): boolean =>
  [...providers].some((name) => organisationOf(name) === organisationOf(domain))

/**
 * The name that somebody registered: `etu.univ.example` is `univ.example`. A thousand names below one of them are one sender. Near
 * enough without the list of public suffixes: a mistake puts neighbours together, and numbers are compared, not condemned.
 */
export function organisationOf(domain: string): string {
  const parts = domain.split('.')
  if (parts.length <= 2) return domain
  const second = parts.at(-2) ?? ''
  const own = shared.has(second) && (parts.at(-1) ?? '').length <= 3 && parts.length > 2 ? 3 : 2
  return parts.slice(-own).join('.')
}
