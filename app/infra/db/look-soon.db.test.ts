import { expect, test, vi } from 'vitest'
import { notify } from './listen.server.ts'
import { lookSoon } from './look-soon.server.ts'

test('however often it is told while it looks, it does not look for each, and a look that failed stops nothing', async () => {
  let looks = 0
  let end = () => {}
  const listener = lookSoon({
    channel: 'exports',
    pause: 0,
    async look() {
      looks += 1
      if (looks === 1) throw new Error('the first look fails')
      if (looks === 2) await new Promise<void>((resolve) => (end = resolve))
    },
    fault: 'could not look',
  })
  await vi.waitFor(() => expect(looks).toBe(1))
  await notify('exports', '')
  await vi.waitFor(() => expect(looks).toBe(2))
  for (let told = 0; told < 20; told += 1) await notify('exports', '')
  end()
  await vi.waitFor(() => expect(looks).toBeGreaterThan(2))
  await listener.stop()
  expect(looks, 'one more, and those of words that arrived late').toBeLessThan(6)
})
