import { createServer, request as ask, type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { changeRoad } from '#app/http/change.server.ts'
import { BadForm } from '#app/http/form-fields.server.ts'
import { TooLarge } from '#app/http/read-body.server.ts'
import { Refused } from '#app/http/refused.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'

let closes: (() => void)[] = []

/** To be called before each test, with `TRUST_PROXY` at 1. */
export function forgetWhatCame(): void {
  for (const name of [
    'config',
    'throttle-organisation',
    'throttle-testify',
    'intake-public',
    'intake-team',
    'intake-files',
  ])
    forgetSingleton(name)
}

export function closeDoors(): void {
  for (const close of closes) close()
  closes = []
  forgetSingleton('config')
}

/** The road of change as it is, with a page that says which fields reached it. */
export async function aDoor(): Promise<number> {
  const pages: RequestListener = (request, response) => void request.resume().on('end', () => response.end('page'))
  const road = changeRoad({
    origins: new Set(),
    personal: async ({ response, fields, files, cutOff, retryAfter }) => {
      const sizes = [...(files ?? new Map())].map(([name, sent]) => `${name}×${sent.length}`)
      const told = [...(fields ?? new Map()).keys(), ...sizes, ...(cutOff ? ['cut off'] : [])]
      response.writeHead(cutOff ? 413 : retryAfter > 0 ? 429 : 200).end(told.join())
    },
    pages,
    headers: {},
  })
  const server = createServer((request, response) => {
    road(request, response).catch((error: unknown) => {
      const typed = error instanceof Refused ? [...(error.typed ?? new Map()).keys()].join() : ''
      response.writeHead(statusOf(error), { Connection: 'close' }).end(typed)
    })
  }).listen(0)
  closes.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  // A server that listens on a port has an address.
  const address = server.address()
  return isPort(address) ? address.port : 0
}

function statusOf(error: unknown): number {
  if (error instanceof Refused) return error.status
  return error instanceof TooLarge ? 413 : error instanceof BadForm ? 400 : 500
}

const isPort = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object'

export interface Sender {
  path: string
  from: string
  type?: string
  headers?: Record<string, string | number>
}

export interface Sent {
  out: ClientRequest
  status: Promise<number>
  text: Promise<string>
}

export function send(
  port: number,
  { path, from, type = 'application/x-www-form-urlencoded', headers = {} }: Sender,
): Sent {
  const out = ask({
    port,
    path,
    method: 'POST',
    headers: { 'x-forwarded-for': from, 'content-type': type, 'sec-fetch-site': 'same-origin', ...headers },
  })
  const answer = new Promise<IncomingMessage>((resolve, reject) => out.once('response', resolve).once('error', reject))
  const text = answer.then(async (reply) => Buffer.concat(await reply.toArray()).toString())
  text.catch(() => {}) // of no interest where only the status is
  return { out, status: answer.then(({ statusCode = 0 }) => statusCode), text }
}
