/** A name that a Mastodon server can have on the web: several labels, the last one no number. */
const host = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/

/**
 * The server somebody means when they type it in any of its usual forms (`mastodon.example`, `https://mastodon.example/@me`,
 * `@me@mastodon.example`); `null` when it is none.
 */
export function mastodonHost(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '')
  const named = bare.slice(bare.lastIndexOf('@') + 1)
  if (named === '' || /[\s:\\%]/.test(named)) return null
  try {
    // The platform writes letters with accents as the web needs them (punycode).
    const { hostname } = new URL(`https://${named}`)
    return host.test(hostname) ? hostname : null
  } catch {
    return null
  }
}

/** The page of a Mastodon server where a message waits to be sent: nothing is sent by opening it. */
export const mastodonShare = (server: string, message: string): string =>
  `https://${server}/share?text=${encodeURIComponent(message)}`
