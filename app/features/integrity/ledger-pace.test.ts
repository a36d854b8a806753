import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AnswerCache } from '#app/infra/cache/answer-cache.server.ts'
import { touchWithCount } from './ledger-pace.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Kept pages of which each says how often it was made. */
function keptPages() {
  const made = new Map<string, number>()
  const kept = new AnswerCache({
    make: async (address) => {
      made.set(address, (made.get(address) ?? 0) + 1)
      return { answer: { status: 200, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('x') }, keep: true }
    },
  })
  return { kept, makings: (address: string) => made.get(address) ?? 0 }
}

test('while the count changes all the time, the ledger is made again every ten seconds and the others at once', async () => {
  const { kept, makings } = keptPages()
  const { changed, stop } = touchWithCount(kept)
  const ledgers = ['/fr/score/ledger', '/api/v1/campaigns/score/ledger', '/api/v1/campaigns/score/ledger?format=csv']
  const others = ['/fr/score', '/fr/ledger', '/api/v1/campaigns/ledger']
  for (let tenth = 0; tenth < 300; tenth += 1) {
    changed()
    for (const address of [...ledgers, ...others]) await kept.get(address)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(others.filter((address) => makings(address) < 290)).toEqual([])
  expect(ledgers.filter((address) => makings(address) > 4)).toEqual([])
  stop()
})

test('the ledger follows the last change within ten seconds', async () => {
  const { kept, makings } = keptPages()
  const { changed } = touchWithCount(kept)
  await kept.get('/en/score/ledger')
  changed()
  await vi.advanceTimersByTimeAsync(10_000)
  await kept.get('/en/score/ledger')
  expect(makings('/en/score/ledger')).toBe(2)
})
