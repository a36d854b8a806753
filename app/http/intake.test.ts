import { createServer, request as ask, type ClientRequest, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { changeRoad } from './change.server.ts'
import { Intake, publicIntake } from './intake.server.ts'
import { Refused } from './refused.ts'

const organisation = '/fr/score/organisations/sign'
const boundary = 'limit'
const pieceOfLogo = (bytes: number) => Buffer.alloc(bytes, 'a')

let closes: (() => void)[] = []

beforeEach(() => {
  vi.stubEnv('TRUST_PROXY', '1')
  for (const name of ['config', 'throttle-organisation', 'throttle-testify', 'intake-public', 'intake-team'])
    forgetSingleton(name)
})

afterEach(() => {
  for (const close of closes) close()
  closes = []
  forgetSingleton('config')
})

/** The road of change as it is, with a page that says which fields reached it. */
async function aDoor(): Promise<number> {
  const pages: RequestListener = (request, response) => void request.resume().on('end', () => response.end('page'))
  const road = changeRoad({
    origins: new Set(),
    personal: async ({ response, fields, retryAfter }) =>
      void response.writeHead(retryAfter > 0 ? 429 : 200).end([...(fields ?? new Map()).keys()].join()),
    pages,
    headers: {},
  })
  const server = createServer((request, response) => {
    road(request, response).catch((error: unknown) =>
      response.writeHead(error instanceof Refused ? error.status : 500).end(),
    )
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

const isPort = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object'

interface Sender {
  path: string
  from: string
  type?: string
  headers?: Record<string, string | number>
}

interface Sent {
  out: ClientRequest
  status: Promise<number>
  text: Promise<string>
}

function send(port: number, { path, from, type = 'application/x-www-form-urlencoded', headers = {} }: Sender): Sent {
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

const withLogo = { path: organisation, type: `multipart/form-data; boundary=${boundary}` }

test('a network that may sign for no more organisations hears so before its next logo is read', async () => {
  const port = await aDoor()
  for (let nth = 0; nth < 10; nth += 1) {
    const sent = send(port, { path: organisation, from: '192.0.2.1' })
    sent.out.end('name=A')
    expect(await sent.status).toBe(200)
  }
  const eleventh = send(port, { ...withLogo, from: '192.0.2.2', headers: { 'content-length': 2 ** 21 } })
  eleventh.out.write(pieceOfLogo(1000))
  expect(await eleventh.status).toBe(429)
})

test('what was typed comes back to a network over its limit, as long as it is no logo', async () => {
  const port = await aDoor()
  const story = `story=${'%C3%A9'.repeat(20_000)}&title=b`
  for (let nth = 0; nth < 20; nth += 1) {
    const sent = send(port, { path: '/fr/score/testify', from: '192.0.2.1' })
    sent.out.end('story=a')
    expect(await sent.status).toBe(200)
  }
  const more = send(port, { path: '/fr/score/testify', from: '192.0.2.1' })
  more.out.end(story)
  expect([await more.status, await more.text]).toEqual([429, 'story,title'])
  const chunked = send(port, { path: '/fr/score/testify', from: '192.0.2.1' })
  chunked.out.write(pieceOfLogo(150_000))
  chunked.out.end(pieceOfLogo(150_000))
  expect(await chunked.status).toBe(429)
})

test('logos that come slowly over many connections do not fill the memory, nor keep out who is elsewhere or sends little', async () => {
  const port = await aDoor()
  const logo = 3_500_000
  const slow = [1, 2].map(() => {
    const sent = send(port, { ...withLogo, from: '192.0.2.1' })
    sent.out.write(pieceOfLogo(logo))
    return sent
  })
  await vi.waitFor(() => expect(publicIntake().held).toBe(2 * logo))
  const third = send(port, { ...withLogo, from: '192.0.2.1' })
  third.out.end(pieceOfLogo(logo))
  expect(await third.status).toBe(503)
  expect(publicIntake().held).toBe(2 * logo)
  for (const [from, story] of [
    ['198.51.100.1', `story=${'a'.repeat(500_000)}`],
    ['192.0.2.1', 'story=a'],
  ] as const) {
    const sent = send(port, { path: '/fr/score/testify', from })
    sent.out.end(story)
    expect(await sent.status).toBe(200)
  }
  for (const { out, status } of slow) {
    status.catch(() => {}) // gone, as they meant to
    out.destroy()
  }
  await vi.waitFor(() => expect(publicIntake().held).toBe(0))
})

test('all networks together take no more than there is, and what was taken comes back once', () => {
  const intake = new Intake(100)
  const first = intake.open(() => 'a')
  const others = ['b', 'c', 'd'].map((network) => intake.open(() => network))
  expect([first, ...others].every((hold) => hold.upTo(25))).toBe(true)
  const late = intake.open(() => 'e')
  expect(late.upTo(1)).toBe(false)
  expect(intake.open(() => null).upTo(1)).toBe(false)
  first.release()
  first.release()
  expect(intake.held).toBe(75)
  expect(late.upTo(25)).toBe(true)
})

test('one network takes a quarter at most, and what did not fit is given back at once', () => {
  const intake = new Intake(100)
  const mine = intake.open(() => 'a')
  expect(mine.upTo(20)).toBe(true)
  expect(mine.upTo(25)).toBe(true)
  expect(intake.open(() => 'a').upTo(1)).toBe(false)
  expect(intake.open(() => 'b').upTo(25)).toBe(true)
  expect(mine.upTo(26)).toBe(false)
  expect(intake.open(() => 'a').upTo(25)).toBe(true)
})
