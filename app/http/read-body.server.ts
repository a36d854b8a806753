import type { IncomingMessage } from 'node:http'

/** More than we read for this address. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** The visitor went away in the middle. */
export class Gone extends Error {
  override name = 'Gone'
}

/** Bytes we let pass unread so that whoever sends too much still hears why: a connection cut while sending loses the answer. */
const mostUnread = 32 * 2 ** 20

/** Reads a body of at most so many bytes; what comes after passes by and is not kept. @throws TooLarge, Gone */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > mostUnread) return reject(new TooLarge())
    let parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= most) return void parts.push(part)
      parts = []
      if (size <= mostUnread) return
      request.pause()
      reject(new TooLarge())
    })
    request.once('end', () => {
      if (size > most) reject(new TooLarge())
      else resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
    })
    request.once('error', () => reject(new Gone()))
    // Every request closes; only one that was not read to its end went away.
    request.once('close', () => (request.readableEnded ? undefined : reject(new Gone())))
  })
}
