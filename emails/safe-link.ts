const protocols = new Set(['https:', 'http:', 'mailto:'])

/** The address a link may lead to, in one spelling; null when it is not an absolute https, http or mailto link. */
export function safeLink(written: string): string | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  if (!protocols.has(url.protocol)) return null
  if (url.username !== '' || url.password !== '') return null // https://bank.example@evil.example
  if (url.protocol === 'mailto:' && !url.pathname.includes('@')) return null
  // In this spelling an address needs no quoting between < and >, and a line is never broken inside it.
  return url.href.replace(/[\s<>"`{}|\\^\p{Cc}]/gu, encodeURIComponent)
}
