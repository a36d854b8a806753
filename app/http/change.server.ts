import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { isKnownCampaign } from '#app/features/campaigns/shown.server.ts'
import { config } from '#app/infra/config.server.ts'
import { fastLane } from './fast-lane.server.ts'
import { mostFields, readFormFields } from './form-fields.server.ts'
import { filesIntake, publicIntake, type Hold } from './intake.server.ts'
import { visitorOf, type Visitor } from './network.server.ts'
import { fieldsOfStart, readMultipart, type MultipartForm } from './multipart.server.ts'
import { mayMutate } from './origin-guard.server.ts'
import type { AnswerPersonal } from './pages.server.ts'
import { turnstile } from './pressure.server.ts'
import { readBody, TooLarge } from './read-body.server.ts'
import { fieldsIfAny, isPublicForm } from './public-forms.server.ts'
import { purposeOf } from './purpose-of.server.ts'
import { Interrupted, Refused } from './refused.ts'
import { replay } from './replay.server.ts'
import type { HeaderTable } from './security-headers.server.ts'
import { bringsPicture, intakeOfTeam, isScan, mostScanBytes, multipart, withPicture } from './team-files.server.ts'
import { throttle } from './throttle.server.ts'

interface Changing {
  origins: ReadonlySet<string>
  /** The public forms, answered by their Remix routes. */
  personal: AnswerPersonal
  /** The back office and the machine interface. */
  pages: RequestListener
  headers: HeaderTable
}

interface Arrived {
  request: IncomingMessage
  response: ServerResponse
  path: string
}

interface Waits {
  hold: Hold
  /** Seconds. */
  retryAfter: number
}

/** The public forms that take files: an organisation with its logo, a testimony with what proves it. */
const withLogo = /\/organisations\/sign$/
const withFiles = /\/testify$/
const urlencoded = 'application/x-www-form-urlencoded'
/** Forms that bring a whole story: its deposit, the text that a witness corrects, the answer of somebody it speaks of. */
const isStory = (path: string) => withFiles.test(path) || path.endsWith('/inbox') || /\/(?:reply|answer)$/.test(path)
/** Bytes of a form. A testimony of 20,000 characters may take 180 KB once every accent is escaped. */
function mostBytes(path: string, type: string): number {
  // More than a logo may have, so that whoever chose too large a file is told beside what they typed.
  if (withLogo.test(path)) return 4 * 2 ** 20
  if (isDeposit(path, type)) return mostFileBytes + 512 * 1024
  if (path === sentAgain) return 528 * 1024 // with the link and where it goes
  return isStory(path) || path.startsWith('/admin/') ? 512 * 1024 : 64 * 1024
}

/** A testimony with files. Without a file chosen it is sent in the same way, and is small. */
const isDeposit = (path: string, type: string) => type === multipart && withFiles.test(path)
const mostFileBytes = 10 * 2 ** 20

/** Of a form that its limit refuses, what is still read to give it back: the longest testimony, and no logo. */
const mostGivenBack = 192 * 1024
const mostRedirects = 1000

const sentAgain = '/admin/again'

/** The headers of a redirect as the wire has them, made once: there are a few for each campaign. */
function redirectHeaders(headers: HeaderTable): (location: string) => string[] {
  const made = new Map<string, string[]>()
  return (location) => {
    const known = made.get(location)
    if (known) return known
    const own = { ...headers, Location: location, 'Cache-Control': 'no-store', 'Content-Length': '0' }
    const flat = Object.entries(own).flat()
    if (made.size >= mostRedirects) made.clear()
    made.set(location, flat)
    return flat
  }
}

/** Forms of which a body may be large. Their limit is asked before anything of it is in memory. */
const isHeavy = (path: string) => withLogo.test(path) || isStory(path)

/**
 * What a limit is about: a campaign's crowd takes nothing from another's. All that is no campaign is one subject: names that
 * somebody makes up would push out what is remembered of others.
 */
function subjectOf(path: string): string {
  const slug = path.startsWith('/admin/') ? '' : (path.split('/', 3)[2] ?? '')
  return isKnownCampaign(slug) ? slug : ''
}

const isStaff = (path: string) => path === '/admin' || path.startsWith('/admin/')
const isMachine = (path: string) => path.startsWith('/api/')

const roomFor = (path: string, type: string) => (isMachine(path) ? publicIntake() : intakeOfTeam(path, type))

function mediaType(request: IncomingMessage): string {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';', 1)
  return type.trim().toLowerCase()
}

/**
 * The fields of a public form. Mail programs press "unsubscribe" in encodings of their own (RFC 8058 §3.1) and their link says
 * everything: what of their body is no form of ours is not read. @throws Refused 415, BadForm
 */
async function formOf(request: IncomingMessage, path: string, body: Buffer): Promise<MultipartForm> {
  const files = new Map<string, readonly Uint8Array[]>()
  if (body.length === 0) return { fields: new Map(), files }
  const type = mediaType(request)
  if (path.includes('/unsubscribe/')) return { fields: type === urlencoded ? fieldsIfAny(body) : new Map(), files }
  if (type === multipart && isHeavy(path)) return readMultipart(body, request.headers['content-type'] ?? '')
  if (type !== urlencoded) throw new Refused(415)
  return { fields: readFormFields(body), files }
}

