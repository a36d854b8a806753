import { notAllowed } from './reply.server.ts'

/** A program that signs. Pages of other sites may not: what they would have to send, no preflight allows. */
const methods = 'POST, OPTIONS'

/** The answer to a browser that asks before it sends: it allows no header, so that no browser sends JSON from another site. */
export const preflightOfSigning = (): Response =>
  new Response(null, { status: 204, headers: { Allow: methods, 'Access-Control-Max-Age': '86400' } })

export const onlySigning = (): Response => notAllowed(methods)
