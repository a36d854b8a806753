import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { fieldBlocks, type Fields } from './fields.ts'

/** A message as far as it matters here: what people read, what machines read, and the message it is about. */
export interface Letter {
  headers: Fields
  subject: string
  /** Names of the top header, all of them, in small letters. */
  contentType: string
  /** What a person would read; at most `longestText` characters. */
  text: string
  /** Parts of the type `message/delivery-status`, and of its international sister. */
  statuses: string[]
  /** `message/feedback-report`. */
  feedback: string | null
  /** A receipt that somebody read it (RFC 8098). */
  receipt: string | null
  /** The header of the message that came back, in whole or in part. */
  original: Fields | null
  /** Messages inside, as they are. */
  inside: Uint8Array[]
}

/** The end of a bounce is the message that came back, with its attachments: nothing there is needed. */
const mostBytes = 512 * 1024
const longestText = 64 * 1024
const longestPart = 256 * 1024
const longestSubject = 2000
/** The parser waits once for each of them: half a megabyte of empty lines would take it seconds. */
const mostLines = 20_000

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content)
  return content instanceof Uint8Array ? content : new Uint8Array(content)
}

/** A part's text. Some servers give a report a transfer encoding that its type forbids: it is decoded by then. */
const textOf = (part: Attachment): string => decode(bytesOf(part).subarray(0, longestPart))

/** Without what stands between these tags, as far as they are closed. */
function withoutElements(html: string, name: string): string {
  const kept: string[] = []
  const small = html.toLowerCase()
  let at = 0
  for (;;) {
    const opens = small.indexOf(`<${name}`, at)
    const closes = opens < 0 ? -1 : small.indexOf(`</${name}`, opens)
    if (closes < 0) return [...kept, html.slice(at)].join(' ')
    kept.push(html.slice(at, opens))
    at = closes
  }
}

/** What a page says, without its tags. */
const withoutTags = (html: string): string =>
  ['style', 'script', 'title']
    .reduce(withoutElements, html)
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]{0,2000}>/gi, '\n')
    .replace(/<[a-z/!][^<>]{0,4000}>/gi, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#(?:39|x27);/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

const headersOf = (email: Email): Fields => {
  const fields = new Map<string, string>()
  for (const { key, value } of email.headers) if (!fields.has(key)) fields.set(key, value.slice(0, 8000))
  return fields
}

const isStatus = ({ mimeType }: Attachment) => /^message\/(?:global-)?delivery-status$/.test(mimeType)
const isMessage = ({ mimeType }: Attachment) => /^message\/(?:rfc822|global|partial)$/.test(mimeType)
const isHead = ({ mimeType }: Attachment) => /^(?:text|message)\/(?:rfc822-headers?|global-headers)$/.test(mimeType)
const isReceipt = ({ mimeType }: Attachment) => /^message\/(?:global-)?disposition-notification$/.test(mimeType)

function letterOf(email: Email): Letter {
  const parts = email.attachments
  const inside = parts.filter(isMessage).map(bytesOf)
  const head = parts.find(isHead)
  const of = head ? textOf(head) : inside[0] ? decode(inside[0].subarray(0, longestPart)) : null
  const headers = headersOf(email)
  const feedback = parts.find(({ mimeType }) => mimeType === 'message/feedback-report')
  const receipt = parts.find(isReceipt)
  const readable = email.text?.trim() ? email.text : withoutTags((email.html ?? '').slice(0, longestPart))
  const attached = parts.filter(({ mimeType }) => mimeType === 'text/plain').map(textOf)
  return {
    headers,
    subject: (email.subject ?? '').slice(0, longestSubject),
    contentType: (headers.get('content-type') ?? '').toLowerCase(),
    text: [readable, ...attached].join('\n').slice(0, longestText),
    statuses: parts.filter(isStatus).map(textOf),
    feedback: feedback ? textOf(feedback) : null,
    receipt: receipt ? textOf(receipt) : null,
    original: of === null ? null : (fieldBlocks(of)[0] ?? null),
    inside,
  }
}

/** Of a message that no parser of MIME takes: its first lines, and everything below as text. */
function unparsed(bytes: Uint8Array): Letter {
  const raw = decode(bytes.subarray(0, longestPart))
  const end = raw.search(/\r?\n\r?\n/)
  const headers = fieldBlocks(end < 0 ? raw : raw.slice(0, end))[0] ?? new Map<string, string>()
  return {
    headers,
    subject: (headers.get('subject') ?? '').slice(0, longestSubject),
    contentType: (headers.get('content-type') ?? '').toLowerCase(),
    text: raw.slice(end < 0 ? 0 : end, longestText),
    statuses: [],
    feedback: null,
    receipt: null,
    original: null,
    inside: [],
  }
}

/** Some old systems end their lines with a carriage return alone, which no parser of MIME knows. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(0x0d)
  if (first < 0 || bytes[first + 1] === 0x0a || bytes.subarray(0, first).includes(0x0a)) return bytes
  return bytes.map((byte, at) => (byte === 0x0d && bytes[at + 1] !== 0x0a ? 0x0a : byte))
}

function firstLines(bytes: Uint8Array): Uint8Array {
  let at = -1
  for (let n = 0; n < mostLines; n += 1) {
    at = bytes.indexOf(0x0a, at + 1)
    if (at < 0) return bytes
  }
  return bytes.subarray(0, at + 1)
}

/** Reads the bytes of a message, whatever they are: it never throws, and looks at the first half megabyte. */
export async function readLetter(raw: Uint8Array): Promise<Letter> {
  const bytes = firstLines(withLineFeeds(raw.subarray(0, mostBytes)))
  try {
    const options = { forceRfc822Attachments: true, maxNestingDepth: 32, maxHeadersSize: 512 * 1024 }
    const letter = letterOf(await PostalMime.parse(bytes, options))
    const damaged = letter.statuses.length === 0 && letter.text.trim() === ''
    return damaged ? { ...letter, text: unparsed(bytes).text } : letter
  } catch {
    return unparsed(bytes)
  }
}
