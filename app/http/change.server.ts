import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { config } from '#app/infra/config.server.ts'
import { fastLane } from './fast-lane.server.ts'
import { readFormFields, type FormFields } from './form-fields.server.ts'
import { networkKey } from './network.server.ts'
import { mayMutate } from './origin-guard.server.ts'
import type { AnswerPersonal } from './pages.server.ts'
import { readBody } from './read-body.server.ts'
import { Interrupted, Refused } from './refused.ts'
import { replay } from './replay.server.ts'
import type { HeaderTable } from './security-headers.server.ts'
import { throttle, type Purpose } from './throttle.server.ts'

interface Changing {
  origins: ReadonlySet<string>
  /** The public forms, answered by their Remix routes. */
  personal: AnswerPersonal
  /** The back office and the machine interface. */
  pages: RequestListener
  headers: HeaderTable
}

/** Bytes of a form. A testimony of 20,000 characters may take 180 KB once every accent is escaped. */
const mostBytes = (path: string) => (path.endsWith('/testify') || path.startsWith('/admin/') ? 512 * 1024 : 64 * 1024)

/** Every public address that takes a form. Remix would match other spellings of them too, past every limit: only these go in. */
const publicForm = /^\/(?:fr|en)\/(?:(?:confirm|unsubscribe)\/[\w-]{1,200}|[a-z0-9-]{1,100}\/(?:sign|testify))$/
const limited: [RegExp, Purpose][] = [
  [/\/sign$/, 'sign'],
  [/\/testify$/, 'testify'],
  [/^\/admin\/enter\//, 'enter'],
]

const isStaff = (path: string) => path === '/admin' || path.startsWith('/admin/')
const isMachine = (path: string) => path.startsWith('/api/')

function mediaType(request: IncomingMessage): string {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';', 1)
  return type.trim().toLowerCase()
}

/**
 * The fields of a public form. Mail programs press "unsubscribe" in encodings of their own (RFC 8058 §3.1) and their link says
 * everything, so that their body is not read. @throws Refused 415, BadForm
 */
function fieldsOf(request: IncomingMessage, path: string, body: Buffer): FormFields {
  if (body.length === 0 || path.includes('/unsubscribe/')) return new Map()
  if (mediaType(request) !== 'application/x-www-form-urlencoded') throw new Refused(415)
  return readFormFields(body)
}

/**
 * The road of everything that may change something: where it comes from, what it is, its size and encoding, how much its network
 * has done; then the fast lane, and for what needs a page the Remix route of the same address.
 * @throws Refused, TooLarge, BadForm, Interrupted
 */
export function changeRoad({ origins, personal, pages, headers }: Changing) {
  const { trustProxy } = config()

  async function allowance(request: IncomingMessage, path: string): Promise<boolean> {
    const purpose = limited.find(([pattern]) => pattern.test(path))?.[1]
    return purpose === undefined || throttle(purpose, networkKey(request, trustProxy, new Date()))
  }

  async function staffOrMachine(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const body = await readBody(request, mostBytes(path))
    // Read once more by the route; here only so that broken bytes end with 400 everywhere.
    if (mediaType(request) === 'application/x-www-form-urlencoded') readFormFields(body)
    if (!(await allowance(request, path))) throw new Refused(429)
    pages(replay(request, body), response)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (!mayMutate({ method: request.method ?? '', path, headers: request.headers }, origins)) throw new Refused(403)
    delete request.headers.origin // judged; Remix would judge again, by rules of its own
    if (isStaff(path) || path.startsWith('/admin.data') || isMachine(path))
      return staffOrMachine(request, response, path)
    if (request.method !== 'POST' || !publicForm.test(path)) throw new Refused(405)
    const fields = fieldsOf(request, path, await readBody(request, mostBytes(path)))
    const allowed = await allowance(request, path)
    const keepTyped = (cause: unknown) => {
      throw new Interrupted(fields, cause)
    }
    const goTo = allowed ? await fastLane(path, fields, new Date()).catch(keepTyped) : null
    if (goTo === null) return personal({ request, response, path, fields, throttled: !allowed })
    response.writeHead(303, { ...headers, Location: goTo, 'Cache-Control': 'no-store', 'Content-Length': '0' })
    response.end()
  }
}
