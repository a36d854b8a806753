import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

export interface Question {
  method?: string
  /** Exactly these characters, where an address would tidy them. */
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

const form = 'application/x-www-form-urlencoded'

/** One request exactly as written: no browser, no cookie, no header that nobody asked for. */
export function ask(url: string, { method = 'GET', path, headers = {}, body }: Question = {}): Promise<Reply> {
  const own: Record<string, string> = body === undefined ? {} : { 'content-type': form }
  if (body !== undefined && !headers['transfer-encoding']) own['content-length'] = String(Buffer.byteLength(body))
  return new Promise((resolve, reject) => {
    let answered = false
    const asked = request(
      url,
      { method, ...(path === undefined ? {} : { path }), headers: { ...own, ...headers }, agent: false },
      (response) => {
        answered = true
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.once('error', reject)
        response.once('end', () => {
          const whole = Buffer.concat(parts)
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString() })
        })
      },
    )
    // A server may answer and close while we still send: the answer is what counts.
    asked.once('error', (error) => void (answered || reject(error)))
    asked.end(body)
  })
}

/** The fields of a signature that is in order. */
export const goodSignature = (email: string, change: Record<string, string | undefined> = {}): string => {
  const fields = { name: 'Camille Dubois', email, postcode: '31000', country: 'FR', consent: 'on', ...change }
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()
}
