import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { log } from '../log/log.server.ts'
import { forgetSingleton } from '../singleton.ts'
import { closePool, databaseUrl, hotPool, pool, useDatabase } from './pool.server.ts'
import { isUnavailable } from './unavailable.server.ts'

const isPort = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object'

/** A way to the database on which everything may stop without a word, as when a machine loses its power. */
async function aWay() {
  const real = new URL(databaseUrl())
  const sockets: Socket[] = []
  let silent = false
  const server = createServer((near) => {
    const far = connect(Number(real.port), real.hostname)
    sockets.push(near, far)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => silent || to.write(bytes))
      from.on('close', () => to.destroy())
      from.on('error', () => to.destroy())
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = new URL(real)
  url.hostname = '127.0.0.1'
  url.port = String(isPort(address) ? address.port : 0)
  return {
    url: url.href,
    fallSilent: () => (silent = true),
    speakAgain: () => (silent = false),
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

afterEach(() => vi.useRealTimers())

test('a database that vanishes without a word is told as unavailable, and its connection is not lent again', async () => {
  const way = await aWay()
  const real = databaseUrl()
  useDatabase(way.url)
  forgetSingleton('hot-pool')
  const pool = hotPool()
  try {
    await pool.query('select 1')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    way.fallSilent()
    const asked = pool.query('select 2').then(
      () => null,
      (error: unknown) => error,
    )
    await new Promise((resolve) => setImmediate(resolve)) // by then it is under way
    await vi.advanceTimersByTimeAsync(15_000)
    const answered = await Promise.race([asked, new Promise((resolve) => setImmediate(resolve, 'nothing'))])
    expect(answered).toMatchObject({ code: '08006' })
    expect(isUnavailable(answered)).toBe(true)
    vi.useRealTimers()
    expect(pool.totalCount).toBe(0)
    way.speakAgain()
    const { rows } = await pool.query('select 3 as three')
    expect(rows).toEqual([{ three: 3 }])
  } finally {
    vi.useRealTimers()
    way.close()
    await pool.end()
    forgetSingleton('hot-pool')
    useDatabase(real)
  }
})

test('a connection that ends is told as lost, unless its pool was ended before: a stop in order says nothing', async () => {
  const warn = vi.spyOn(log, 'warn').mockReturnValue()
  const mine = pool()
  const ends = new Promise((ended) => mine.once('error', ended))
  await expect(mine.query('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow('terminating connection')
  const one = await mine.connect()
  one.release()
  mine.emit('error', new Error('terminating connection'), one)
  await ends
  const told = warn.mock.calls.length
  expect(told).toBeGreaterThan(0)
  await closePool()
  mine.emit('error', new Error('terminating connection'), one)
  expect(warn.mock.calls.length).toBe(told)
})
