import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler as createExpressHandler } from '@remix-run/express'
import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import express, { type Express } from 'express'
import { sessionCookieName } from '#app/features/staff/session-cookie.ts'
import type { Made } from '#app/infra/cache/answer-cache.server.ts'
import { sendStored, storeAnswer } from '#app/infra/cache/stored-answer.server.ts'
import { config } from '#app/infra/config.server.ts'
import type { FormFields } from './form-fields.server.ts'
import type {} from './load-context.ts'
import type { FormFiles } from './multipart.server.ts'
import { visitorOf } from './network.server.ts'
import { takesSignatures } from './public-forms.server.ts'
import { Refused } from './refused.ts'
import {
  adminHeaders,
  badgeHeaders,
  embedGuideHeaders,
  embedHeaders,
  letterHeaders,
  machineHeaders,
  mediaHeaders,
  publicHeaders,
  silentHeaders,
  type HeaderTable,
} from './security-headers.server.ts'

/** The build in use: fixed in production, fresh at each request while developing. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>)

export const isAdmin = (path: string) =>
  path === '/admin' || path.startsWith('/admin/') || path.startsWith('/admin.data')

/** A letter as a mail program shows it, in a frame of the team's own pages. */
const isLetter = (path: string) =>
  /^\/admin\/mailings\/[\da-f-]{36}\/letter\/(?:fr|en)$/.test(path) ||
  /^\/admin\/campaigns\/[\da-z-]{1,100}\/addressee\/letter\/[a-z]{1,10}$/.test(path)

/** Where a letter is written, a deadline or a score reckoned: all of it stays in the browser. The barometer sends a form. */
const isSilent = (path: string) =>
  /^\/(?:fr|en)\/[a-z0-9-]+\/(?:scoring|remedies(?:\/(?!barometer)[a-z0-9-]+)?)\/?(?:\?|$)/.test(path)

/** What other sites show of ours, and the page that tells how; addresses may bring their question. */
function headersForOtherSites(path: string, production: boolean): HeaderTable | null {
  if (/^\/embed\/[^/]+$/.test(path)) return embedHeaders(production)
  if (path.startsWith('/badge/')) return badgeHeaders(production)
  if (path.startsWith('/og/')) return mediaHeaders(production)
  if (/^\/oembed(?:\?|$)/.test(path)) return machineHeaders(production)
  return /^\/(?:fr|en)\/[a-z0-9-]+\/embed$/.test(path) ? embedGuideHeaders(production) : null
}

export function headersFor(path: string, nonce: string): HeaderTable {
  const { production } = config()
  if (isLetter(path)) return letterHeaders(production)
  if (isAdmin(path)) return adminHeaders(production, nonce)
  if (path.startsWith('/media/')) return mediaHeaders(production)
  const shared = headersForOtherSites(path, production)
  if (shared) return shared
  if (isSilent(path)) return silentHeaders(production)
  return path.startsWith('/api/') ? machineHeaders(production, takesSignatures(path)) : publicHeaders(production)
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
    ...visitorOf(request, config().trustProxy, now),
    throttled: false,
    // The cookie opens the back office only; a public page that never sees it cannot depend on it.
    session: isAdmin(request.path) ? cookieOf(request.headers.cookie) : null,
  }
}

interface Composed {
  build: BuildSource
  /** Vite, while developing. */
  before?: express.RequestHandler
  /** Ends what breaks: Express would send its own page, with the trace. */
  failed: (error: unknown, request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Express before Remix: headers, then pages. What is hot was answered before. */
export function pagesApp({ build, before, failed }: Composed): Express {
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
  app.use((request, response) => void remix(request, response, (error) => void failed(error, request, response)))
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
    const context: AppLoadContext = {
      nonce: '',
      now: new Date(),
      network: null,
      shared: false,
      throttled: false,
      session: null,
    }
    const response = await handle(new Request(new URL(address, config().appUrl)), context)
    if (response.status >= 500) throw new Refused(503)
    const body = Buffer.from(await response.arrayBuffer())
    const own = ownHeaders(response)
    const keep = response.status === 200 && (own['Cache-Control'] ?? '').includes('public')
    const headers = { ...headersFor(address, ''), 'Cache-Control': 'no-store', ...own }
    return { answer: { status: response.status, headers, body }, keep }
  }
}

/** A public page that is one person's, or a public form. */
export interface PersonalRequest {
  request: IncomingMessage
  response: ServerResponse
  path: string
  /** What a form sent; `null` to look. */
  fields: FormFields | null
  /** The files of a public form that takes any. */
  files?: FormFiles
  /** It was too large to be read whole: what stood before its files is here, and no file. */
  cutOff?: boolean
  /** Seconds that this network has to wait before it may send this form; 0 when it may. */
  retryAfter: number
}

export type AnswerPersonal = (asked: PersonalRequest) => Promise<void>

const written = (fields: FormFields) =>
  new URLSearchParams([...fields].flatMap(([name, values]) => values.map((value) => [name, value]))).toString()

function asFetched(path: string, fields: FormFields | null): Request {
  const url = new URL(path, config().appUrl)
  if (fields === null) return new Request(url)
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Request(url, { method: 'POST', headers, body: written(fields) })
}

/**
 * Answers what is one person's by its Remix route: links of mails, the deposit of a testimony, forms that need a page. Nothing of
 * the request goes in but its path and its fields. What was typed comes back even when the route breaks. @throws Refused 503
 */
export function personalPages(build: BuildSource): AnswerPersonal {
  const handle = createRequestHandler(build)
  return async ({ request, response, path, fields, files, cutOff, retryAfter }) => {
    const { headers, socket } = request
    const answer = await handle(asFetched(path, fields), {
      ...contextOf({ headers, socket, path }, ''),
      throttled: retryAfter > 0,
      files,
      cutOff,
    })
    if (answer.status >= 500) throw new Refused(503, fields)
    const table: HeaderTable = { ...headersFor(path, ''), 'Cache-Control': 'no-store', ...ownHeaders(answer) }
    if (cutOff) table['Connection'] = 'close' // the rest of it may still be on its way
    if (answer.status === 429 && retryAfter > 0) table['Retry-After'] = String(retryAfter)
    const body = Buffer.from(await answer.arrayBuffer())
    if (fields === null)
      sendStored(request, response, await storeAnswer({ status: answer.status, headers: table, body }, 4))
    else {
      // Not packed: beside what a stranger typed, the length of a packed page could tell what else is on it (BREACH).
      response.writeHead(answer.status, { ...table, 'Content-Length': body.length })
      response.end(body)
    }
  }
}
