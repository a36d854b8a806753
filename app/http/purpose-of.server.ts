import type { Purpose } from './throttle.server.ts'

const withLogo = /\/organisations\/sign$/
/** A notice, a right of reply, a look at what became of them. */
const ofCase = /^\/\w\w\/[^/]+\/(?:case|answer|testimonies\/[^/]+\/re(?:port|ply))$/
const takesLinks = /^\/admin\/(?:enter\/|again$)/

/** What a form is limited as, by its address; `undefined`: by nothing of its own. */
export function purposeOf(path: string): Purpose | undefined {
  if (path.endsWith('/sign')) return withLogo.test(path) ? 'organisation' : 'sign'
  if (path.endsWith('/code')) return 'code'
  if (path.endsWith('/testify')) return 'testify'
  if (path.endsWith('/inbox')) return 'inbox'
  if (ofCase.test(path)) return 'case'
  if (/\/questions\/ask(?:ed)?$/.test(path)) return 'question'
  if (path.endsWith('/unsubscribe')) return 'news-link'
  if (path.endsWith('/remedies/barometer')) return 'barometer'
  return takesLinks.test(path) ? 'enter' : undefined
}
