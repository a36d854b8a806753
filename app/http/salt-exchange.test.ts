import { expect, test, vi } from 'vitest'
import { DaySalts, dayOf } from './day-salts.server.ts'
import { SaltExchange } from './salt-exchange.server.ts'
import { newPair, openSalt, readLetter, sealSalt, written, type Ask } from './salt-letters.server.ts'

const noon = Date.parse('2026-03-01T12:00:00Z')
const today = dayOf(noon)
const macKey = Buffer.alloc(32, 7)

/** A channel on which everyone hears everything, and that remembers it like whoever listens in. */
function aChannel() {
  const told: string[] = []
  const ears = new Set<(text: string) => void>()
  const join = ({ at = noon, key = macKey } = {}) => {
    const salts = new DaySalts()
    const clock = { now: at }
    async function say(text: string): Promise<void> {
      told.push(text)
      await Promise.resolve()
      for (const hear of ears) hear(text)
    }
    const exchange = new SaltExchange({ salts, macKey: key, say, clock: () => clock.now })
    const hear = (text: string) => exchange.hear(text)
    ears.add(hear)
    const keyOf = (day: number) => salts.macOf(day).base64url('192.0.2')
    return { exchange, salts, clock, keyOf, hear, leave: () => ears.delete(hear) }
  }
  return { told, join }
}

const anAsk = (own: Partial<Ask> = {}): Ask => ({
  kind: 'ask',
  day: today,
  key: newPair().key,
  at: noon,
  has: null,
  ...own,
})

test('who comes later takes the salt that is there, and one network has one key', async () => {
  const { join } = aChannel()
  const first = join()
  await first.exchange.tend()
  const key = first.keyOf(today)
  const later = join({ at: noon + 60_000 })
  await later.exchange.tend()
  expect(later.keyOf(today)).toBe(key)
  expect(first.keyOf(today)).toBe(key)
})

test('three who start at once agree, without anyone to ask', async () => {
  const { join } = aChannel()
  const all = [join({ at: noon + 2 }), join({ at: noon }), join({ at: noon })]
  await Promise.all(all.map(({ exchange }) => exchange.tend()))
  await vi.waitFor(() => expect(new Set(all.map(({ keyOf }) => keyOf(today))).size).toBe(1))
})

test('what was agreed upon apart from each other is one again once they compare: the older salt stays', async () => {
  const { join } = aChannel()
  const [one, two] = [join(), join({ at: noon + 1000 })]
  const three = join({ at: noon + 2000 })
  for (const { leave, exchange } of [one, two, three]) {
    leave()
    await exchange.tend()
  }
  const oldest = one.keyOf(today)
  expect(new Set([oldest, two.keyOf(today), three.keyOf(today)]).size).toBe(3)
  const again = aChannel()
  const together = [one, two, three].map(({ salts, clock }) => {
    const fresh = again.join({ at: clock.now })
    const { origin, bytes } = salts.of(today) ?? { origin: { at: 0, by: '' }, bytes: Buffer.alloc(0) }
    fresh.salts.take({ day: today, origin, bytes: Buffer.from(bytes) })
    return fresh
  })
  await together[0]?.exchange.compare()
  await vi.waitFor(() => expect(together.map(({ keyOf }) => keyOf(today))).toEqual([oldest, oldest, oldest]))
})

test('of two salts of the same millisecond both sides choose the same', () => {
  const [a, b] = ['a', 'b'].map((by, at) => ({ day: today, origin: { at: noon, by }, bytes: Buffer.alloc(32, at + 1) }))
  const makers = [a, b].map((first, at) => {
    const salts = new DaySalts()
    for (const salt of at === 0 ? [a, b] : [b, a]) if (salt) salts.take({ ...salt, bytes: Buffer.from(salt.bytes) })
    return [first?.origin.by, salts.of(today)?.origin.by]
  })
  expect(makers).toEqual([
    ['a', 'a'],
    ['b', 'a'],
  ])
})

