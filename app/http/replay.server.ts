import { IncomingMessage } from 'node:http'

/** The same request with a body that was already read, for who comes after. */
export function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  Object.assign(again, {
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    complete: true,
  })
  again.push(body)
  again.push(null)
  return again
}
