import { createServer, type IncomingMessage, type Server } from 'node:http'
import { preferredLocale } from '#app/i18n/locale.ts'
import type { Mailbox } from './mailbox.server.ts'
import { htmlPart, inboxPage, mailPage, stylesheet } from './pages.server.ts'

/** How one catcher recognises another. */
export const catcherName = 'portevoix-catcher'

interface Answer {
  status: number
  type: string
  body: string | Buffer
  policy?: string
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** Somebody else's HTML: shown, never run, and nothing is fetched for it. */
const partPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'"

const html = (body: string, policy = pagePolicy): Answer => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  policy,
})
const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})
const plain = (body: string | Buffer, status = 200): Answer => ({ status, type: 'text/plain; charset=utf-8', body })
const missing = () => json({ error: 'not found' }, 404)

/** A page elsewhere could point a name of its own at this machine; the inbox answers to the loopback's names only. */
const isLocal = ({ headers }: IncomingMessage) =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? '')

async function answerMail(request: IncomingMessage, mailbox: Mailbox, [id = '', view]: string[]): Promise<Answer> {
  if (request.method === 'DELETE') {
    if (id !== 'all') return mailbox.remove(id) ? json(true) : missing()
    mailbox.empty()
    return json(true)
  }
  const mail = await mailbox.find(id)
  if (!mail) return missing()
  if (view === undefined) return json(mail)
  if (view === 'html') return html(htmlPart((await mailbox.html(id)) ?? ''), partPolicy)
  if (view === 'view') return html(mailPage(mail, preferredLocale(request.headers['accept-language'])))
  return view === 'source' ? plain(mailbox.source(id) ?? '') : missing()
}

async function answer(request: IncomingMessage, mailbox: Mailbox): Promise<Answer> {
  if (!isLocal(request)) return plain('misdirected', 421)
  if (!['GET', 'HEAD', 'DELETE'].includes(request.method ?? '')) return plain('method not allowed', 405)
  const [first = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/').slice(1)
  if (first === 'email' && rest.length > 0) return answerMail(request, mailbox, rest)
  if (request.method === 'DELETE') return missing()
  if (first === '') return html(inboxPage(await mailbox.list(), preferredLocale(request.headers['accept-language'])))
  if (first === 'email' || (first === 'api' && rest[0] === 'messages')) return json(await mailbox.list())
  if (first === 'healthz') return plain(catcherName)
  return first === 'catcher.css' ? { status: 200, type: 'text/css; charset=utf-8', body: stylesheet } : missing()
}

/** The inbox: pages for people, JSON for programs. `smtpPort` is told to another catcher that wants to join. */
export function inboxDoor(mailbox: Mailbox, smtpPort: () => number): Server {
  return createServer((request, response) => {
    const send = ({ status, type, body, policy = "default-src 'none'" }: Answer) => {
      response.writeHead(status, {
        'Content-Type': type,
        'Content-Security-Policy': policy,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        'X-Smtp-Port': String(smtpPort()),
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    answer(request, mailbox).then(send, () => send(plain('this mail cannot be read', 500)))
  })
}
