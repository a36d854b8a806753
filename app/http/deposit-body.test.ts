import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDoor, closeDoors, forgetWhatCame, send } from '../../e2e/support/change-door.ts'
import { filesIntake } from './intake.server.ts'

beforeEach(() => {
  vi.stubEnv('TRUST_PROXY', '1')
  forgetWhatCame()
})

afterEach(closeDoors)

const boundary = 'limit'
const megabyte = 2 ** 20
const deposit = { path: '/fr/score/testify', type: `multipart/form-data; boundary=${boundary}` }
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (content: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="../../a.php"\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ])
const end = `--${boundary}--\r\n`
const story = field('story', 'é'.repeat(20_000))

test('a testimony comes with ten megabytes of files, or with none in either kind of form', async () => {
  const port = await aDoor()
  const files = Array.from({ length: 10 }, () => file(Buffer.alloc(megabyte, 'a')))
  const bodies: [string, string | undefined, (string | Buffer)[]][] = [
    ['story,files×10', deposit.type, [story, ...files, end]],
    ['story', deposit.type, [story, end]],
    ['story', undefined, ['story=a']],
  ]
  for (const [told, type, parts] of bodies) {
    const sent = send(port, { ...deposit, type, from: '192.0.2.1' })
    for (const part of parts) sent.out.write(part)
    sent.out.end()
    expect([await sent.status, await sent.text]).toEqual([200, told])
  }
  expect(filesIntake().held).toBe(0)
})

test('a form without files is no larger than before, whatever it says of itself', async () => {
  const port = await aDoor()
  const plain = send(port, { path: deposit.path, from: '192.0.2.1' })
  plain.out.end(`story=${'a'.repeat(600_000)}`)
  expect(await plain.status).toBe(413)
  const elsewhere = send(port, { ...deposit, path: '/fr/score/sign', from: '192.0.2.1' })
  elsewhere.out.end(Buffer.concat([file(Buffer.alloc(100_000)), Buffer.from(end)]))
  expect(await elsewhere.status).toBe(413)
  const small = send(port, { ...deposit, path: '/fr/score/sign', from: '192.0.2.1' })
  small.out.end(field('name', 'a') + end)
  expect(await small.status).toBe(415)
})

test('fifty megabytes are refused unread when they are announced, and kept nowhere when they are not', async () => {
  const port = await aDoor()
  const announced = send(port, { ...deposit, from: '192.0.2.1', headers: { 'content-length': 50 * megabyte } })
  announced.out.write(story)
  expect(await announced.status).toBe(413)
  const before = process.memoryUsage()
  const sent = send(port, { ...deposit, from: '192.0.2.1' })
  sent.out.on('error', () => {}) // cut off in the middle, as it may be
  sent.out.write(story)
  sent.out.write(file(Buffer.alloc(14 * megabyte)))
  sent.out.end(field('late', 'a'))
  expect([await sent.status, await sent.text]).toEqual([413, 'story,cut off'])
  expect(filesIntake().held).toBe(0)
  const endless = send(port, { ...deposit, from: '192.0.2.1' })
  endless.out.on('error', () => {})
  const piece = Buffer.alloc(megabyte)
  for (let at = 0; at < 50; at += 1) endless.out.write(piece)
  expect(await endless.status).toBe(413)
  expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(30 * megabyte)
})

test('a testimony whose files are too large reaches its page without them, and with all that stands before them', async () => {
  const port = await aDoor()
  const fields = [story, field('uses', 'publish'), field('consent', 'on'), field('contentWarning', 'a')]
  for (const announced of [undefined, 40 * megabyte]) {
    const sent = send(port, {
      ...deposit,
      from: '192.0.2.1',
      headers: announced === undefined ? {} : { 'content-length': announced },
    })
    sent.out.on('error', () => {}) // cut off in the middle, as it may be
    for (const part of fields) sent.out.write(part)
    sent.out.write(file(Buffer.alloc(14 * megabyte)))
    if (announced === undefined) sent.out.end(end)
    expect([await sent.status, await sent.text]).toEqual([413, 'story,uses,consent,contentWarning,cut off'])
    sent.out.destroy()
  }
  expect(filesIntake().held).toBe(0)
})

test('a thousand small files are refused before anything is made of them', async () => {
  const port = await aDoor()
  const sent = send(port, { ...deposit, from: '192.0.2.1' })
  sent.out.end(Buffer.concat([...Array.from({ length: 1000 }, () => file(Buffer.from('a'))), Buffer.from(end)]))
  expect(await sent.status).toBe(400)
})

test('files that come slowly keep out those of the same network only, and no form without files', async () => {
  const port = await aDoor()
  const slow = send(port, { ...deposit, from: '192.0.2.1' })
  slow.status.catch(() => {})
  slow.out.write(file(Buffer.alloc(8 * megabyte)))
  await vi.waitFor(() => expect(filesIntake().held).toBeGreaterThan(8 * megabyte))
  const answers: [string, number][] = [
    ['192.0.2.1', 503],
    ['198.51.100.1', 200],
  ]
  for (const [from, status] of answers) {
    const sent = send(port, { ...deposit, from })
    sent.out.end(Buffer.concat([file(Buffer.alloc(8 * megabyte)), Buffer.from(end)]))
    expect(await sent.status).toBe(status)
  }
  const plain = send(port, { path: deposit.path, from: '192.0.2.1' })
  plain.out.end(`story=${'a'.repeat(100_000)}`)
  expect(await plain.status).toBe(200)
  slow.out.destroy()
  await vi.waitFor(() => expect(filesIntake().held).toBe(0))
})
