import { randomBytes } from 'node:crypto'
import { createRequestHandler as createExpressHandler } from '@remix-run/express'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import express, { type Express, type Request as ExpressRequest } from 'express'
import { config } from '#app/infra/config.server.ts'
import type { Made } from '#app/infra/cache/answer-cache.server.ts'
import { sessionCookieName } from '#app/features/staff/session-cookie.ts'
import type {} from './load-context.ts'
import { networkKey } from './network.server.ts'
import { adminHeaders, machineHeaders, publicHeaders, type HeaderTable } from './security-headers.server.ts'

/** The build in use: fixed in production, fresh at each request while developing. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>)

const isAdmin = (path: string) => path === '/admin' || path.startsWith('/admin/') || path.startsWith('/admin.data')

export function headersFor(path: string, nonce: string): HeaderTable {
  const { production } = config()
  if (isAdmin(path)) return adminHeaders(production, nonce)
  return path.startsWith('/api/') ? machineHeaders(production) : publicHeaders(production)
}

function cookieOf(header: string | undefined): string | null {
  const name = sessionCookieName(config().production)
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))
  return found ? found.slice(name.length + 1) : null
}

/** What the front door decided about a request before Express sees it. */
export interface Decided {
  throttled: boolean
}

const decisions = new WeakMap<object, Decided>()
export const decide = (request: object, decided: Decided): void => void decisions.set(request, decided)

function contextOf(request: ExpressRequest, nonce: string): AppLoadContext {
  const now = new Date()
  return {
    nonce,
    now,
    network: networkKey(request, config().trustProxy, now),
    throttled: decisions.get(request)?.throttled ?? false,
    // The cookie opens the back office only; a public page that never sees it cannot depend on it.
    session: isAdmin(request.path) ? cookieOf(request.headers.cookie) : null,
  }
}

/** Express before Remix: headers, then pages. What is hot was answered before. */
export function pagesApp(build: BuildSource, before?: express.RequestHandler): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  if (before) app.use(before)
  const nonces = new WeakMap<object, string>()
  app.use((request, response, next) => {
    const nonce = randomBytes(18).toString('base64')
    nonces.set(request, nonce)
    const headers = headersFor(request.path, nonce)
    // Vite's hot reload brings inline scripts and a socket of its own.
    if (before) delete headers['Content-Security-Policy']
    response.set(headers)
    next()
  })
  const remix = createExpressHandler({
    build,
    getLoadContext: (request) => contextOf(request, nonces.get(request) ?? ''),
  })
  app.all('*', (request, response, next) => void remix(request, response, next))
  return app
}

/** Renders what is the same for everyone: no cookie, no language header, no network goes in, so that none can come out. */
export function anonymousPages(build: BuildSource): (address: string) => Promise<Made> {
  const handle = createRequestHandler(build)
  return async (address) => {
    const context: AppLoadContext = { nonce: '', now: new Date(), network: null, throttled: false, session: null }
    const response = await handle(new Request(new URL(address, config().appUrl)), context)
    const body = Buffer.from(await response.arrayBuffer())
    const own = Object.fromEntries([...response.headers].map(([name, value]) => [canonicalName(name), value]))
    const keep = response.status === 200 && (own['Cache-Control'] ?? '').includes('public')
    return { answer: { status: response.status, headers: { ...headersFor(address, ''), ...own }, body }, keep }
  }
}

const canonicalName = (name: string) => name.replace(/(^|-)[a-z]/g, (part) => part.toUpperCase())
