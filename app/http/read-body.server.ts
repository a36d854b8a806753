import type { IncomingMessage } from 'node:http'
import { smallBody, type Hold } from './intake.server.ts'
import { Refused } from './refused.ts'

/** More than we read for this address. */
export class TooLarge extends Error {
  override name = 'TooLarge'
  constructor(
    /** How it began, as far as was asked for. */
    readonly start: Buffer = Buffer.alloc(0),
  ) {
    super('too large')
  }
}

/** The visitor went away in the middle. */
export class Gone extends Error {
  override name = 'Gone'
}

/** Bytes we let pass unread so that whoever sends too much still hears why: a connection cut while sending loses the answer. */
const mostUnread = 32 * 2 ** 20

interface Room {
  /** Bytes of this body. */
  most: number
  /** Of one that is too large, how much of its beginning is kept. */
  keep?: number
  /** What it takes of the bytes that may be in memory at once. */
  hold: Hold
}

/** A copy, of no more than was asked for. */
function startOf(parts: Buffer[], keep: number): Buffer {
  const size = parts.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat(parts, Math.min(keep, size))
}

/** Milliseconds without a byte, after which what came so far is taken for the beginning. */
const patience = 1000

/**
 * The beginning of a body that is announced as more than we would let pass: what was typed stands there, before the files. As soon as
 * it is there the rest is not waited for.
 */
function readStart(request: IncomingMessage, keep: number, hold: Hold): Promise<Buffer> {
  if (keep === 0 || !hold.upTo(keep)) return Promise.resolve(Buffer.alloc(0))
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    const enough = () => {
      clearTimeout(timer)
      request.pause()
      hold.release()
      resolve(startOf(parts, keep))
    }
    const timer = setTimeout(enough, patience)
    request.on('data', (part: Buffer) => {
      parts.push(part)
      timer.refresh()
      if ((size += part.length) >= keep) enough()
    })
    request.once('end', enough)
    request.once('close', () => {
      clearTimeout(timer)
      reject(new Gone())
    })
  })
}

/** Reads a body for which there is room; what comes after passes by and is not kept. @throws TooLarge, Refused 503, Gone */
export async function readBody(request: IncomingMessage, { most, keep = 0, hold }: Room): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > mostUnread)
    throw new TooLarge(await readStart(request, keep, hold))
  return new Promise((resolve, reject) => {
    let parts: Buffer[] = []
    let size = 0
    let refusal: Error | null = null
    function refuse(why: Error): void {
      refusal = why
      parts = []
      hold.release()
    }
    request.on('data', (part: Buffer) => {
      size += part.length
      if (!refusal && size > most) refuse(new TooLarge(startOf([...parts, part], keep)))
      if (!refusal && size > smallBody && !hold.upTo(size)) refuse(new Refused(503))
      if (!refusal) return void parts.push(part)
      if (size <= mostUnread) return
      request.pause()
      reject(refusal)
    })
    request.once('end', () => {
      if (refusal) reject(refusal)
      else resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
    })
    request.once('error', () => reject(new Gone()))
    // Every request closes; only one that was not read to its end went away.
    request.once('close', () => (request.readableEnded ? undefined : reject(new Gone())))
  })
}
