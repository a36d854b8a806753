import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { answerMetrics } from './metrics.server.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

async function answerTo(headers: Record<string, string>, remote: string): Promise<number> {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remote })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  const response = new ServerResponse(request)
  await answerMetrics(request, response)
  return response.statusCode
}

test('figures are for this machine alone, and for nobody whom a proxy on it brings', async () => {
  expect(await answerTo({}, '127.0.0.1')).toBe(200)
  expect(await answerTo({}, '::1')).toBe(200)
  expect(await answerTo({}, '192.0.2.7')).toBe(404)
  expect(await answerTo({ 'x-forwarded-for': '192.0.2.7' }, '127.0.0.1')).toBe(404)
})

test('with a token they are for whoever has it', async () => {
  vi.stubEnv('METRICS_TOKEN', 'a-token-of-sixteen')
  forgetSingleton('config')
  expect(await answerTo({ authorization: 'Bearer a-token-of-sixteen' }, '192.0.2.7')).toBe(200)
  expect(await answerTo({ authorization: 'Bearer another-token-xx' }, '127.0.0.1')).toBe(404)
  expect(await answerTo({}, '127.0.0.1')).toBe(404)
})
