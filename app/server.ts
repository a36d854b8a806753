import { setTimeout as pause } from 'node:timers/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { forgetShownCampaigns } from './features/campaigns/shown.server.ts'
import { touchWithCount } from './features/integrity/ledger-pace.ts'
import { onCountChange } from './features/signatures/queries/live-count.server.ts'
import { changeRoad } from './http/change.server.ts'
import { BadForm } from './http/form-fields.server.ts'
import { answerHealth, isHealth } from './http/health.server.ts'
import { answerMetrics, isMetrics } from './http/metrics.server.ts'
import { lookRoad, type Shelves } from './http/look.server.ts'
import { ourHosts, ourOrigins } from './http/origin-guard.server.ts'
import { anonymousPages, pagesApp, personalPages, type BuildSource } from './http/pages.server.ts'
import { Desk } from './http/pressure.server.ts'
import { isOneOfMany } from './http/public-address.server.ts'
import { Gone, TooLarge } from './http/read-body.server.ts'
import { refuseRequest } from './http/refusal.server.ts'
import { Interrupted, Refused, type RefusalStatus } from './http/refused.ts'
import { publicHeaders } from './http/security-headers.server.ts'
import { spelling } from './http/spelling.server.ts'
import { staticFiles } from './http/static-files.server.ts'
import { remainder, tooOld } from './http/taken-back.server.ts'
import { AnswerCache } from './infra/cache/answer-cache.server.ts'
import { storeAnswer } from './infra/cache/stored-answer.server.ts'
import { config } from './infra/config.server.ts'
import { Overloaded } from './infra/db/group-commit.ts'
import { listen } from './infra/db/listen.server.ts'
import { isReady } from './infra/db/ready.server.ts'
import { isUnavailable } from './infra/db/unavailable.server.ts'
import { log } from './infra/log/log.server.ts'

const secondsToDrain = 25
const millisecondsOfFarewell = 500

export interface FrontDoor {
  server: Server
  /** Stops accepting, lets accepted requests finish. */
  close: () => Promise<void>
}

export interface FrontDoorOptions {
  build: BuildSource
  /** The folder of built files; none while developing, when `before` serves them. */
  assets: string | null
  before?: Parameters<typeof pagesApp>[0]['before']
}

/** Pages under way at a time, for visitors and for the team: a crowd at the door does not keep the team out. */
const pagesAtOnce = 64
/** Searches under way at a time: who sends many different ones waits for the others of their kind, and nobody else does. */
const searchesAtOnce = 6
/** Bytes of searches kept: they push out each other, never the page of a campaign. */
const bytesOfSearches = 8 * 2 ** 20

/** The pages everyone shares, kept until what they show changes in any process. */
function keptPages(build: BuildSource, desk: Desk) {
  const make = anonymousPages(build)
  const once = desk.bound(make)
  const kept = new AnswerCache({ make: once, tooOld, remainder })
  const many = new AnswerCache({
    make: new Desk(searchesAtOnce).bound(make),
    maxBytes: bytesOfSearches,
    tooOld,
    remainder,
  })
  const shelf = (address: string) => (isOneOfMany(address) ? many : kept)
  const purge = () => {
    kept.purge()
    many.purge()
  }
  const touch = touchWithCount(kept)
  const unwatch = onCountChange(touch.changed)
  const listener = listen(
    {
      page() {
        forgetShownCampaigns()
        purge()
      },
    },
    purge,
  )
  const stop = async () => {
    unwatch()
    touch.stop()
    await listener.stop()
  }
  const shelves: Shelves = {
    ready: (address) => shelf(address).ready(address),
    get: (address) => shelf(address).get(address),
    once: async (address) => storeAnswer((await once(address)).answer),
  }
  return { kept: shelves, stop }
}

function statusOf(error: unknown): RefusalStatus {
  if (error instanceof Refused) return error.status
  if (error instanceof TooLarge) return 413
  if (error instanceof BadForm) return 400
  return error instanceof Overloaded || isUnavailable(error) ? 503 : 500
}

/** The front door. Who it is for, then one of two roads: to look, or to change something. */
export function openFrontDoor({ build, assets, before }: FrontDoorOptions): FrontDoor {
  const { appUrl, production } = config()
  const faultOf = spelling({ strict: assets !== null })
  const hosts = ourHosts(appUrl)
  const headers = publicHeaders(production)
  const desk = new Desk(pagesAtOnce)
  const pages = new Desk(pagesAtOnce).boundListener(pagesApp({ build, before, failed }))
  const shared = assets === null ? null : keptPages(build, desk)
  const files = assets === null ? () => undefined : staticFiles(assets, production)
  const personal = desk.boundPersonal(personalPages(build))
  const look = lookRoad({ files, kept: shared?.kept ?? null, personal, pages, headers })
  const change = changeRoad({ origins: ourOrigins(appUrl), personal, pages, headers })
  let closing = false

  function arrive(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    const { url = '/', method = '' } = request
    const refuse = (status: RefusalStatus) => refuseRequest({ request, response, build, status })
    // Whoever sends it, Remix would believe it. Asked first: deleting makes every later look at the headers slower.
    if (request.headers['x-forwarded-host'] !== undefined) delete request.headers['x-forwarded-host']
    if (closing) response.setHeader('Connection', 'close')
    if (isHealth(url) && (method === 'GET' || method === 'HEAD'))
      return answerHealth(url, response, async () => !closing && (await isReady()))
    if (isMetrics(url) && method === 'GET') return answerMetrics(request, response)
    if (!hosts.has((request.headers.host ?? '').toLowerCase())) return refuse(421)
    const fault = faultOf(url)
    if (fault) return refuse(fault)
    if (method === 'GET' || method === 'HEAD') return look(request, response)
    if (method === 'OPTIONS' && url.startsWith('/api/')) return pages(request, response)
    return method === 'POST' ? change(request, response) : refuse(405)
  }

  async function failed(error: unknown, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (error instanceof Gone || response.headersSent) return void response.destroy()
    const cause = error instanceof Interrupted ? error.cause : error
    const typed = error instanceof Interrupted || error instanceof Refused ? error.typed : null
    const status = statusOf(cause)
    // A refusal is decided, not a failure: a line for each would be work when there is too much of it.
    const decided = cause instanceof Refused || cause instanceof Overloaded
    if (status >= 500 && !decided) log.error('request failed', { method: request.method, status, error: cause })
    const retryAfter = error instanceof Refused ? error.retryAfter : undefined
    await refuseRequest({ request, response, build, status, typed, retryAfter })
  }

  const timeouts = { keepAliveTimeout: 65_000, requestTimeout: 60_000, headersTimeout: 20_000 }
  const server = createServer(timeouts, (request, response) => {
    const fail = (error: unknown) => void failed(error, request, response).catch(() => response.destroy())
    try {
      arrive(request, response)?.catch(fail)
    } catch (error) {
      fail(error)
    }
  })

  async function close(): Promise<void> {
    closing = true
    // A moment in which we still answer, with "Connection: close": proxies and clients go elsewhere by themselves.
    await pause(millisecondsOfFarewell)
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    // A connection whose answer was under way is idle only afterwards: sweep until none is left.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const hurry = setTimeout(() => server.closeAllConnections(), secondsToDrain * 1000)
    await ended
    clearInterval(sweep)
    clearTimeout(hurry)
    await shared?.stop()
  }

  return { server, close }
}