test('tomorrow’s salt is agreed upon in the hour before, and yesterday’s is destroyed', async () => {
  const { join } = aChannel()
  const [one, two] = [join(), join()]
  const all = [one, two]
  await Promise.all(all.map(({ exchange }) => exchange.tend()))
  const before = one.keyOf(today)
  const bytes = one.salts.of(today)?.bytes
  for (const { clock } of all) clock.now = Date.parse('2026-03-01T23:10:00Z')
  await Promise.all(all.map(({ exchange }) => exchange.tend()))
  expect(one.keyOf(today)).toBe(before)
  await vi.waitFor(() => expect(one.salts.of(today + 1)?.origin).toEqual(two.salts.of(today + 1)?.origin))
  const next = one.keyOf(today + 1)
  expect(next).not.toBe(before)
  expect(two.keyOf(today + 1)).toBe(next)
  expect([bytes?.every((byte) => byte === 0), one.salts.of(today)]).toEqual([true, null])
})

test('nobody has to come for yesterday’s salt to be destroyed', async () => {
  const { salts, exchange, clock } = aChannel().join()
  await exchange.tend()
  clock.now = noon + 86_400_000
  await exchange.tend()
  expect(salts.of(today)).toBeNull()
})

test('a process that slept through the evening and made a salt of its own comes to the others’', async () => {
  const { join } = aChannel()
  const [awake, asleep] = [join(), join()]
  await awake.exchange.tend()
  vi.useFakeTimers({ toFake: ['Date'], now: noon + 60_000 })
  asleep.keyOf(today) // a form came first
  vi.useRealTimers()
  await asleep.exchange.tend()
  expect(asleep.keyOf(today)).toBe(awake.keyOf(today))
})

test.each([
  ['without the key of the product', written(anAsk(), Buffer.alloc(32, 8))],
  ['changed on the way', written(anAsk(), macKey).replace(`"at":${noon}`, `"at":${noon + 1}`)],
  ['about another day', written(anAsk({ day: today - 1 }), macKey)],
  ['about a day to come', written(anAsk({ day: today + 2 }), macKey)],
  ['of long ago', written(anAsk({ at: noon - 120_000 }), macKey)],
  ['with no code', 'hello'],
  ['with nothing', ''],
])('a question %s is not answered', (_, question) => {
  const { told, join } = aChannel()
  const { salts, hear } = join()
  salts.make(today, noon)
  const before = told.length
  hear(question)
  expect(told).toHaveLength(before)
  hear(written(anAsk(), macKey))
  expect(told).toHaveLength(before + 1)
})

test('a question is answered once, however often it is played again', () => {
  const { told, join } = aChannel()
  const { salts, hear } = join()
  salts.make(today, noon)
  const [before, question] = [told.length, written(anAsk(), macKey)]
  for (let times = 0; times < 5; times += 1) hear(question)
  expect(told).toHaveLength(before + 1)
})

test('an answer played again after the question is over changes nothing', async () => {
  const { told, join } = aChannel()
  const first = join()
  await first.exchange.tend()
  const later = join()
  await later.exchange.tend()
  const answers = told.filter((text) => text.includes('"give"'))
  expect(answers).toHaveLength(1)
  later.exchange.stop()
  const restarted = join()
  first.leave()
  later.leave()
  for (const text of told) restarted.hear(text)
  expect(restarted.salts.of(today)).toBeNull()
})

test('only the one who asked opens what was sealed, and only as it was sealed', () => {
  const [asker, other] = [newPair(), newPair()]
  const salt = { day: today, origin: { at: noon, by: 'a' }, bytes: Buffer.alloc(32, 9) }
  const give = sealSalt(salt, asker.key)
  expect(openSalt(give, asker)).toEqual(salt)
  expect(() => openSalt(give, other)).toThrow('unable to authenticate')
  expect(() => openSalt({ ...give, day: today + 1 }, asker)).toThrow('unable to authenticate')
  expect(() => openSalt({ ...give, origin: { at: 0, by: 'a' } }, asker)).toThrow('unable to authenticate')
  expect(() => openSalt({ ...give, sealed: give.sealed.slice(4) }, asker)).toThrow('not the length')
})

test('nothing on the channel shows a salt', async () => {
  const { told, join } = aChannel()
  const first = join()
  await first.exchange.tend()
  await join().exchange.tend()
  const bytes = first.salts.of(today)?.bytes ?? Buffer.alloc(0)
  for (const text of told) {
    expect(readLetter(text, macKey)).not.toBeNull()
    for (const encoding of ['hex', 'base64', 'base64url'] as const) expect(text).not.toContain(bytes.toString(encoding))
  }
})
