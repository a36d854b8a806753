import { createHash } from 'node:crypto'
import { badgeStyle } from '#app/features/embeds/rules/badge-style.ts'
import { readsOfPrograms } from './throttle.server.ts'

/** Our own small table instead of helmet: the front door answers before Express and keeps these headers with the stored page. */
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin', // no-referrer would make browsers send `Origin: null` with our own forms
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
}

const always =
  "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'"

/** Public pages hold no inline script or style, so that nothing has to be allowed and a stored page needs no nonce. */
const publicPolicy = `${always}; script-src 'self'; style-src 'self'`
const adminPolicy = (nonce: string) =>
  `${always}; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; frame-src 'self'`

/** A letter carries its styles and pictures in its elements. It is shown in a frame of our own page, runs nothing, loads nothing, leads nowhere. */
const letterPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

export type HeaderTable = Record<string, string>

const transport = (production: boolean): HeaderTable =>
  production ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}

export const publicHeaders = (production: boolean): HeaderTable => ({
  ...everywhere,
  ...transport(production),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': publicPolicy,
})

/** A picture of a letter: feeds show it too, wherever they are read. */
export const mediaHeaders = (production: boolean): HeaderTable => ({
  ...publicHeaders(production),
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
})

/** The one page that any site may frame (docs/decisions/0065). Everything else of a public page's policy holds. */
export function embedHeaders(production: boolean): HeaderTable {
  const { 'X-Frame-Options': _deny, ...headers } = publicHeaders(production)
  return {
    ...headers,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy': publicPolicy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  }
}

/** A page on which people type about themselves, and from which nothing is sent: letters, deadlines, the score. */
export const silentHeaders = (production: boolean): HeaderTable => ({
  ...publicHeaders(production),
  'Content-Security-Policy': publicPolicy
    .replace("connect-src 'self'", "connect-src 'none'")
    .replace("form-action 'self'", "form-action 'none'"),
})

/** The page that shows what other sites can show: it frames ours, as they do. */
export const embedGuideHeaders = (production: boolean): HeaderTable => ({
  ...publicHeaders(production),
  'Content-Security-Policy': `${publicPolicy}; frame-src 'self'`,
})

const badgeStyleHash = createHash('sha256').update(badgeStyle).digest('base64')

/** A picture for other sites. Opened by itself it may use its own colours and nothing else. */
export const badgeHeaders = (production: boolean): HeaderTable => ({
  ...mediaHeaders(production),
  'Access-Control-Allow-Origin': '*',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${badgeStyleHash}'; frame-ancestors 'none'; sandbox`,
})

export const adminHeaders = (production: boolean, nonce: string): HeaderTable => ({
  ...everywhere,
  ...transport(production),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': adminPolicy(nonce),
  'Cache-Control': 'no-store',
})

/** For the one answer of the team's that is framed: a letter as a mail program shows it. */
export const letterHeaders = (production: boolean): HeaderTable => ({
  ...everywhere,
  ...transport(production),
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': letterPolicy,
  'Cache-Control': 'no-store',
})

/**
 * What one network may ask for (draft-ietf-httpapi-ratelimit-headers-10). The policy is the same for everyone, so that an answer that
 * many share may say it; what is left to one of them (`RateLimit`) is not.
 */
const policyOfReading = `"reads";q=${readsOfPrograms.points};w=${readsOfPrograms.seconds}`

/** The machine interface is for other sites' pages too. Where programs sign, the answer says its own limits. */
export const machineHeaders = (production: boolean, signing = false): HeaderTable => ({
  ...everywhere,
  ...transport(production),
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, X-As-Of, Content-Disposition, Content-Language, RateLimit-Policy, RateLimit, Retry-After',
  ...(signing ? {} : { 'RateLimit-Policy': policyOfReading }),
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
})
