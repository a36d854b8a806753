import { expect, test } from 'vitest'
import { Line } from './line.ts'

const patient = { atOnce: 1, mostWaiting: 1, patience: 60_000 }

test('who comes while all places are taken waits for the next one that is left', async () => {
  const line = new Line(patient)
  const leave = await line.enter()
  const second = line.enter()
  leave?.()
  const leaveSecond = await second
  expect(leaveSecond).toBeTypeOf('function')
  leaveSecond?.()
  expect(await line.enter()).toBeTypeOf('function')
})

test('who comes behind those that wait is sent away at once', async () => {
  const line = new Line(patient)
  const leave = await line.enter()
  const second = line.enter()
  expect(await line.enter()).toBe(null)
  leave?.()
  expect(await second).toBeTypeOf('function')
})

test('who has waited long enough goes away, and takes no place of others', async () => {
  const line = new Line({ ...patient, patience: 1 })
  const leave = await line.enter()
  expect(await line.enter()).toBe(null)
  leave?.()
  expect(await line.enter()).toBeTypeOf('function')
  expect(await line.enter()).toBe(null)
})
