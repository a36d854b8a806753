import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { preferredLocale } from '#app/i18n/locale.ts'
import type { AnswerCache } from '#app/infra/cache/answer-cache.server.ts'
import { sendStored, type StoredAnswer } from '#app/infra/cache/stored-answer.server.ts'
import { config } from '#app/infra/config.server.ts'
import { liveCountAnswer } from './count-answer.server.ts'
import { visitorOf } from './network.server.ts'
import { isSearch, publicAddress } from './public-address.server.ts'
import { isAdmin, type AnswerPersonal } from './pages.server.ts'
import { Refused } from './refused.ts'
import type { HeaderTable } from './security-headers.server.ts'
import { throttle } from './throttle.server.ts'

/** What is kept, wherever it is kept. */
export interface Shelves extends Pick<AnswerCache, 'ready' | 'get'> {
  /** Makes what is the same for everyone and of which there is too much to keep any: proofs of the log. */
  once: (address: string) => Promise<StoredAnswer>
}

interface Looking {
  /** A built file by its address. */
  files: (address: string) => Promise<StoredAnswer> | undefined
  /** Pages that are the same for everyone; `null` while developing, when each request renders anew. */
  kept: Shelves | null
  /** What is one person's. */
  personal: AnswerPersonal
  /** The team's pages. */
  pages: RequestListener
  headers: HeaderTable
}

/** Answered to one program alone: work for its form. */
const isForOne = (url: string) => /^\/api\/[^?]*\/challenge(?:\?|$)/.test(url)

/** Forms with a list of all that they may be about: made for one person, and read from the database each time. */
const isBuiltAnew = /\/(?:answer|remedies\/barometer)(?:\?|$)/

type Look = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** The road of GET and HEAD, hot things first: files, the live count, kept pages, then Express and Remix. Changes nothing. */
export function lookRoad({ files, kept, personal, pages, headers }: Looking): Look {
  const { trustProxy } = config()

  function greet(request: IncomingMessage, response: ServerResponse): void {
    const locale = preferredLocale(request.headers['accept-language'])
    response.writeHead(302, { ...headers, Location: `/${locale}`, Vary: 'Accept-Language', 'Content-Length': '0' })
    response.end()
  }

  /** What has to be made for whoever asks, a network may ask so often. @throws Refused */
  function bound(request: IncomingMessage, purpose: 'read' | 'search'): void {
    const now = new Date()
    const wait = throttle(purpose, { ...visitorOf(request, trustProxy, now), about: '' }, now.getTime())
    if (wait > 0) throw new Refused(429, null, wait)
  }

  function machineOrTeam(request: IncomingMessage, response: ServerResponse, url: string): void | Promise<void> {
    const address = kept && publicAddress(url)
    if (address) return fromKept(request, response, address)
    if (!url.startsWith('/api/')) return pages(request, response)
    bound(request, 'read')
    if (!kept || isForOne(url)) return pages(request, response)
    return kept.once(url).then((stored) => sendStored(request, response, stored))
  }

  function fromKept(request: IncomingMessage, response: ServerResponse, address: string): void | Promise<void> {
    const ready = kept?.ready(address)
    if (ready) return sendStored(request, response, ready)
    if (isSearch(address)) bound(request, 'search')
    return kept?.get(address).then((stored) => {
      // A picture has no words to say that it does not exist: our page says it.
      if (stored.status === 404 && stored.body.identity.length === 0) throw new Refused(404)
      sendStored(request, response, stored)
    })
  }

  function page(request: IncomingMessage, response: ServerResponse, url: string): void | Promise<void> {
    if (!kept || isAdmin(url) || url.startsWith('/api/') || url.startsWith('/oembed') || url.startsWith('/__manifest'))
      return machineOrTeam(request, response, url)
    const address = publicAddress(url)
    if (!address && isBuiltAnew.test(url)) bound(request, 'read')
    if (!address) return personal({ request, response, path: url.split('?', 1)[0] ?? url, fields: null, retryAfter: 0 })
    return fromKept(request, response, address)
  }

  return (request, response) => {
    const url = request.url ?? '/'
    const question = url.indexOf('?')
    const path = question === -1 ? url : url.slice(0, question)
    const file = files(path)
    if (file) return file.then((stored) => sendStored(request, response, stored))
    if (path === '/') return greet(request, response)
    const count = liveCountAnswer(url)
    if (!count) return page(request, response, url)
    if (!(count instanceof Promise)) return sendStored(request, response, count)
    return count.then((stored) => (stored ? sendStored(request, response, stored) : page(request, response, url)))
  }
}
