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

/** A database of a given pace, on a clock of its own. */
function paced(first: number) {
  let now = 0
  let millisecondsPerRow = first
  const { open, groups, flush } = gate()
  const land = async () => {
    now += (groups[open.length - 1]?.length ?? 0) * millisecondsPerRow
    open.at(-1)?.()
    await turn()
    await turn()
  }
  return {
    flush,
    land,
    clock: () => now,
    pass: (milliseconds: number) => (now += milliseconds),
    goAt: (pace: number) => (millisecondsPerRow = pace),
  }
}

const countRefused = async (adding: readonly Promise<unknown>[]) => {
  const refused = adding.map((one) =>
    one.then(
      () => 0,
      (error: unknown) => Number(error instanceof Overloaded),
    ),
  )
  return { sum: async () => (await Promise.all(refused)).reduce((sum: number, one) => sum + one, 0) }
}

test('the queue is as long as what can be written in time, at the pace of the last groups', async () => {
  const { flush, land, clock } = paced(2)
  const group = groupCommit({ flush, inFlight: 1, most: 100, patience: 1000, clock })
  // Thirty groups of a hundred rows at 2 ms each: it learns that 500 rows are a second.
  for (let round = 0; round < 30; round += 1) {
    for (let row = 0; row < 100; row += 1) void group.add(row)
    await turn()
    await land()
  }
  const crowd = await countRefused(Array.from({ length: 2000 }, (_, row) => group.add(row)))
  for (let rounds = 0; rounds < 12; rounds += 1) {
    await turn()
    await land()
  }
  const refused = await crowd.sum()
  expect(2000 - refused).toBeGreaterThan(450)
  expect(2000 - refused).toBeLessThan(560)
})

test('when the first in the queue has waited too long, who comes is told at once; afterwards all goes on', async () => {
  const { flush, land, clock, pass } = paced(0)
  const group = groupCommit({ flush, inFlight: 1, most: 10, patience: 1000, clock })
  const stuck = group.add(1)
  await turn()
  const behind = group.add(2)
  pass(999)
  const inTime = group.add(3)
  pass(2)
  await expect(group.add(4)).rejects.toBeInstanceOf(Overloaded)
  await land()
  await land()
  expect(await Promise.all([stuck, behind, inTime])).toEqual([10, 20, 30])
  const after = group.add(5)
  await turn()
  await land()
  expect(await after).toBe(50)
})

test('a pace that was learned in bad times is forgotten in good ones, even by small groups', async () => {
  const { flush, land, clock, goAt } = paced(50)
  const group = groupCommit({ flush, inFlight: 1, most: 20, patience: 1000, clock })
  const rounds = async (count: number, rows: number) => {
    for (let round = 0; round < count; round += 1) {
      for (let row = 0; row < rows; row += 1) void group.add(row)
      await turn()
      await land()
    }
  }
  const refusedOf = async (rows: number) => {
    const crowd = await countRefused(Array.from({ length: rows }, (_, row) => group.add(row)))
    for (let landings = 0; landings < rows / 10; landings += 1) {
      await turn()
      await land()
    }
    return crowd.sum()
  }
  await rounds(20, 20)
  expect(await refusedOf(200)).toBeGreaterThan(150)
  goAt(0.1)
  await rounds(40, 3)
  expect(await refusedOf(200)).toBe(0)
})
