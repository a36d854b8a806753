import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { Intake } from './intake.server.ts'
import { bringsPicture, withPicture } from './team-files.server.ts'

let server: Server | undefined
const intake = new Intake(100 * 2 ** 20)
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const boundary = 'edge'
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const form = (bytes: number) =>
  Buffer.concat([
    Buffer.from(field('intent', 'add') + field('altFr', 'Une foule & « midi »')),
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="picture"; filename="a.png"\r\n\r\n`),
    Buffer.alloc(bytes, 'a'),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

/** What the page gets of a form: its type without the edge, and its bytes. */
async function arrived(body: Buffer): Promise<{ type: string; bytes: Buffer }> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const hold = intake.open(() => null)
    try {
      const again = await withPicture(request, hold)
      response.setHeader('Told', again.headers['content-type'] ?? '')
      response.end(Buffer.concat(await again.toArray()))
    } catch (cause) {
      response.setHeader('Told', cause instanceof Error ? cause.name : '')
      response.end()
    } finally {
      hold.release()
    }
  }
  server = createServer((request, response) => void answer(request, response)).listen(0)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const out = ask({ port, method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
  const replied = new Promise<IncomingMessage>((resolve, reject) => out.once('response', resolve).once('error', reject))
  out.end(body)
  const reply = await replied
  return { type: String(reply.headers.told).split(';', 1)[0] ?? '', bytes: Buffer.concat(await reply.toArray()) }
}

test('a form with a picture comes as it was sent', async () => {
  const sent = form(8 * 2 ** 20)
  const { type, bytes } = await arrived(sent)
  expect(type).toBe('multipart/form-data')
  expect(bytes.equals(sent)).toBe(true)
  expect(intake.held).toBe(0)
})

test('of a picture that is too large, what was typed before it comes alone', async () => {
  const { type, bytes } = await arrived(form(10 * 2 ** 20))
  expect(type).toBe('application/x-www-form-urlencoded')
  expect(Object.fromEntries(new URLSearchParams(bytes.toString()))).toEqual({
    intent: 'add',
    altFr: 'Une foule & « midi »',
    cutOff: 'on',
  })
  expect(intake.held).toBe(0)
})

test('a form that is large without a field is refused, and no other address of the team takes as much', async () => {
  expect((await arrived(Buffer.alloc(10 * 2 ** 20))).type).toBe('TooLarge')
  expect(bringsPicture('/admin/mailings/pictures', 'multipart/form-data')).toBe(true)
  expect(bringsPicture('/admin/mailings/new', 'multipart/form-data')).toBe(false)
  expect(bringsPicture('/admin/mailings/pictures', 'application/x-www-form-urlencoded')).toBe(false)
})
