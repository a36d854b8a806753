import { lookup } from 'node:dns/promises'
import { request as plain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as secured } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isOutside, isThisMachine, readOutsideUrl } from './outside-address.ts'

/** What was in the way: its address, its name, who it is, a redirect, or time. */
export type SendFault =
  'address' | 'unknown-host' | 'not-outside' | 'redirect' | 'certificate' | 'unreachable' | 'timeout'

export type Sent = { outcome: 'answered'; status: number } | { outcome: 'failed'; fault: SendFault }

export interface Message {
  url: string
  headers: Record<string, string>
  body: string
  /** Without https of our own, this machine may be called. */
  tryingOut: boolean
  /** Milliseconds for all of it. */
  patience?: number
}

const failed = (fault: SendFault): Sent => ({ outcome: 'failed', fault })

interface Found {
  address: string
  family: number
}

/** Every address of a name, when all of them may be called: whoever answers with two would choose by chance. */
async function addressOf(host: string, tryingOut: boolean): Promise<Found | SendFault> {
  const found = await lookup(host.replace(/^\[(.*)\]$/, '$1'), { all: true, verbatim: true }).catch(() => [])
  const [first] = found
  if (!first) return 'unknown-host'
  const mayCall = (address: string) => isOutside(address) || (tryingOut && isThisMachine(address))
  return found.every(({ address }) => mayCall(address)) ? first : 'not-outside'
}

/** The connection goes to the address that was judged, whatever the name says by then (DNS rebinding). */
const pinned =
  ({ address, family }: Found): LookupFunction =>
  (_host, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)

const tlsFault = /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_SSL)/
const faultOf = (error: Error & { code?: string }): SendFault => {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return tlsFault.test(error.code ?? '') ? 'certificate' : 'unreachable'
}

function exchange(url: URL, body: string, options: RequestOptions): Promise<Sent> {
  return new Promise((resolve) => {
    const heard = (answer: IncomingMessage) => {
      const { statusCode: status = 0 } = answer
      answer.destroy() // what they say is not read
      resolve(status >= 300 && status < 400 ? failed('redirect') : { outcome: 'answered', status })
    }
    const asking = url.protocol === 'https:' ? secured(url, options, heard) : plain(url, options, heard)
    asking.on('error', (error) => resolve(failed(faultOf(error))))
    asking.end(body)
  })
}

/**
 * Posts to an address that somebody else chose. Nothing inside can be reached by it: the name is looked up once, every address it has
 * must be one of the open internet, and the connection goes to the one that was judged. Redirects are not followed, the answer is not
 * read. Never throws.
 */
export async function sendOutside({ url: typed, headers, body, tryingOut, patience = 10_000 }: Message): Promise<Sent> {
  const url = readOutsideUrl(typed, { tryingOut })
  if (typeof url === 'string') return failed('address')
  const found = await addressOf(url.hostname, tryingOut)
  if (typeof found === 'string') return failed(found)
  return exchange(url, body, {
    method: 'POST',
    headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
    lookup: pinned(found),
    agent: false,
    signal: AbortSignal.timeout(patience),
  })
}
