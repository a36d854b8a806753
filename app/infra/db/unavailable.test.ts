import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { closePool, pool, useDatabase } from './pool.server.ts'
import { db } from './prisma.server.ts'
import { isUnavailable } from './unavailable.server.ts'

afterEach(() => closePool())

/** Answers as PostgreSQL does with a fatal error (message `E` of its protocol), whatever is asked. */
async function refusing(code: string) {
  const said = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(said.length + 4, 1)
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(Buffer.concat([head, said])))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  useDatabase(`postgresql://somebody:else@127.0.0.1:${port}/nowhere`)
  return { stop: () => new Promise((resolve) => server.close(resolve)) }
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test.each(['57P03', '57P01', '08006'])(
  'a database that says %s is away, by whichever way it was asked',
  async (code) => {
    const server = await refusing(code)
    expect(isUnavailable(await errorOf(pool().query('select 1')))).toBe(true)
    expect(isUnavailable(await errorOf(db().campaign.count()))).toBe(true)
    expect(isUnavailable(await errorOf(db().$transaction((tx) => tx.campaign.count())))).toBe(true)
    await server.stop()
  },
)

test('a database that nobody serves is away', async () => {
  const server = await refusing('57P03')
  await server.stop()
  expect(isUnavailable(await errorOf(pool().query('select 1')))).toBe(true)
  expect(isUnavailable(await errorOf(db().campaign.count()))).toBe(true)
})

test('a mistake of ours is not', async () => {
  const server = await refusing('42P01')
  expect(isUnavailable(await errorOf(pool().query('select 1')))).toBe(false)
  expect(isUnavailable(await errorOf(db().campaign.count()))).toBe(false)
  await server.stop()
})
