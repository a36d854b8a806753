import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

type Encoding = 'br' | 'gzip' | 'identity'

/** An answer ready to be sent many times: headers and bytes are made once. */
export interface StoredAnswer {
  status: number
  body: Record<Encoding, Buffer>
  /** Name and value by turns, as `writeHead` takes them without copying. */
  headers: Record<Encoding, string[]>
  notModified: Record<Encoding, string[]>
  etag: string
  bytes: number
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

const compressible = /^(text\/|application\/(json|javascript|xml|problem\+json|atom\+xml)|image\/svg)/

async function encode(body: Buffer, type: string, effort: number): Promise<Record<Encoding, Buffer>> {
  if (!compressible.test(type) || body.length < 512) return { identity: body, gzip: body, br: body }
  const [gzipped, brotlied] = await Promise.all([
    zip(body, { level: Math.min(effort, 9) }),
    brotli(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: effort, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  ])
  return { identity: body, gzip: gzipped, br: brotlied }
}

/** Makes an answer ready. Effort 1–11: high for files that never change, moderate for pages. */
export async function storeAnswer({ status, headers, body }: Answer, effort = 5): Promise<StoredAnswer> {
  const type = headers['Content-Type'] ?? ''
  const encoded = await encode(body, type, effort)
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const table = (encoding: Encoding, withBody: boolean) => {
    const packed = encoding !== 'identity' && encoded[encoding] !== body
    return Object.entries({
      ...headers,
      ...(compressible.test(type) ? { Vary: 'Accept-Encoding' } : {}),
      ...(withBody && packed ? { 'Content-Encoding': encoding } : {}),
      // A strong ETag names bytes, so that each encoding has its own (RFC 9110 §8.8.3.3).
      ETag: packed ? `"${hash}-${encoding}"` : `"${hash}"`,
      ...(withBody ? { 'Content-Length': String(encoded[encoding].length) } : {}),
    }).flat()
  }
  const forEach = <V>(make: (encoding: Encoding) => V) => ({
    br: make('br'),
    gzip: make('gzip'),
    identity: make('identity'),
  })
  return {
    status,
    body: encoded,
    headers: forEach((encoding) => table(encoding, true)),
    notModified: forEach((encoding) => table(encoding, false)),
    etag: hash,
    bytes: encoded.identity.length + encoded.br.length + encoded.gzip.length,
  }
}

const longestAccept = 200

/** Browsers say one of a few things: what each means is worked out once. Cleared when somebody tries many. */
const chosen = new Map<string, Encoding>()
const mostChosen = 200

/** The best encoding both sides speak. `br;q=0` is a refusal. */
export function chooseEncoding(accepted: string): Encoding {
  const known = chosen.get(accepted)
  if (known) return known
  const encoding = negotiate(accepted)
  if (chosen.size >= mostChosen) chosen.clear()
  if (accepted.length <= longestAccept) chosen.set(accepted, encoding)
  return encoding
}

function negotiate(accepted: string): Encoding {
  const wishes = accepted.slice(0, longestAccept).split(',')
  const accepts = (name: string) =>
    wishes.some((wish) => {
      const [coding = '', quality = ''] = wish.split(';')
      return coding.trim().toLowerCase() === name && !/^q=0(?:\.0*)?$/.test(quality.trim())
    })
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : 'identity'
}

/** Sends a stored answer to a GET or HEAD: 304 when the visitor has these bytes already. */
export function sendStored(request: IncomingMessage, response: ServerResponse, stored: StoredAnswer): void {
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''))
  const known = request.headers['if-none-match']
  if (known !== undefined && stored.status === 200 && (known.includes(stored.etag) || known === '*')) {
    response.writeHead(304, stored.notModified[encoding])
    response.end()
    return
  }
  response.writeHead(stored.status, stored.headers[encoding])
  response.end(request.method === 'HEAD' ? undefined : stored.body[encoding])
}
