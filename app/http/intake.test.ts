import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDoor, closeDoors, forgetWhatCame, send } from '../../e2e/support/change-door.ts'
import { Intake, publicIntake } from './intake.server.ts'

const organisation = '/fr/score/organisations/sign'
const boundary = 'limit'
const pieceOfLogo = (bytes: number) => Buffer.alloc(bytes, 'a')

beforeEach(() => {
  vi.stubEnv('TRUST_PROXY', '1')
  forgetWhatCame()
})

afterEach(closeDoors)

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
