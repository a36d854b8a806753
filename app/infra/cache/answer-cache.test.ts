import { expect, test } from 'vitest'
import { AnswerCache, type Made } from './answer-cache.server.ts'
import { chooseEncoding } from './stored-answer.server.ts'

const made = (text: string, keep = true): Made => ({
  answer: { status: 200, headers: { 'Content-Type': 'text/html' }, body: Buffer.from(text) },
  keep,
})

function aCache() {
  const state = { now: 0, version: 1, makings: 0, keep: true, broken: false }
  const cache = new AnswerCache({
    clock: () => state.now,
    make: async () => {
      state.makings += 1
      if (state.broken) throw new Error('away')
      return made(`version ${state.version}`, state.keep)
    },
  })
  const read = async (address = '/fr') => (await cache.get(address)).body.identity.toString()
  return { state, cache, read }
}

test('a page is made once, however many ask at the same time', async () => {
  const { state, read } = aCache()
  await Promise.all(Array.from({ length: 50 }, () => read()))
  await read()
  expect(state.makings).toBe(1)
})

test('a page whose content changed is made again before it is shown', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.version = 2
  cache.touch(() => true)
  state.now += 200
  expect(await read()).toBe('version 2')
})

test('a page that counts is made ten times a second at most', async () => {
  const { state, cache, read } = aCache()
  await read()
  for (let change = 0; change < 100; change += 1) {
    cache.touch(() => true)
    state.now += 5
    await read()
  }
  expect(state.makings).toBeLessThanOrEqual(6)
})

test('an old page is shown at once and made again behind it', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.version = 2
  state.now += 61_000
  expect(cache.ready('/fr')?.body.identity.toString()).toBe('version 1')
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  expect(await read()).toBe('version 2')
})

test('while a page cannot be made the old one serves', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.broken = true
  cache.touch(() => true)
  state.now += 500
  expect(await read()).toBe('version 1')
})

test('what may be taken back is never sent once it is too old, not even when no new one can be made', async () => {
  const state = { now: 0, broken: false }
  const cache = new AnswerCache({
    clock: () => state.now,
    tooOld: (address) => (address === '/voice' ? 60_000 : Infinity),
    make: async () => {
      if (state.broken) throw new Error('away')
      return made('a story')
    },
  })
  for (const address of ['/voice', '/other']) await cache.get(address)
  state.broken = true
  state.now = 59_999
  expect(cache.ready('/voice')).toBeDefined()
  state.now = 60_000
  expect(cache.ready('/voice')).toBeUndefined()
  await expect(cache.get('/voice')).rejects.toThrow('away')
  expect((await cache.get('/other')).status).toBe(200)
})

test('of a page that is too old only what nobody may take back is sent while no new one can be made', async () => {
  const state = { now: 0, version: 1, makings: 0, broken: false }
  const cache = new AnswerCache({
    clock: () => state.now,
    tooOld: () => 50_000,
    remainder: (_, answer) => ({ ...answer, body: Buffer.from(`${answer.body.toString()} without`) }),
    make: async () => {
      state.makings += 1
      if (state.broken) throw new Error('away')
      return made(`version ${state.version}`)
    },
  })
  const read = async () => (await cache.get('/campaign')).body.identity.toString()
  await read()
  state.broken = true
  cache.touch(() => true)
  state.now = 49_999
  expect(await read()).toBe('version 1')
  state.now = 50_000
  expect(cache.ready('/campaign')).toBeUndefined()
  expect([await read(), await read()]).toEqual(['version 1 without', 'version 1 without'])
  Object.assign(state, { broken: false, version: 2 })
  expect(await read()).toBe('version 2')
})

test('what may not grow old is made again behind it at half its age', async () => {
  const state = { now: 0, makings: 0 }
  const cache = new AnswerCache({
    clock: () => state.now,
    tooOld: () => 50_000,
    make: async () => made(`version ${(state.makings += 1)}`),
  })
  await cache.get('/voice')
  state.now = 24_999
  cache.ready('/voice')
  expect(state.makings).toBe(1)
  state.now = 25_000
  expect(cache.ready('/voice')?.body.identity.toString()).toBe('version 1')
  expect(state.makings).toBe(2)
})

test('what was known before a purge is not sent because nothing new can be made', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.broken = true
  cache.touch(() => true)
  state.now += 200
  const reading = read()
  cache.purge()
  await expect(reading).rejects.toThrow('away')
})

test('after a purge nothing old is shown, not even what was being made', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.version = 2
  cache.purge()
  expect(cache.ready('/fr')).toBeUndefined()
  expect(await read()).toBe('version 2')
})

test('what may not be kept is not kept', async () => {
  const { state, cache, read } = aCache()
  state.keep = false
  await read()
  expect(cache.ready('/fr')).toBeUndefined()
})

test('a page that may no longer be kept is gone after it was made again', async () => {
  const { state, cache, read } = aCache()
  await read()
  state.keep = false
  state.version = 2
  state.now += 61_000
  cache.ready('/fr')
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  expect(cache.ready('/fr')).toBeUndefined()
  expect(await read()).toBe('version 2')
})

test('a change during the making is not lost', async () => {
  const { state, cache, read } = aCache()
  const making = read()
  cache.touch(() => true)
  state.version = 2
  await making
  state.now += 200
  expect(await read()).toBe('version 2')
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5', 'br'],
  ['', 'identity'],
  ['brotli', 'identity'],
  ['identity', 'identity'],
])('a visitor who accepts "%s" is sent %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding)
})
