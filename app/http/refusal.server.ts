import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { isLocale, preferredLocale, type Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import type { FormFields } from './form-fields.server.ts'
import type { BuildSource } from './pages.server.ts'
import type { RefusalStatus } from './refused.ts'
import { machineHeaders, publicHeaders } from './security-headers.server.ts'

export interface Refusal {
  request: IncomingMessage
  response: ServerResponse
  build: BuildSource
  status: RefusalStatus
  typed?: FormFields | null
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

async function page(build: BuildSource, problem: ShownProblem): Promise<string> {
  const { entry } = typeof build === 'function' ? await build() : build
  return renders.parse({ ...entry.module }).renderProblem(problem)
}

const extra: Partial<Record<RefusalStatus, Record<string, string>>> = {
  405: { Allow: 'GET, HEAD' },
  413: { Connection: 'close' },
  429: { 'Retry-After': '300' },
  503: { 'Retry-After': '5' },
}

/** Words of several letters; a tick or a code need not be typed again. */
const longEnough = 3

/** Refuses a request before any route saw it: a translated page, or problem+json (RFC 9457) for machines. */
export async function refuseRequest({ request, response, build, status, typed }: Refusal): Promise<void> {
  const { production } = config()
  const url = request.url ?? '/'
  const common = { 'Cache-Control': 'no-store', ...extra[status] }
  if (url.startsWith('/api/')) {
    const body = JSON.stringify({ type: 'about:blank', title: titles[status], status })
    response.writeHead(status, { ...machineHeaders(production), ...common, 'Content-Type': 'application/problem+json' })
    return void response.end(body)
  }
  const [, first = ''] = url.split('/')
  const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language'])
  const words = [...(typed?.values() ?? [])].flat().filter((value) => value.length >= longEnough)
  const html = request.method === 'HEAD' ? undefined : await page(build, { status, locale, typed: words })
  response.writeHead(status, { ...publicHeaders(production), ...common, 'Content-Type': 'text/html; charset=utf-8' })
  response.end(html)
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
