import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, preferredLocale } from '#app/i18n/locale.ts'
import type { BuildSource } from './pages.server.ts'
import { machineHeaders, publicHeaders } from './security-headers.server.ts'
import { config } from '#app/infra/config.server.ts'
import { z } from 'zod'

export interface Refusal {
  request: IncomingMessage
  response: ServerResponse
  build: BuildSource
  status: number
}

/** The entry of the build also exports the error page, so that the front door can show it without a route. */
const renders = z.object({
  renderProblem: z.custom<(status: number, locale: 'fr' | 'en') => string>((value) => typeof value === 'function'),
})

async function page(build: BuildSource, status: number, locale: 'fr' | 'en'): Promise<string> {
  const { entry } = typeof build === 'function' ? await build() : build
  return renders.parse({ ...entry.module }).renderProblem(status, locale)
}

/** Refuses a request before any route saw it: a translated page, or problem+json (RFC 9457) for machines. */
export async function refuseRequest({ request, response, build, status }: Refusal): Promise<void> {
  const { production } = config()
  const url = request.url ?? '/'
  const retry = { 'Cache-Control': 'no-store' }
  if (url.startsWith('/api/')) {
    const body = JSON.stringify({ type: 'about:blank', title: titles[status] ?? 'Error', status })
    response.writeHead(status, { ...machineHeaders(production), ...retry, 'Content-Type': 'application/problem+json' })
    return void response.end(body)
  }
  const [, first = ''] = url.split('/')
  const locale = isLocale(first) ? first : preferredLocale(request.headers['accept-language'])
  response.writeHead(status, { ...publicHeaders(production), ...retry, 'Content-Type': 'text/html; charset=utf-8' })
  response.end(request.method === 'HEAD' ? undefined : await page(build, status, locale))
}

const titles: Record<number, string> = {
  400: 'Bad request',
  403: 'Forbidden',
  405: 'Method not allowed',
  413: 'Content too large',
  421: 'Misdirected request',
  500: 'Internal error',
  503: 'Service unavailable',
}
