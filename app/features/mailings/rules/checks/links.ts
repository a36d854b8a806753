import { safeLink } from '#emails/safe-link.ts'
import type { FindingCode } from './finding.ts'

/** Parameters that say from which letter, campaign or person somebody came. */
const marks =
  /^(?:utm_.+|mtm_.+|pk_.+|piwik_.+|hsa_.+|_hs.+|mc_[ce]id|mkt_tok|fbclid|gclid|dclid|wbraid|gbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|vero_id|oly_(?:anon|enc)_id|trk(?:_.+)?|ml_subscriber.*|sc_(?:cid|eh)|ck_subscriber_id|bsft_.+|cvo_.+|email|e-?mail|subscriber(?:_?id)?|recipient(?:_?id)?|contact_?id)$/i

/** Sites of mailing tools that count whoever passes through. */
const counters =
  /(?:^|\.)(?:list-manage\.com|mailchi\.mp|mandrillapp\.com|sendgrid\.net|mjt\.lu|sendibm\d*\.com|sendibt\d*\.com|sibautomation\.com|sendinblue\.com|brevosend\.com|hubspotlinks\.com|hs-sites\.com|hubspotemail\.net|mlsend\.com|mailerlite\.com|cmail\d+\.com|createsend\d*\.com|rs6\.net|exacttarget\.com|exct\.net|awstrack\.me|mailgun\.org|klclick\d*\.com|klaviyomail\.com|convertkit-mail\d*\.com|emlnk\d*\.com|activehosted\.com|doubleclick\.net|mailtrack\.io|bananatag\.com|getresponse\.com|acemlnk\d*\.com|go\.pardot\.com|safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|l\.facebook\.com)$/i

/** An address of theirs says nothing of where it leads, and counts whoever follows it. */
const shorteners = new Set(
  'bit.ly j.mp t.co tinyurl.com goo.gl ow.ly buff.ly lnkd.in is.gd v.gd rebrand.ly cutt.ly tr.im shorturl.at shorturl.asia s.id t.ly urlz.fr lc.cx miniurl.be u.to bl.ink trib.al dlvr.it fb.me amzn.to wp.me youtu.be.link rb.gy tiny.cc soo.gd bitly.com short.io shorte.st adf.ly surl.li linktr.ee lstu.fr huit.re'.split(
    ' ',
  ),
)

/**
 * What other tools would put a reader's own in for; nothing of that sort differs between two readers here. Bounded: an address may
 * be as long as the letter.
 */
const mergeMark = /\{\{|\}\}|\*\|.{1,200}\|\*|%%.{1,200}%%|\{\$.{1,200}\}|\$\{.{1,200}\}|\[\[.{1,200}\]\]|<%.{1,200}%>/i

/** Pages of ours that are one person's. */
const personal =
  /^\/(?:fr|en)\/(?:confirm|not-me|unsubscribe|me|still|confirm-organisation)\/|^\/(?:fr|en)\/inbox\b|^\/admin(?:\/|$)/i

/** As the site reads a path. Sign by sign, so that one that means nothing hides no other. */
const plain = (text: string): string =>
  text.replace(/%[2-7][\da-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))

/**
 * Whether a parameter marks whoever follows: in the question, behind `#` or `;`, and in an address that is handed on within it. Only
 * what has a value: `#email` is a place of the page. `&amp;` is `&` for whoever takes an address out of HTML.
 */
function isMarked({ pathname, search, hash, searchParams }: URL): boolean {
  if ([...searchParams.keys()].some((name) => marks.test(name.replace(/^(?:amp;)+/i, '')))) return true
  const inPath = pathname.split(';').slice(1)
  const parts = [...inPath, ...`${search}&${hash}`.split(/[?&;#!]/), ...plain(`${search}&${hash}`).split(/[?&;#!]/)]
  return parts.some((part) => {
    const at = part.indexOf('=')
    return at > 0 && marks.test(plain(part.slice(0, at)).replace(/^.*\//, ''))
  })
}

/** `example.org.` and `example.org` are the same place. */
const hostOf = (url: URL): string => url.hostname.toLowerCase().replace(/\.+$/, '')

/** What is wrong with an address in a letter; `null`: nothing that we know of. */
export function linkFault(href: string, appUrl: string): FindingCode | null {
  if (mergeMark.test(href) || mergeMark.test(plain(href))) return 'own-mark-in-link'
  if (href.startsWith('#')) return 'dead-anchor'
  const address = safeLink(href)
  if (address === null) return 'dead-link'
  const url = new URL(address)
  if (url.protocol === 'mailto:') return null
  const host = hostOf(url)
  const path = plain(url.pathname).replace(/\/{2,}/g, '/')
  if (host === hostOf(new URL(appUrl)) && personal.test(path)) return 'personal-link'
  if (shorteners.has(host.replace(/^www\./, ''))) return 'short-link'
  if (counters.test(host)) return 'tracker-site'
  if (isMarked(url)) return 'tracked-link'
  return url.protocol === 'http:' && url.origin !== appUrl ? 'plain-http' : null
}
