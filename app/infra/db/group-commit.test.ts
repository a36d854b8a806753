import { expect, test } from 'vitest'
import { groupCommit, Overloaded } from './group-commit.ts'

const failure = (code: string) => Object.assign(new Error('refused'), { code })
/** A flush that waits until it is told to go on. */
function gate() {
  const groups: number[][] = []
  const open: (() => void)[] = []
  const flush = (rows: readonly number[]) =>
    new Promise<number[]>((resolve) => {
      groups.push([...rows])
      open.push(() => resolve(rows.map((row) => row * 10)))
    })
  return { groups, open, flush }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('each caller is answered for its own row, after its own flush', async () => {
  const group = groupCommit({ flush: async (rows: readonly number[]) => rows.map((row) => row * 10) })
  expect(await Promise.all([1, 2, 3].map((row) => group.add(row)))).toEqual([10, 20, 30])
})

test('rows that arrive while a flush is under way travel together', async () => {
  const { groups, open, flush } = gate()
  const group = groupCommit({ flush, inFlight: 1 })
  const first = group.add(1)
  await turn()
  const others = [2, 3, 4].map((row) => group.add(row))
  await turn()
  expect(groups).toEqual([[1]])
  open[0]?.()
  await first
  await turn()
  await turn()
  expect(groups).toEqual([[1], [2, 3, 4]])
  open[1]?.()
  expect(await Promise.all(others)).toEqual([20, 30, 40])
})

test('nobody is answered before the flush has ended', async () => {
  const { open, flush } = gate()
  const group = groupCommit({ flush })
  let answered = false
  const row = group.add(1).then(() => (answered = true))
  await turn()
  await turn()
  expect(answered).toBe(false)
  open[0]?.()
  await row
  expect(answered).toBe(true)
})

test('a queue that is full says so instead of growing', async () => {
  const { open, flush } = gate()
  const group = groupCommit({ flush, inFlight: 1, most: 1, waiting: 2 })
  const first = group.add(1)
  await turn()
  const waiting = [group.add(2), group.add(3)]
  await expect(group.add(4)).rejects.toBeInstanceOf(Overloaded)
  for (let at = 0; at < 3; at += 1) {
    open[at]?.()
    await turn()
    await turn()
  }
  expect(await Promise.all([first, ...waiting])).toEqual([10, 20, 30])
})

test('a deadlock is tried again', async () => {
  let tries = 0
  const group = groupCommit({
    flush: async (rows: readonly number[]) => {
      tries += 1
      if (tries < 3) throw failure('40P01')
      return rows
    },
  })
  expect(await group.add(1)).toBe(1)
  expect(tries).toBe(3)
})

test('a row that cannot be stored does not take its neighbours with it', async () => {
  const group = groupCommit({
    flush: async (rows: readonly number[]) => {
      if (rows.includes(7)) throw failure('22021')
      return rows
    },
  })
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, row) => group.add(row)))
  expect(results.map(({ status }, row) => (status === 'rejected' ? row : null)).filter((row) => row !== null)).toEqual([
    7,
  ])
})

test('when the database is away every caller hears of it', async () => {
  const group = groupCommit({ flush: () => Promise.reject(failure('57P01')) })
  const results = await Promise.allSettled([group.add(1), group.add(2)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('draining waits for what is under way', async () => {
  const { open, flush } = gate()
  const group = groupCommit({ flush })
  const row = group.add(1)
  await turn()
  let drained = false
  const draining = group.drain().then(() => (drained = true))
  await turn()
  expect(drained).toBe(false)
  open[0]?.()
  await row
  await draining
})
