import { slug } from './product.ts'

const given = ['Camille', 'Zoë', 'Jean-François', 'Anaïs', 'Noah', 'Maëlys', 'Ahmed', 'Élodie', 'Thuy', 'Łukasz']
const family = [
  'Martin',
  'Lefèvre',
  'N’Diaye',
  'García',
  'Benali',
  'Nguyễn',
  'Le Goff',
  'Müller',
  'Dupont-Moretti',
  'Hébert',
]
const domains = ['example.org', 'mail.example.org', 'example.com', 'example.net']
const postcodes = ['75011', '13001', '31000', '69003', '59000', '33000', '97400', '20090', '44000', '67000']

const nth = (list: readonly string[], n: number) => list[n % list.length] ?? ''

/** What the nth person signs: one in four wants news, one in three shows the name, one in ten leaves a sentence. */
export function nthForm(n: number): Record<string, string> {
  return {
    name: `${nth(given, n)} ${nth(family, Math.floor(n / given.length))}`,
    email: `${nth(given, n)
      .toLowerCase()
      .replace(/[^a-z]/g, '')}.${n.toString(36)}@${nth(domains, n)}`,
    country: 'FR',
    postcode: nth(postcodes, n),
    comment:
      n % 10 === 0
        ? 'Parce qu’une personne n’est pas un chiffre, et que l’erreur d’un calcul se paie en mois de loyer.'
        : '',
    consent: 'on',
    ...(n % 4 === 0 ? { news: 'on' } : {}),
    ...(n % 3 === 0 ? { showName: 'on' } : {}),
  }
}

export const wantsNews = (n: number): boolean => n % 4 === 0

/** As a reverse proxy writes it, from some 65,000 networks in turn, one in two of them IPv6: limits and their keys have work to do. */
export function nthAddress(n: number): string {
  const [high, low] = [(n >> 8) & 0xff, n & 0xff]
  return n % 2 === 0 ? `10.${high}.${low}.7` : `2001:db8:${high.toString(16)}:${low.toString(16)}00::7`
}

/** The headers that browsers send with a form and that reach us behind a reverse proxy. */
export function post(path: string, { port, body, n }: { port: number; body: string; n: number }): string {
  return `POST ${path} HTTP/1.1\r
Host: 127.0.0.1:${port}\r
Origin: http://127.0.0.1:${port}\r
Sec-Fetch-Site: same-origin\r
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
Accept-Language: fr,fr-FR;q=0.8,en;q=0.5\r
Accept-Encoding: gzip, deflate, br\r
X-Forwarded-For: ${nthAddress(n)}\r
Content-Type: application/x-www-form-urlencoded\r
Content-Length: ${Buffer.byteLength(body)}\r
\r
${body}`
}

const requestOf = (form: Record<string, string>, n: number, port: number): string =>
  post(`/fr/${slug}/sign`, { port, n, body: new URLSearchParams(form).toString() })

export const signingRequest = (n: number, port: number): string => requestOf(nthForm(n), n, port)

/** Somebody new every time, whom a name without vowels and an address to be thrown away put under review. */
export const heldRequest = (n: number, port: number): string =>
  requestOf({ ...nthForm(n), name: `Xkqzvbn ${n}`, email: `x${n.toString(36)}@mailinator.com` }, n, port)

/** A visitor who looks at the campaign. */
export const readRequest = (port: number) => `GET /fr/${slug} HTTP/1.1\r
Host: 127.0.0.1:${port}\r
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
Accept-Language: fr,fr-FR;q=0.8,en;q=0.5\r
Accept-Encoding: gzip, deflate, br\r
\r
`
