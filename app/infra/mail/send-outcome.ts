/**
 * How handing one message to a mail server ended. A reply is a code and its enhanced status (RFC 3463), never its text: servers
 * repeat addresses in theirs.
 */
export type SendOutcome =
  | { outcome: 'handed-over'; reply: string | null }
  /** Refused for now (4xx), or the conversation broke before the message was on its way: try again later. */
  | { outcome: 'deferred'; reply: string | null }
  /** Refused for good (5xx). */
  | { outcome: 'failed'; reply: string | null }
  /** The message was on its way and no answer came: the server may have it (RFC 1047). */
  | { outcome: 'unknown' }
  /** There was no conversation at all. It says nothing about this message. */
  | { outcome: 'unreachable' }

/** `550 5.1.1` from a server's answer; `null` when it does not begin like one. */
export function replyOf(response: string): string | null {
  const [, code, status] = /^([245]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d))?/.exec(response) ?? []
  if (!code) return null
  return status ? `${code} ${status}` : code
}

/** What a refusal means for the message. */
export function refusalOf(response: string): SendOutcome | null {
  const reply = replyOf(response)
  if (reply?.startsWith('4')) return { outcome: 'deferred', reply }
  // 503 says that the conversation went wrong, not that the message is unwelcome.
  if (reply?.startsWith('503')) return { outcome: 'deferred', reply }
  return reply?.startsWith('5') ? { outcome: 'failed', reply } : null
}
