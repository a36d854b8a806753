import { describe, expect, test } from 'vitest'
import { loader as missing, action as missingAction } from './missing.ts'
import {
  badParameter,
  brokenHere,
  methodNotAllowed,
  replyJson,
  unknownAddress,
  unknownCampaign,
} from './reply.server.ts'

const asked = () => new Request('https://petition.example.org/api/v1')
const context = {
  nonce: '',
  now: new Date('2026-02-01T12:00:00Z'),
  network: null,
  session: null,
  shared: false,
  throttled: false,
}

describe('a problem', () => {
  test.each([
    [404, 'unknown-campaign', unknownCampaign()],
    [404, 'unknown-address', unknownAddress()],
    [400, 'bad-parameter', badParameter('by', ['day', 'hour'])],
    [405, 'method-not-allowed', methodNotAllowed()],
    [500, 'internal-error', brokenHere()],
  ])('%i is a problem document that says %s and is kept by nobody', async (status, kind, response) => {
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toMatchObject({
      type: `urn:portevoix:problem:${kind}`,
      status,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
    })
  })

  test('of a parameter names it and what would have been understood', async () => {
    expect(await badParameter('by', ['day', 'hour']).json()).toMatchObject({
      parameter: 'by',
      allowed: ['day', 'hour'],
    })
  })

  test('of a method says which ones there are', () => {
    expect(methodNotAllowed().headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  })

  test('is the answer to every method at an unknown address', async () => {
    const answer = await missing({ request: asked(), params: {}, context })
    expect(answer.status).toBe(404)
    expect(missingAction().status).toBe(404)
  })
})

describe('an answer', () => {
  test('may be kept by anyone for a moment, and shown while a new one is made', () => {
    const answer = replyJson({ confirmed: 1 })
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=10, stale-while-revalidate=60')
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
  })

  test('to the question before the question has no body', async () => {
    const request = new Request('https://petition.example.org/api/v1', { method: 'OPTIONS' })
    const answer = await missing({ request, params: {}, context })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS')
  })
})
