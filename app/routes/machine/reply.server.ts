export interface ReplyBody {
  body: string
  type: string
  /** Given when a browser should save the answer under this name. */
  name?: string
}

/** That pages of other sites may read it, and which of its headers, is said by the front door. */
const shared = { 'Cache-Control': 'public, max-age=10, stale-while-revalidate=60' }

/** An answer anyone may keep. Its ETag, and 304 to whoever holds it, are the front door's, which keeps the bytes. */
export function reply({ body, type, name }: ReplyBody): Response {
  const saved: Record<string, string> = name ? { 'Content-Disposition': `attachment; filename="${name}"` } : {}
  return new Response(body, { headers: { ...shared, ...saved, 'Content-Type': type } })
}

export const replyJson = (value: unknown): Response =>
  reply({ body: JSON.stringify(value), type: 'application/json; charset=utf-8' })

/** What somebody may take back: asked for again each time, and kept by proxies for five seconds. */
export function replyForNow(value: unknown): Response {
  const answer = replyJson(value)
  answer.headers.set('Cache-Control', 'public, max-age=0, s-maxage=5, must-revalidate')
  return answer
}

const methods = 'GET, HEAD, OPTIONS'

/** The answer to a browser that asks before it reads from another site. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: methods,
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    },
  })

export interface Problem {
  status: number
  /** Stable and for programs: the last part of `type`. */
  kind: string
  title: string
  detail: string
  /** Members of this kind of problem alone, such as the values that would have been understood. */
  more?: Record<string, unknown>
}

/** RFC 9457. */
export const problem = (
  { status, kind, title, detail, more }: Problem,
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify({ type: `urn:portevoix:problem:${kind}`, title, status, detail, ...more }), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  })

export const unknownCampaign = (): Response =>
  problem({
    status: 404,
    kind: 'unknown-campaign',
    title: 'Unknown campaign',
    detail: 'No campaign has this name. GET /api/v1/campaigns lists those there are.',
  })

export const unknownAddress = (): Response =>
  problem({
    status: 404,
    kind: 'unknown-address',
    title: 'Unknown address',
    detail: 'Nothing is served here. GET /api/v1/campaigns is a place to begin.',
  })

export const badParameter = (parameter: string, allowed: readonly string[]): Response =>
  problem({
    status: 400,
    kind: 'bad-parameter',
    title: 'Bad parameter',
    detail: `The parameter "${parameter}" must be given once at most, and be one of: ${allowed.join(', ')}.`,
    more: { parameter, allowed },
  })

/** 405, with the methods that there are. */
export const notAllowed = (allowed: string): Response =>
  problem(
    {
      status: 405,
      kind: 'method-not-allowed',
      title: 'Method not allowed',
      detail: `This address answers ${allowed} only.`,
    },
    { Allow: allowed },
  )

export const methodNotAllowed = (): Response => notAllowed(methods)

export const brokenHere = (): Response =>
  problem({
    status: 500,
    kind: 'internal-error',
    title: 'Internal error',
    detail: 'The fault is ours and has been noted. Please try again later.',
  })
