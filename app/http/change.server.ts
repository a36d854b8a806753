import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { config } from '#app/infra/config.server.ts'
import { fastLane } from './fast-lane.server.ts'
import { readFormFields } from './form-fields.server.ts'
import { networkKey } from './network.server.ts'
import { mayMutate } from './origin-guard.server.ts'
import { decide } from './pages.server.ts'
import { readBody } from './read-body.server.ts'
import { replay } from './replay.server.ts'
import type { HeaderTable } from './security-headers.server.ts'
import { throttle, type Purpose } from './throttle.server.ts'

interface Changing {
  origins: ReadonlySet<string>
  pages: RequestListener
  headers: HeaderTable
}

/** The form was sent from somewhere else. */
export class ForeignForm extends Error {
  override name = 'ForeignForm'
}

/** Bytes of a form. A testimony of 20,000 characters may take 180 KB once every accent is escaped. */
const mostBytes = (path: string) => (path.endsWith('/testify') || path.startsWith('/admin/') ? 512 * 1024 : 64 * 1024)
const limited: [RegExp, Purpose][] = [
  [/^\/(fr|en)\/[a-z0-9-]+\/sign$/, 'sign'],
  [/^\/(fr|en)\/[a-z0-9-]+\/testify$/, 'testify'],
  [/^\/admin\/enter\//, 'enter'],
]

/**
 * The road of everything that may change something: where it comes from, its size and encoding, how much its network has
 * done; then the fast lane, and for what needs a page Express and Remix, with the body read again.
 * @throws ForeignForm, TooLarge, BadForm, Overloaded
 */
export function changeRoad({ origins, pages, headers }: Changing) {
  const { trustProxy } = config()
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (!mayMutate({ method: request.method ?? '', path, headers: request.headers }, origins)) throw new ForeignForm()
    const body = await readBody(request, mostBytes(path))
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
    const fields = isForm || body.length === 0 ? readFormFields(body) : null
    const now = new Date()
    const purpose = limited.find(([pattern]) => pattern.test(path))?.[1]
    const throttled = purpose !== undefined && !(await throttle(purpose, networkKey(request, trustProxy, now)))
    const goTo = fields && request.method === 'POST' && !throttled ? await fastLane(path, fields, now) : null
    if (goTo !== null) {
      response.writeHead(303, { ...headers, Location: goTo, 'Cache-Control': 'no-store', 'Content-Length': '0' })
      response.end()
      return
    }
    const again = replay(request, body)
    decide(again, { throttled })
    pages(again, response)
  }
}
