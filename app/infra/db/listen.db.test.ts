import { expect, test, vi } from 'vitest'
import { listen, notify } from './listen.server.ts'
import { databaseUrl, pool, useDatabase } from './pool.server.ts'

async function linesOpen(): Promise<number[]> {
  const { rows } = await pool().query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'portevoix-listen' and datname = current_database()`,
  )
  return rows.map(({ pid }) => pid)
}

/** Somebody who listens, once they do. */
async function aFollower() {
  const heard: string[] = []
  const looked = vi.fn<() => void>()
  const { stop } = listen({ count: (payload) => void heard.push(payload) }, looked)
  await vi.waitFor(() => expect(looked).toHaveBeenCalled())
  return { heard, looked, stop }
}

test('two who listen share one connection, and both hear', async () => {
  const one = await aFollower()
  const pages: string[] = []
  const two = listen(
    { page: (payload) => void pages.push(payload), count: (payload) => void pages.push(payload) },
    () => {},
  )
  await notify('page', '7')
  await notify('count', '8')
  await vi.waitFor(() => expect([one.heard, pages]).toEqual([['8'], ['7', '8']]))
  expect(await linesOpen()).toHaveLength(1)
  await Promise.all([one.stop(), two.stop()])
})

test('one stops and hears no more, the other goes on; the last to stop ends the connection', async () => {
  const one = await aFollower()
  const two = await aFollower()
  await one.stop()
  await one.stop()
  await notify('count', '1')
  await vi.waitFor(() => expect(two.heard).toEqual(['1']))
  expect(one.heard).toEqual([])
  expect(await linesOpen()).toHaveLength(1)
  await two.stop()
  await vi.waitFor(async () => expect(await linesOpen()).toEqual([]))
  const three = await aFollower()
  await notify('count', '2')
  await vi.waitFor(() => expect(three.heard).toEqual(['2']))
  await three.stop()
})

test('a connection that the server cuts comes back as one: both are told to look again, and hear again', async () => {
  const one = await aFollower()
  const two = await aFollower()
  const before = await linesOpen()
  await pool().query('select pg_terminate_backend($1)', [before[0]])
  await vi.waitFor(() => {
    expect(one.looked).toHaveBeenCalledTimes(2)
    expect(two.looked).toHaveBeenCalledTimes(2)
  }, 5000)
  const after = await linesOpen()
  expect(after).toHaveLength(1)
  expect(after).not.toEqual(before)
  await notify('count', '3')
  await vi.waitFor(() => expect([one.heard, two.heard]).toEqual([['3'], ['3']]))
  await Promise.all([one.stop(), two.stop()])
})

test('whoever stops while the connection is down is not told to look again', async () => {
  const one = await aFollower()
  const two = await aFollower()
  await pool().query('select pg_terminate_backend($1)', [(await linesOpen())[0]])
  await one.stop()
  await vi.waitFor(() => expect(two.looked).toHaveBeenCalledTimes(2), 5000)
  expect(one.looked).toHaveBeenCalledTimes(1)
  await two.stop()
  await vi.waitFor(async () => expect(await linesOpen()).toEqual([]))
})

test('who stops before the connection stands leaves none behind', async () => {
  await listen({ count: () => {} }, () => {}).stop()
  await vi.waitFor(async () => expect(await linesOpen()).toEqual([]))
})

test('a database that is not there yet is asked again until it is', async () => {
  await pool().query('select 1')
  const real = databaseUrl()
  useDatabase('postgresql://127.0.0.1:1/nowhere')
  const looked = vi.fn<() => void>()
  const { stop } = listen({}, looked)
  useDatabase(real)
  await vi.waitFor(() => expect(looked).toHaveBeenCalledOnce(), 5000)
  await stop()
})

test('one who fails at what is heard does not deafen the others', async () => {
  const fails = () => {
    throw new Error('of no interest')
  }
  const clumsy = listen({ count: fails }, fails)
  const one = await aFollower()
  await notify('count', '4')
  await vi.waitFor(() => expect(one.heard).toEqual(['4']))
  await Promise.all([clumsy.stop(), one.stop()])
})

test('whoever joins those who listen already is told to look once, and not once they have left', async () => {
  const one = await aFollower()
  const gone = vi.fn<() => void>()
  await listen({}, gone).stop()
  const two = await aFollower()
  expect(two.looked).toHaveBeenCalledOnce()
  expect(one.looked).toHaveBeenCalledOnce()
  expect(gone).not.toHaveBeenCalled()
  await Promise.all([one.stop(), two.stop()])
})
