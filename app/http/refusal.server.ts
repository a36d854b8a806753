import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { isLocale, preferredLocale, type Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import type { FormFields } from './form-fields.server.ts'
import type { BuildSource } from './pages.server.ts'
import { takesSignatures } from './public-forms.server.ts'
import type { RefusalStatus } from './refused.ts'
import { machineHeaders, publicHeaders } from './security-headers.server.ts'

export interface Refusal {
  request: IncomingMessage
  response: ServerResponse
  build: BuildSource
  status: RefusalStatus
  typed?: FormFields | null
  /** Seconds, when they are known better than by the status. */
  retryAfter?: number
}

export interface ShownProblem {
  status: number
  locale: Locale
  /** What was typed, for the person to copy. */
  typed: string[]
}

/** The entry of the build also exports the error page, so that the front door can show it without a route. */
const renders = z.object({
  renderProblem: z.custom<(problem: ShownProblem) => string>((value) => typeof value === 'function'),
})

const mark = 'TYPED'
const markedItem = new RegExp(`(<blockquote[^>]*>)${mark}(</blockquote>)`)
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** The parts of a page that stay when what was typed changes. */
interface Template {
  before: string
  open: string
  close: string
  after: string
}

async function render(build: BuildSource, problem: ShownProblem): Promise<string> {
  const { entry } = typeof build === 'function' ? await build() : build
  return renders.parse({ ...entry.module }).renderProblem(problem)
}

async function makeTemplate(build: BuildSource, { typed, ...problem }: ShownProblem): Promise<Template> {
  const html = await render(build, { ...problem, typed: typed.length > 0 ? [mark] : [] })
  const [item = '', open = '', close = ''] = markedItem.exec(html) ?? []
  const at = item ? html.indexOf(item) : html.length
  return { before: html.slice(0, at), open, close, after: html.slice(at + item.length) }
}

/** Rendered once for each status and language: to refuse must cost less than to serve, or refusing helps nobody. */
async function page(build: BuildSource, problem: ShownProblem): Promise<string> {
  if (typeof build === 'function') return render(build, problem)
  const templates = singleton<Map<string, Promise<Template>>>('refusals', () => new Map())
  const key = `${problem.status} ${problem.locale} ${problem.typed.length > 0}`
  const making = templates.get(key) ?? makeTemplate(build, problem)
  templates.set(key, making)
  making.catch(() => templates.delete(key))
  const { before, open, close, after } = await making
  return `${before}${problem.typed.map((words) => `${open}${escape(words)}${close}`).join('')}${after}`
}

const extra: Partial<Record<RefusalStatus, Record<string, string>>> = {
  405: { Allow: 'GET, HEAD' },
  413: { Connection: 'close' },
  429: { 'Retry-After': '300' },
  503: { 'Retry-After': '5' },
}

/** Words of several letters; a tick or a code need not be typed again. */
const longEnough = 3
/** What a page sent along, or what others must not read from the screen: nobody has to copy it. */
const neverShown = new Set(['receipt', 'intent', 'once', 'draftVersion'])

const wordsOf = (typed: FormFields | null | undefined): string[] =>
  [...(typed ?? [])].flatMap(([name, values]) =>
    neverShown.has(name) ? [] : values.filter((value) => value.length >= longEnough),
  )

/** Refuses a request before any route saw it: a translated page, or problem+json (RFC 9457) for machines. */
export async function refuseRequest({ request, response, build, status, typed, retryAfter }: Refusal): Promise<void> {
  const { production } = config()
  const url = request.url ?? '/'
  const common: Record<string, string> = { 'Cache-Control': 'no-store', ...extra[status] }
  if (retryAfter !== undefined) common['Retry-After'] = String(retryAfter)
  if (url.startsWith('/api/')) {
    if (status === 405) common['Allow'] = takesSignatures(url) ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS'
    const body = JSON.stringify({ type: 'about:blank', title: titles[status], status, detail: details[status] })
    const type = { 'Content-Type': 'application/problem+json; charset=utf-8' }
    response.writeHead(status, { ...machineHeaders(production, takesSignatures(url)), ...common, ...type })
    return void response.end(body)
  }
  const [, first = ''] = url.split('/')
  const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language'])
  const html = Buffer.from(await page(build, { status, locale, typed: wordsOf(typed) }))
  response.writeHead(status, {
    ...publicHeaders(production),
    ...common,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': html.length,
  })
  response.end(request.method === 'HEAD' ? undefined : html)
}

const titles: Record<RefusalStatus, string> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  415: 'Unsupported media type',
  421: 'Misdirected request',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Service unavailable',
}

/** For programs, in the language of the machine interface. */
const details: Record<RefusalStatus, string> = {
  400: 'The address or the body holds bytes that we cannot read.',
  403: 'Pages of other sites may read, and send nothing. A program says no origin.',
  404: 'Nothing is served here. GET /api/v1/campaigns is a place to begin.',
  405: 'This method is not answered here.',
  413: 'The body is larger than 64 KiB.',
  415: 'The body has a media type that is not read here.',
  421: 'This site does not answer to the name in Host.',
  429: 'Come back in the seconds that Retry-After says.',
  500: 'The fault is ours and has been noted. Please try again later.',
  503: 'Too much arrives at once, or the service starts. Please ask again in the seconds that Retry-After says.',
}
