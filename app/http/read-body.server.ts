import type { IncomingMessage } from 'node:http'

/** More than we read for this address. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** The visitor went away in the middle. */
export class Gone extends Error {
  override name = 'Gone'
}

/** Reads a body of at most so many bytes; what comes after is not kept in memory. @throws TooLarge, Gone */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > most) return reject(new TooLarge())
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= most) return void parts.push(part)
      request.pause()
      reject(new TooLarge())
    })
    let ended = false
    request.once('end', () => {
      ended = true
      resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
    })
    request.once('error', () => reject(new Gone()))
    // Every request closes; an error made for each of them would cost more than reading the form.
    request.once('close', () => (ended ? undefined : reject(new Gone())))
  })
}
