import type { IncomingHttpHeaders } from 'node:http'

export interface Arrival {
  method: string
  path: string
  headers: Pick<IncomingHttpHeaders, 'origin' | 'sec-fetch-site' | 'host'>
}

const inert = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Mail clients call these, without a cookie; their token is the authority. Programs say no origin, and need no exception. */
const forPrograms = [/^\/(fr|en)\/unsubscribe\/[^/]+\/?$/]

/**
 * Whether a request may change something (ASVS 5.0 3.5.1). A browser says where a form comes from, and forms from elsewhere
 * are refused. A request that says nothing comes from no browser: it may use the public forms, which act on no cookie, and
 * never the back office (docs/decisions/0005).
 */
export function mayMutate({ method, path, headers }: Arrival, ourOrigins: ReadonlySet<string>): boolean {
  if (inert.has(method)) return true
  if (forPrograms.some((pattern) => pattern.test(path))) return true
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (site === 'same-origin') return true
  if (site !== undefined && site !== 'none') return false
  if (origin !== undefined) return ourOrigins.has(origin)
  return site === 'none' || !path.startsWith('/admin')
}

/** The names this site answers to. On a machine of one's own, the loopback's names are the same. */
export function ourHosts(appUrl: string): Set<string> {
  const { host, hostname, port } = new URL(appUrl)
  const loopback = ['localhost', '127.0.0.1', '[::1]']
  return new Set(loopback.includes(hostname) ? loopback.map((name) => (port ? `${name}:${port}` : name)) : [host])
}

export const ourOrigins = (appUrl: string): Set<string> =>
  new Set([...ourHosts(appUrl)].map((host) => `${new URL(appUrl).protocol}//${host}`))