/** Seconds that this network has to wait; 0 when it may go on. */
function waitOf(path: string, visitor: Visitor, now: Date): number {
  const purpose = purposeOf(path)
  return purpose === undefined ? 0 : throttle(purpose, { ...visitor, about: subjectOf(path) }, now.getTime())
}

/** The body of a form that may be sent. What was typed before files that are too large comes back. @throws Refused, TooLarge, Gone */
async function wholeBody(request: IncomingMessage, path: string, hold: Hold): Promise<Buffer> {
  const type = mediaType(request)
  const keep = type === multipart ? mostGivenBack : 0
  try {
    return await readBody(request, { most: mostBytes(path, type), keep, hold })
  } catch (cause) {
    if (!(cause instanceof TooLarge) || cause.start.length === 0) throw cause
    throw new Refused(413, await fieldsOfStart(cause.start, request.headers['content-type'] ?? ''))
  }
}

/** A form as it came. */
type ArrivedForm = MultipartForm & { cutOff?: boolean }

/**
 * A testimony whose files are too large in all: they come last in the form, so that everything else is there and its page gives it
 * back to be sent without them. @throws the cause, when it is another
 */
function beforeTheFiles(request: IncomingMessage, path: string, cause: unknown): ArrivedForm {
  const isCutOff = cause instanceof Refused && cause.status === 413 && isDeposit(path, mediaType(request))
  if (!isCutOff || !cause.typed?.size) throw cause
  return { fields: cause.typed, files: new Map(), cutOff: true }
}

/** The body of a public form; of one that its limit refused already, what was typed and no files. @throws Refused, TooLarge, Gone */
async function bodyOf(request: IncomingMessage, path: string, { hold, retryAfter }: Waits): Promise<Buffer> {
  if (retryAfter === 0) return wholeBody(request, path, hold)
  const refused = new Refused(429, null, retryAfter)
  if (Number(request.headers['content-length'] ?? 0) > mostGivenBack) throw refused
  try {
    return await readBody(request, { most: mostGivenBack, hold })
  } catch (cause) {
    throw cause instanceof TooLarge ? refused : cause
  }
}

async function arrivedForm(request: IncomingMessage, path: string, waits: Waits): Promise<ArrivedForm> {
  try {
    return await formOf(request, path, await bodyOf(request, path, waits))
  } catch (cause) {
    return beforeTheFiles(request, path, cause)
  }
}

/**
 * The road of everything that may change something: where it comes from, what it is, its size and encoding, how much its network
 * has done; then the fast lane, and for what needs a page the Remix route of the same address.
 * @throws Refused, TooLarge, BadForm, Interrupted
 */
export function changeRoad({ origins, personal, pages, headers }: Changing) {
  const { trustProxy } = config()
  const gate = turnstile()
  const redirects = redirectHeaders(headers)

  async function staffOrMachine(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    delete request.headers.origin // judged; Remix would judge again, by rules of its own
    if (isScan(path, mediaType(request))) {
      const declared = Number(request.headers['content-length'])
      if (!(declared <= mostScanBytes)) throw new TooLarge()
      return pages(request, response)
    }
    const now = new Date()
    const visitor = visitorOf(request, trustProxy, now)
    const retryAfter = waitOf(path, visitor, now)
    if (retryAfter > 0) throw new Refused(429, null, retryAfter)
    const type = mediaType(request)
    const hold = roomFor(path, type).open(() => visitor.network)
    try {
      if (bringsPicture(path, type)) return pages(await withPicture(request, hold), response)
      const body = await readBody(request, { most: mostBytes(path, type), hold })
      // Read once more by the route; here only so that broken bytes end with 400 everywhere.
      if (mediaType(request) === urlencoded)
        readFormFields(body, path === sentAgain ? mostFields.again : mostFields.once)
      pages(replay(request, body), response)
    } finally {
      hold.release() // the pages have a bound of their own, and say nothing when they end
    }
  }

  async function fromAnyone({ request, response, path }: Arrived, hold: Hold): Promise<void> {
    const early = isHeavy(path) ? waitOf(path, visitorOf(request, trustProxy, new Date()), new Date()) : 0
    const { fields, files, cutOff } = await arrivedForm(request, path, { hold, retryAfter: early })
    const turn = gate.enter()
    if (turn !== null && !(await turn)) throw new Refused(503, fields)
    const now = new Date()
    const visitor = visitorOf(request, trustProxy, now)
    const retryAfter = isHeavy(path) ? early : waitOf(path, visitor, now)
    let goTo: string | null = null
    try {
      if (retryAfter === 0) goTo = await fastLane(path, fields, { now, visitor, from: request.headers.referer })
    } catch (cause) {
      throw new Interrupted(fields, cause)
    }
    if (goTo === null) return personal({ request, response, path, fields, files, cutOff, retryAfter })
    response.writeHead(303, redirects(goTo))
    response.end()
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (!mayMutate({ method: request.method ?? '', path, headers: request.headers }, origins)) throw new Refused(403)
    if (isStaff(path) || path.startsWith('/admin.data') || isMachine(path))
      return staffOrMachine(request, response, path)
    if (request.method !== 'POST' || !isPublicForm(path)) throw new Refused(405)
    const intake = isDeposit(path, mediaType(request)) ? filesIntake() : publicIntake()
    const hold = intake.open(() => visitorOf(request, trustProxy, new Date()).network)
    try {
      await fromAnyone({ request, response, path }, hold)
    } finally {
      hold.release()
    }
  }
}
