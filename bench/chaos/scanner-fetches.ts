import { ask } from '../../e2e/support/ask.ts'
import { shuffled } from './chance.ts'
import { inLanes } from './in-lanes.ts'
import type { Letter } from './letters.ts'

/** What follows the links of a mail, as it calls itself. Some say that they are programs, most that they are a browser. */
const guises: readonly Record<string, string>[] = [
  { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0' }, // prettier-ignore
  { 'user-agent': 'Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Win64; x64; Trident/5.0)' },
  { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel (EE))' },
  { 'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' },
  { 'user-agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5' },
  { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
  { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' },
  { 'user-agent': 'WhatsApp/2.24.20 A' },
  { 'user-agent': 'TelegramBot (like TwitterBot)' },
  { 'user-agent': 'python-requests/2.32.3' },
  { 'user-agent': 'curl/8.10.1', accept: '*/*' },
  { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, // prettier-ignore
  { 'user-agent': 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36', 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' }, // prettier-ignore
  {}, // and some that say nothing
]

const timesEach = 3
/** One visitor in so many also fetches what the page names: its style, its script, its pictures, its links. */
const thorough = 8

interface Visit {
  link: string
  method: 'GET' | 'HEAD'
  guise: Record<string, string>
  followsAll: boolean
}

export interface Fetched {
  links: number
  visits: number
  /** Addresses that the pages name. */
  beyond: number
  wrongs: string[]
}

/** The addresses of this site that a page names. */
function namedIn(html: string, base: string): string[] {
  const named = [...html.matchAll(/\s(?:src|href)="([^"#]+)"/g)].map(([, address = '']) =>
    new URL(address.replaceAll('&amp;', '&'), base).toString(),
  )
  return [...new Set(named)].filter((address) => new URL(address).origin === new URL(base).origin)
}

function visitsTo(links: readonly string[], chance: () => number): Visit[] {
  const one = (link: string, method: Visit['method']): Visit => ({
    link,
    method,
    guise: guises[Math.floor(chance() * guises.length)] ?? {},
    followsAll: method === 'GET' && chance() * thorough < 1,
  })
  const each = links.flatMap((link) =>
    Array.from({ length: timesEach }, () => [one(link, 'GET'), one(link, 'HEAD')]).flat(),
  )
  return shuffled(chance, each)
}

/** Fetches both links of each mail three times by GET and three times by HEAD, in any order. */
export async function fetchAll(letters: readonly Letter[], chance: () => number): Promise<Fetched> {
  const links = letters.flatMap(({ confirm, notMe }) => [confirm, notMe])
  const visits = visitsTo(links, chance)
  const odd = new Map<string, number>()
  const note = (what: string) => odd.set(what, (odd.get(what) ?? 0) + 1)
  let beyond = 0
  await inLanes(visits, 40, async ({ link, method, guise, followsAll }) => {
    const { status, text } = await ask(link, { method, headers: guise })
    if (status !== 200) note(`${method} of a link of a mail answered ${status}`)
    else if (method === 'GET' && !/<form method="post"/.test(text)) note('the page behind a link held no form')
    if (!followsAll) return
    for (const address of namedIn(text, link)) {
      const answer = await ask(address, { headers: { ...guise, referer: link } })
      beyond += 1
      if (answer.status >= 400) note(`GET of ${new URL(address).pathname.split('/')[2]} answered ${answer.status}`)
    }
  })
  const wrongs = [...odd].map(([what, times]) => `${what}, ${times} times`)
  return { links: links.length, visits: visits.length, beyond, wrongs }
}
