import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storeAnswer } from '#app/infra/cache/stored-answer.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { lookRoad } from './look.server.ts'
import { Refused } from './refused.ts'

// Nothing is given back while the test runs.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-01T10:00:00Z') })
  for (const purpose of ['search', 'read']) forgetSingleton(`throttle-${purpose}`)
})

afterEach(() => {
  vi.useRealTimers()
})

const stored = await storeAnswer({ status: 200, headers: {}, body: Buffer.from('found') })
const known = '/fr/score/questions?q=charte'
const made: string[] = []
const look = lookRoad({
  files: () => undefined,
  kept: {
    ready: (address) => (address === known ? stored : undefined),
    get: (address) => {
      made.push(address)
      return Promise.resolve(stored)
    },
    once: () => Promise.resolve(stored),
  },
  personal: () => Promise.resolve(),
  pages: () => {},
  headers: {},
})

/** Asks from one network; the seconds to wait, or 0 when it was answered. */
async function ask(url: string, network = '192.0.2.7'): Promise<number> {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: network })
  const request = new IncomingMessage(socket)
  request.method = 'GET'
  request.url = url
  try {
    await look(request, new ServerResponse(request))
    return 0
  } catch (error) {
    if (error instanceof Refused) return error.retryAfter ?? 0
    throw error
  }
}

test('a network searches a hundred and twenty times a minute, in the answers and in the gallery together', async () => {
  for (let n = 0; n < 60; n += 1) {
    expect(await ask(`/fr/score/questions?q=mot${n}`)).toBe(0)
    expect(await ask(`/fr/score/testimonies?q=mot${n}`)).toBe(0)
  }
  expect(await ask('/fr/score/questions?q=encore')).toBeGreaterThan(0)
  expect(await ask('/fr/score/testimonies?q=encore')).toBeGreaterThan(0)
  expect(made).not.toContain('/fr/score/questions?q=encore')
  // What is kept, what is no search, and another network.
  expect(await ask(known)).toBe(0)
  expect(await ask('/fr/score/questions')).toBe(0)
  expect(await ask('/fr/score/questions?q=encore', '198.51.100.7')).toBe(0)
})

test('a form whose page reads everything that it may be about is bounded as programs are, other pages of one person are not', async () => {
  for (let n = 0; n < 3000; n += 1) await ask('/fr/score/answer')
  expect(await ask('/fr/score/answer')).toBeGreaterThan(0)
  expect(await ask('/fr/score/claims/score-de-suspicion/answer?x=1')).toBeGreaterThan(0)
  expect(await ask('/en/score/remedies/barometer')).toBeGreaterThan(0)
  expect(await ask('/fr/score/sign')).toBe(0)
})
