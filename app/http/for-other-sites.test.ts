import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { badgeStyle } from '#app/features/embeds/rules/badge-style.ts'
import { mayMutate, ourOrigins } from './origin-guard.server.ts'
import { isOneOfMany, publicAddress } from './public-address.server.ts'
import {
  badgeHeaders,
  embedGuideHeaders,
  embedHeaders,
  mediaHeaders,
  publicHeaders,
} from './security-headers.server.ts'

test.each([
  ['/embed/score', '/embed/score'],
  ['/embed/score?locale=fr&utm_source=x', '/embed/score'],
  ['/embed/score?show=counter&locale=en', '/embed/score?locale=en&show=counter'],
  ['/embed/score?locale=en&locale=fr', '/embed/score?locale=en'],
  ['/embed/score?show=everything', '/embed/score'],
  ['/embed/score/sign', null],
  ['/embed/Score', null],
  ['/badge/score.svg?locale=en&show=counter&x=1', '/badge/score.svg?locale=en'],
  ['/badge/score.svg?locale=de', '/badge/score.svg'],
  ['/badge/score.png', null],
  ['/badge/score', null],
  ['/og/score.png?v=12', '/og/score.png'],
  ['/og/score.png?locale=en', '/og/score.png?locale=en'],
  ['/og/score.svg', null],
  ['/oembed', '/oembed'],
  ['/oembed?url=x&format=yaml', null],
  [
    '/oembed?maxwidth=300&url=https%3A%2F%2Fp.example%2Ffr%2Fscore%3Fa%3Db&maxheight=99999&junk=1',
    '/oembed?url=https%3A%2F%2Fp.example%2Ffr%2Fscore&format=json&maxwidth=300',
  ],
])('%s is kept as %s', (url, address) => {
  expect(publicAddress(url)).toBe(address)
})

test('questions about addresses have a shelf of their own: they push out no page and no badge', () => {
  expect(isOneOfMany('/oembed?url=x&format=json')).toBe(true)
  expect(isOneOfMany('/badge/score.svg')).toBe(false)
})

test('the page for frames differs from any other public page in who may frame it, and in nothing else', () => {
  const { 'X-Frame-Options': deny, ...page } = publicHeaders(true)
  const frame = embedHeaders(true)
  expect(deny).toBe('DENY')
  expect(frame['X-Frame-Options']).toBeUndefined()
  expect({ ...frame, 'Content-Security-Policy': '' }).toEqual({
    ...page,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Content-Security-Policy': '',
  })
  expect(frame['Content-Security-Policy']).toBe(
    page['Content-Security-Policy']?.replace("frame-ancestors 'none'", 'frame-ancestors *'),
  )
  expect(frame['Content-Security-Policy']).toContain("form-action 'self'")
})

test('the page that shows frames shows ours only, and may not be framed', () => {
  const policy = embedGuideHeaders(true)['Content-Security-Policy']
  expect(policy).toContain("frame-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(embedGuideHeaders(true)['X-Frame-Options']).toBe('DENY')
})

test('the policy of the badge allows its own colours by their hash, and nothing else', () => {
  const hash = createHash('sha256').update(badgeStyle).digest('base64')
  expect(badgeHeaders(true)).toEqual({
    ...mediaHeaders(true),
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; sandbox`,
  })
})

test.each([
  ['our frame on another site', { 'sec-fetch-site': 'same-origin', origin: 'https://petition.example.org' }, true],
  ['our frame, locked', { 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
  ['our frame, locked, in an older browser', { origin: 'null' }, false],
  ['the page around it', { 'sec-fetch-site': 'cross-site', origin: 'https://news.example' }, false],
])('a signature sent from %s', (_, headers, taken) => {
  const ours = ourOrigins('https://petition.example.org')
  expect(mayMutate({ method: 'POST', path: '/fr/score/sign', headers }, ours)).toBe(taken)
})

test('the script for other sites is under 5 KB as it is written, stores nothing and names nothing', () => {
  const script = readFileSync('public/embed.js')
  expect(script.length).toBeLessThan(5 * 1024)
  expect(gzipSync(script).length).toBeLessThan(1536)
  expect(script.toString()).not.toMatch(
    /cookie\s*=|localStorage|sessionStorage|indexedDB|window\.|globalThis|\bvar |setAttribute|innerHTML/,
  )
})
