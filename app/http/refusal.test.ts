import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { BuildSource } from './pages.server.ts'
import { refuseRequest, type Refusal, type ShownProblem } from './refusal.server.ts'

let rendered = 0
const page = ({ status, typed }: ShownProblem): string => {
  rendered += 1
  const quotes = typed.map((words) => createElement('blockquote', { key: words, className: 'original' }, words))
  return renderToStaticMarkup(createElement('main', null, `refused ${status}`, quotes, 'the end'))
}
const build = z.custom<BuildSource>().parse({ entry: { module: { renderProblem: page } } })

beforeEach(() => {
  rendered = 0
  forgetSingleton('refusals')
})

/** The bytes that a visitor gets. */
async function refused(refusal: Partial<Refusal>): Promise<string> {
  const request = new IncomingMessage(new Socket())
  request.url = '/fr/score/sign'
  const response = new ServerResponse(request)
  const parts: Buffer[] = []
  const wire = new Socket()
  wire.write = (part: Uint8Array | string) => parts.push(Buffer.from(part)) > 0
  response.assignSocket(wire)
  await refuseRequest({ request, response, build, status: 503, ...refusal })
  return Buffer.concat(parts).toString()
}

const typed = (...words: string[]) => new Map([['comment', words]])

test('a receipt that came with a form is not written on the screen', async () => {
  const fields = new Map([
    ['receipt', ['0123456789ABCDEFGHJKMNPQ']],
    ['message', ['Un mot pour vous']],
  ])
  const answer = await refused({ typed: fields })
  expect(answer).toContain('Un mot pour vous')
  expect(answer).not.toContain('0123456789ABCDEFGHJKMNPQ')
})

test('what was typed comes back as it was typed, and is never read as markup', async () => {
  const words = ['Zoë <script>alert(1)</script>', `"quoted" & 'so'`, '$& $1 TYPED', 'plain words']
  const text = await refused({ typed: typed(...words) })
  for (const one of words)
    expect(text).toContain(renderToStaticMarkup(createElement('blockquote', { className: 'original' }, one)))
  expect(text).not.toContain('<script>')
  expect(text.endsWith('the end</main>')).toBe(true)
})

test('a page is rendered once, however many are refused', async () => {
  for (let nth = 0; nth < 20; nth += 1) await refused({ typed: typed(`words ${nth}`) })
  expect(rendered).toBe(1)
  await refused({ typed: null })
  await refused({ status: 429, typed: typed('words') })
  expect(rendered).toBe(3)
})

test('the wait that is told is the one that is known', async () => {
  expect(await refused({})).toMatch(/^Retry-After: 5\r$/m)
  expect(await refused({ status: 429, retryAfter: 17 })).toMatch(/^Retry-After: 17\r$/m)
})

test('the length is told, so that a connection can go on', async () => {
  const text = await refused({ typed: typed('é'.repeat(40)) })
  const [head = '', body = ''] = text.split('\r\n\r\n')
  expect(Number(/^Content-Length: (\d+)\r$/m.exec(`${head}\r\n`)?.[1])).toBe(Buffer.byteLength(body))
})
