import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler as createExpressHandler } from '@remix-run/express'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { sessionCookieName } from '#app/features/staff/session-cookie.ts'
import type { Made } from '#app/infra/cache/answer-cache.server.ts'
import { config } from '#app/infra/config.server.ts'
import type { FormFields } from './form-fields.server.ts'
import type {} from './load-context.ts'
import { networkKey } from './network.server.ts'
import { Refused } from './refused.ts'
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

type Arrived = Pick<IncomingMessage, 'headers' | 'socket'> & { path: string }

function contextOf(request: Arrived, nonce: string): AppLoadContext {
  const now = new Date()
  return {
    nonce,
    now,
    network: networkKey(request, config().trustProxy, now),
    throttled: false,
    // The cookie opens the back office only; a public page that never sees it cannot depend on it.
    session: isAdmin(request.path) ? cookieOf(request.headers.cookie) : null,
  }
}

/** Express before Remix: headers, then pages. What is hot was answered before. `failed` ends what breaks. */
export function pagesApp(build: BuildSource, failed: ErrorRequestHandler, before?: express.RequestHandler): Express {
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
  app.use(failed)
  return app
}

const canonicalName = (name: string) => name.replace(/(^|-)[a-z]/g, (part) => part.toUpperCase())
const ownHeaders = (response: Response): HeaderTable =>
  Object.fromEntries([...response.headers].map(([name, value]) => [canonicalName(name), value]))

/**
 * Renders what is the same for everyone: no cookie, no language header, no network goes in, so that none can come out.
 * @throws Refused when it cannot be made now; an older one may serve
 */
export function anonymousPages(build: BuildSource): (address: string) => Promise<Made> {
  const handle = createRequestHandler(build)
  return async (address) => {
    const context: AppLoadContext = { nonce: '', now: new Date(), network: null, throttled: false, session: null }
    const response = await handle(new Request(new URL(address, config().appUrl)), context)
    if (response.status >= 500) throw new Refused(503)
    const body = Buffer.from(await response.arrayBuffer())
    const own = ownHeaders(response)
    const keep = response.status === 200 && (own['Cache-Control'] ?? '').includes('public')
    return { answer: { status: response.status, headers: { ...headersFor(address, ''), ...own }, body }, keep }
  }
}

interface SentForm {
  request: IncomingMessage
  response: ServerResponse
  path: string
  fields: FormFields
  throttled: boolean
}

export type AnswerForm = (form: SentForm) => Promise<void>

const written = (fields: FormFields) =>
  new URLSearchParams([...fields].flatMap(([name, values]) => values.map((value) => [name, value]))).toString()

/** Answers a public form by its Remix route. What it typed comes back even when the route breaks. @throws Refused 503 */
export function formPages(build: BuildSource): AnswerForm {
  const handle = createRequestHandler(build)
  return async ({ request, response, path, fields, throttled }) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const sent = new Request(new URL(path, config().appUrl), { method: 'POST', headers, body: written(fields) })
    const context = {
      ...contextOf({ ...request, headers: request.headers, socket: request.socket, path }, ''),
      throttled,
    }
    const answer = await handle(sent, context)
    if (answer.status >= 500) throw new Refused(503, fields)
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...headersFor(path, ''), ...ownHeaders(answer), 'Content-Length': body.length })
    response.end(body)
  }
}
