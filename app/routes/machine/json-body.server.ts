import { isUtf8 } from 'node:buffer'
import { problem } from './reply.server.ts'

const notJson = (detail: string): Response => problem({ status: 400, kind: 'not-json', title: 'Not JSON', detail })

const notSaidToBe = (): Response =>
  problem(
    {
      status: 415,
      kind: 'unsupported-media-type',
      title: 'Unsupported media type',
      detail: 'This address reads application/json. Say so in Content-Type.',
    },
    { 'Accept-Post': 'application/json' },
  )

type Read = { ok: true; json: unknown; text: string } | { ok: false; refusal: Response }

function parse(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}

/** The body of a request as JSON (RFC 8259): 415 for another media type, 400 for what is none. The front door bounds its size. */
export async function readJson(request: Request): Promise<Read> {
  const [type = ''] = (request.headers.get('Content-Type') ?? '').split(';', 1)
  if (type.trim().toLowerCase() !== 'application/json') return { ok: false, refusal: notSaidToBe() }
  const bytes = Buffer.from(await request.arrayBuffer())
  if (!isUtf8(bytes)) return { ok: false, refusal: notJson('The body is not UTF-8.') }
  const text = bytes.toString()
  const parsed = parse(text)
  if (!parsed) return { ok: false, refusal: notJson('The body cannot be read as JSON.') }
  return { ok: true, json: parsed.json, text }
}
