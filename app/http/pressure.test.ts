import { expect, test } from 'vitest'
import { Desk, Turnstile } from './pressure.server.ts'
import { Refused } from './refused.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))
test('forms are taken as they come while a turn is short', async () => {
  let now = 0
  const gate = new Turnstile(() => now)
  expect(Array.from({ length: 500 }, () => gate.enter()).every((wait) => wait === null)).toBe(true)
  now += 99
  expect(gate.enter()).toBeNull()
})

test('in a long turn they wait for their own, a few at a time and in order', async () => {
  let now = 0
  const gate = new Turnstile(() => now)
  expect(gate.enter()).toBeNull()
  now += 101
  const entered: number[] = []
  const waits = Array.from({ length: 250 }, (_, nth) => gate.enter()?.then((admitted) => admitted && entered.push(nth)))
  expect(waits.every((wait) => wait !== undefined)).toBe(true)
  const counts: number[] = []
  for (let turns = 0; turns < 12; turns += 1) {
    await turn()
    counts.push(entered.length)
  }
  expect(counts.filter((count, at) => count !== counts[at - 1])).toEqual([32, 64, 96, 128, 160, 192, 224, 250])
  expect(entered).toEqual(Array.from({ length: 250 }, (_, nth) => nth))
  expect(gate.enter(), 'the next turn begins anew').toBeNull()
})

test('who would come too late is told so, and who comes when thousands wait is told at once', async () => {
  let now = 0
  const gate = new Turnstile(() => now)
  expect(gate.enter()).toBeNull()
  now += 101
  const inTime = gate.enter()
  const crowd = Array.from({ length: 5100 }, () => gate.enter())
  expect(await crowd.at(-1)).toBe(false)
  await turn()
  expect(await inTime).toBe(true)
  now += 501
  for (let turns = 0; turns < 200; turns += 1) await turn()
  const answers = await Promise.all(crowd.map(async (wait) => wait))
  expect(answers.filter((admitted) => admitted)).toHaveLength(31)
})

test('so many pages are under way at once and no more, and a place is given back however a page ends', async () => {
  const desk = new Desk(2)
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = []
  const work = desk.bound<string, void>(
    () => new Promise<void>((resolve, reject) => void ends.push({ resolve, reject })),
  )
  const first = work('a')
  const second = work('b')
  await expect(work('c')).rejects.toBeInstanceOf(Refused)
  ends[0]?.resolve()
  ends[1]?.reject(new Error('broken'))
  await first
  await expect(second).rejects.toThrow('broken')
  const third = work('d')
  const fourth = work('e')
  await expect(work('f')).rejects.toBeInstanceOf(Refused)
  ends[2]?.resolve()
  ends[3]?.resolve()
  await Promise.all([third, fourth])
})
