import { afterEach, expect, test, vi } from 'vitest'
import { listen, notify, type Listener } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { DaySalts, dayOf } from './day-salts.server.ts'
import { followSalts, type SaltChannel } from './follow-salts.server.ts'

const noon = Date.parse('2026-03-01T12:00:00Z')
const today = dayOf(noon)
const channel: SaltChannel = {
  say: (told) => notify('salt', told),
  listen: (hear, onMissed) => listen({ salt: hear }, onMissed),
}
let following: Listener[] = []

afterEach(async () => {
  await Promise.all(following.map(({ stop }) => stop()))
  following = []
})

/** One more process, as far as salts are concerned. */
async function aProcess(at = noon) {
  const salts = new DaySalts()
  following.push(await followSalts(channel, { salts, clock: () => at }))
  return { keyOf: (day: number) => salts.macOf(day).base64url('192.0.2') }
}

test('two processes of one database tell networks apart by the same keys', async () => {
  const one = await aProcess()
  const key = one.keyOf(today)
  const two = await aProcess(noon + 5000)
  expect(two.keyOf(today)).toBe(key)
  const three = await aProcess(noon + 6000)
  expect([one, two, three].map(({ keyOf }) => keyOf(today))).toEqual([key, key, key])
})

test('two that start at once agree on today and, before midnight, on tomorrow', async () => {
  const evening = Date.parse('2026-03-01T23:30:00Z')
  const [one, two] = await Promise.all([aProcess(evening), aProcess(evening)])
  await vi.waitFor(() => expect(one.keyOf(today)).toBe(two.keyOf(today)))
  expect(one.keyOf(today + 1)).toBe(two.keyOf(today + 1))
})

test('once all have ended the day has another salt: none was written down', async () => {
  const key = (await aProcess()).keyOf(today)
  await Promise.all(following.splice(0).map(({ stop }) => stop()))
  expect((await aProcess()).keyOf(today)).not.toBe(key)
})

test('what was agreed upon survives a connection that the server cuts', async () => {
  const one = await aProcess()
  const key = one.keyOf(today)
  await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'portevoix-listen' and datname = current_database()`,
  )
  const two = await aProcess(noon + 1000)
  await vi.waitFor(() => expect([one.keyOf(today), two.keyOf(today)]).toEqual([key, key]), 5000)
})
