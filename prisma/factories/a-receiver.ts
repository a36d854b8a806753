import { createServer, type IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
}

export interface Receiver {
  url: string
  received: Received[]
  /** What it answers from now on. */
  answer: (status: number, headers?: Record<string, string>) => void
  close: () => Promise<void>
}

/** Somebody else's server that is told something: it keeps what comes, and answers what the test says. */
export async function aReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let said: { status: number; headers: Record<string, string> } = { status: 204, headers: {} }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      response.writeHead(said.status, said.headers)
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    url: `http://127.0.0.1:${port}/in`,
    received,
    answer: (status, headers = {}) => {
      said = { status, headers }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
