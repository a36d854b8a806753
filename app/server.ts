import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'
import type { Express } from 'express'
import { forgetShownCampaigns } from './features/campaigns/shown.server.ts'
import { onCountChange } from './features/signatures/queries/live-count.server.ts'
import { preferredLocale } from './i18n/locale.ts'
import { BadForm, readFormFields, type FormFields } from './http/form-fields.server.ts'
import { fastLane } from './http/fast-lane.server.ts'
import { liveCountAnswer } from './http/count-answer.server.ts'
import { networkKey } from './http/network.server.ts'
import { mayMutate, ourHosts, ourOrigins } from './http/origin-guard.server.ts'
import { anonymousPages, decide, pagesApp, type BuildSource } from './http/pages.server.ts'
import { publicAddress } from './http/public-address.server.ts'
import { Gone, readBody, TooLarge } from './http/read-body.server.ts'
import { refuseRequest } from './http/refusal.server.ts'
import { replay } from './http/replay.server.ts'
import { answerHealth, isHealth } from './http/health.server.ts'
import { publicHeaders } from './http/security-headers.server.ts'
import { staticFiles } from './http/static-files.server.ts'
import { throttle } from './http/throttle.server.ts'
import { AnswerCache } from './infra/cache/answer-cache.server.ts'
import { sendStored } from './infra/cache/stored-answer.server.ts'
import { config } from './infra/config.server.ts'
import { Overloaded } from './infra/db/group-commit.ts'
import { listen } from './infra/db/listen.server.ts'
import { log } from './infra/log/log.server.ts'

/** Bytes of a form. A testimony of 20,000 characters may take 180 KB once every accent is escaped. */
const mostFormBytes = (path: string) => (path.endsWith('/testify') || path.startsWith('/admin/') ? 512 * 1024 : 64 * 1024)
const secondsToDrain = 25

export interface FrontDoor {
  server: Server
  /** Stops accepting, lets accepted requests finish. */
  close(): Promise<void>
}

export interface FrontDoorOptions {
  build: BuildSource
  /** The folder of built files; none while developing, when `before` serves them. */
  assets: string | null
  before?: Parameters<typeof pagesApp>[1]
}

const inert = (method: string | undefined) => method === 'GET' || method === 'HEAD'

/**
 * The front door. In this order, so that the hot requests meet the least: host → files → count and kept pages → for what
 * changes something: where it comes from, its size and encoding, the fast lane → Express and Remix.
 */
export function openFrontDoor({ build, assets, before }: FrontDoorOptions): FrontDoor {
  const { appUrl, production, trustProxy } = config()
  const hosts = ourHosts(appUrl)
  const origins = ourOrigins(appUrl)
  const files = assets === null ? () => undefined : staticFiles(assets, production)
  const pages: Express = pagesApp(build, before)
  const cache = new AnswerCache({ make: anonymousPages(build) })
  const seeOther = publicHeaders(production)
  let closing = false

  const unwatch = onCountChange(() => cache.touch(() => true))
  const watch = listen(
    {
      page: () => {
        forgetShownCampaigns()
        cache.purge()
      },
    },
    () => cache.purge(),
  )

  function look(request: IncomingMessage, response: ServerResponse, url: string): void | Promise<void> {
    const file = files(url.split('?', 1)[0] ?? url)
    if (file) return file.then((stored) => sendStored(request, response, stored))
    if (url === '/') {
      response.writeHead(302, { ...seeOther, Location: `/${preferredLocale(request.headers['accept-language'])}`, Vary: 'Accept-Language' })
      return void response.end()
    }
    const count = liveCountAnswer(url)
    if (count) return count.then((stored) => (stored ? sendStored(request, response, stored) : void pages(request, response)))
    const address = assets === null ? null : publicAddress(url)
    if (address === null) return void pages(request, response)
    const ready = cache.ready(address)
    if (ready) return sendStored(request, response, ready)
    return cache.get(address).then((stored) => sendStored(request, response, stored))
  }

  async function change(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const where = url.split('?', 1)[0] ?? url
    if (!mayMutate({ method: request.method ?? '', path: where, headers: request.headers }, origins)) return refuse(request, response, 403)
    const body = await readBody(request, mostFormBytes(where))
    const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
    const fields: FormFields | null = isForm ? readFormFields(body) : null
    const now = new Date()
    const isSigning = /^\/(fr|en)\/[a-z0-9-]+\/sign$/.test(where)
    const throttled = isSigning && !(await throttle('sign', networkKey(request, trustProxy, now)))
    const goTo = fields && request.method === 'POST' && !throttled ? await fastLane(where, fields, now) : null
    if (goTo !== null) {
      response.writeHead(303, { ...seeOther, Location: goTo, 'Cache-Control': 'no-store', 'Content-Length': '0' })
      return void response.end()
    }
    const again = replay(request, body)
    decide(again, { throttled })
    pages(again, response)
  }

  const refuse = (request: IncomingMessage, response: ServerResponse, status: number) => refuseRequest({ request, response, build, status })

  async function arrive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    delete request.headers['x-forwarded-host'] // whoever sends it, Remix would believe it
    if (closing) response.setHeader('Connection', 'close')
    if (isHealth(url)) return answerHealth(url, response, closing)
    if (!hosts.has((request.headers.host ?? '').toLowerCase())) return refuse(request, response, 421)
    if (!/^\/(?!\/)[\x21-\x7e]*$/.test(url)) return refuse(request, response, 400)
    if (inert(request.method)) return look(request, response, url)
    return change(request, response, url)
  }

  async function failed(error: unknown, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (error instanceof Gone || response.headersSent) return void response.destroy()
    const status = error instanceof TooLarge ? 413 : error instanceof BadForm ? 400 : error instanceof Overloaded ? 503 : isUnavailable(error) ? 503 : 500
    if (status >= 500) log.error('request failed', { method: request.method, status, error })
    if (status === 413) response.setHeader('Connection', 'close')
    if (status === 503) response.setHeader('Retry-After', '5')
    await refuse(request, response, status)
  }

  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000, headersTimeout: 20_000, connectionsCheckingInterval: 5000 }, (request, response) => {
    arrive(request, response).catch((error: unknown) => failed(error, request, response).catch(() => response.destroy()))
  })

  return {
    server,
    async close() {
      closing = true
      unwatch()
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const hurry = setTimeout(() => server.closeAllConnections(), secondsToDrain * 1000)
      await ended
      clearTimeout(hurry)
      await watch.stop()
    },
  }
}

/** The database cannot be reached or is shutting down: nobody's fault, and soon over. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && (/connect|terminat|timeout exceeded/i.test(error.message) || ('code' in error && /^(ECONN|57P0|08)/.test(String(error.code))))

/** Where the build is found, from the project's root. */
export const buildFolder = path.resolve(import.meta.dirname, '..', 'build')
