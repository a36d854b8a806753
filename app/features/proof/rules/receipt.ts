import type { Receipt } from '../schema.ts'
import { events, logEvents, type LogEvent } from './entry.ts'

/** A receipt as it was read, its hashes as bytes. */
export interface ReadReceipt {
  /** The log that it names; `null` where it stands alone. */
  log: string | null
  index: number
  signature: string
  nonce: Uint8Array
  text: Uint8Array
  day: string
  event: LogEvent
}

/** Place and signature, nonce, and what was signed, when, and the letter of the event. */
export type ReceiptParts = readonly [place: string, nonce: string, signed: string]

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/**
 * A receipt in one line, in three parts to be joined by dots. Letters, digits, `.` and `-` and `_` only: it needs no encoding in a link, and no part is longer than a line of a letter.
 */
export const receiptParts = ({ index, signature, nonce, text, day, event }: Omit<Receipt, 'log'>): ReceiptParts => [
  `${index}.${signature}`,
  urlSafe(nonce),
  `${urlSafe(text)}.${day}.${events[event]}`,
]

const hashLength = 32
const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
const line = new RegExp(
  `(\\d{1,15})\\.(${uuid})\\.([\\w-]{43})\\.([\\w-]{43})\\.(\\d{4}-\\d\\d-\\d\\d)\\.([CWIR])(?![\\w-])`,
)
/** The site and the campaign of a link to the page of a log: the name of its log. */
const place = /https?:\/\/([\w.:-]+)\/(?:fr|en)\/([a-z\d-]+)\/proof(?:\?[^#]*)?#/

/** Thirty-two bytes in either alphabet of RFC 4648; `null` where they are not. */
function hashIn(base64: unknown): Uint8Array | null {
  if (typeof base64 !== 'string' || base64.length > 2 * hashLength) return null
  try {
    const bytes = Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))
    return bytes.length === hashLength ? bytes : null
  } catch {
    return null
  }
}

const logIn = (typed: string): string | null => {
  const [, host, slug] = place.exec(typed) ?? []
  return host && slug ? `${host}/${slug}` : null
}

/** Mail programs break long lines, quote them, and put links between brackets. */
const unbroken = (typed: string): string => typed.replaceAll(/[\s>]+/g, '')

function readLine(typed: string): ReadReceipt | null {
  const whole = unbroken(typed)
  const [, index, signature = '', one, other, day = '', letter] = line.exec(whole) ?? []
  const [nonce, text] = [hashIn(one), hashIn(other)]
  const event = logEvents.find((name) => events[name] === letter)
  if (!nonce || !text || !event) return null
  return { log: logIn(whole), index: Number(index), signature, nonce, text, day, event }
}

const member = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
const textIn = (from: unknown, name: string): string => {
  const value = member(from, name)
  return typeof value === 'string' ? value : ''
}

function readObject(typed: string): ReadReceipt | null {
  const read: unknown = JSON.parse(typed.slice(typed.indexOf('{'), typed.lastIndexOf('}') + 1))
  const [index, signature, day] = [member(read, 'index'), textIn(read, 'signature'), textIn(read, 'day')]
  const [nonce, text] = [hashIn(member(read, 'nonce')), hashIn(member(read, 'text'))]
  const event = logEvents.find((name) => name === member(read, 'event'))
  if (!nonce || !text || !event || !new RegExp(`^${uuid}$`).test(signature)) return null
  if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return null
  return { log: textIn(read, 'log') || null, index, signature, nonce, text, day, event }
}

/** Reads a receipt however it was kept: as the page shows it, as the link of the letter, or as what stands behind its #. `null`: it is none. */
export function readReceipt(typed: string): ReadReceipt | null {
  if (!typed.includes('{')) return readLine(typed)
  try {
    return readObject(typed)
  } catch {
    return null
  }
}

/** A head of before, to compare the log of today with. */
export interface KeptHead {
  log: string | null
  size: number
  root: Uint8Array
}

/** A head as a link of an update carries it behind its #. */
export const headMark = ({ size, root }: { size: number; root: string }): string => `head.${size}.${urlSafe(root)}`

/** Reads a head as an update links to it, or as a signed note says it (its signature is not looked at). `null`: it is none. */
export function readHead(typed: string): KeptHead | null {
  const whole = unbroken(typed)
  const linked = /(?:^|[^\w.-])head\.(\d{1,15})\.([\w-]{43})(?![\w-])/.exec(` ${whole}`)
  const noted = /^\s*(\S+)\n(\d{1,15})\n([\w+/]{43}=)(?:\n|$)/.exec(typed.replaceAll('\r', ''))
  const [, size, root] = linked ?? noted?.slice(1) ?? []
  const hash = hashIn(root)
  return hash ? { log: linked ? logIn(whole) : (noted?.[1] ?? null), size: Number(size), root: hash } : null
}
