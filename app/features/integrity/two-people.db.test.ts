import { beforeEach, expect, test } from 'vitest'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anIntegrityDesk, later, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import {
  cancelInvalidation,
  pauseInvalidation,
  resumeInvalidation,
  startInvalidation,
} from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { findInvalidation } from './queries/invalidations.server.ts'

let desk: IntegrityDesk
const oneMayRemove = 2

beforeEach(async () => {
  desk = await anIntegrityDesk()
  await db().integritySetting.create({ data: { id: 1, twoPeopleAbove: oneMayRemove } })
})

const invalidation = (id: number) => db().invalidation.findUniqueOrThrow({ where: { id } })
const run = () => runInvalidations({ now: later(62) })
const confirm = (id: string) => confirmTarget({ campaignId: desk.campaign.id, id }, later(61))

/** A rule of Camille's about those who wait; then `confirmed` people confirm, and Camille starts it. */
async function startedAlone({ waiting, confirmed }: { waiting: number; confirmed: number }) {
  for (let n = 0; n < waiting; n += 1) await desk.sign({ domain: 'fake.example', state: 'pending' })
  const id = await desk.written()
  for (let n = 0; n < confirmed; n += 1) await confirm(await desk.sign({ domain: 'fake.example', state: 'pending' }))
  return { id, outcome: await startInvalidation(desk.steering(id, desk.camille)) }
}

test('who wrote a rule about people that wait cannot start it alone once they have confirmed', async () => {
  const ids = await Promise.all(
    Array.from({ length: 3 }, () => desk.sign({ domain: 'fake.example', state: 'pending' })),
  )
  const id = await desk.written()
  expect(await invalidation(id)).toMatchObject({ drySignatures: 3, dryCounted: 0 })
  for (const signature of ids) await confirm(signature)
  expect(await startInvalidation(desk.steering(id, desk.camille))).toEqual({ outcome: 'needs-another' })
  await run()
  expect(await desk.states()).toEqual({ confirmed: 3 })
})

test('a rule that one person started removes no more than one person may, whatever it was counted at', async () => {
  const { id, outcome } = await startedAlone({ waiting: 1, confirmed: 3 })
  expect(outcome).toEqual({ outcome: 'done' })
  await run()
  expect(await desk.states()).toEqual({ confirmed: 3, pending: 1 })
  expect(await invalidation(id)).toMatchObject({ state: 'running', paused: true, awaitsAnother: true, counted: 0 })
  expect(await desk.differences()).toEqual([])
})

test('a rule that waits for somebody else is not resumed by who wrote it, and goes to its end with another', async () => {
  const { id } = await startedAlone({ waiting: 1, confirmed: 3 })
  await run()
  expect(await findInvalidation(id, { actorId: desk.camille.id, now: later(62) })).toMatchObject({
    awaitsAnother: true,
    mayNotResume: true,
  })
  expect(await resumeInvalidation(desk.steering(id, desk.camille))).toEqual({ outcome: 'needs-another' })
  expect(await findInvalidation(id, { actorId: desk.dominique.id, now: later(62) })).toMatchObject({
    awaitsAnother: true,
    mayNotResume: false,
  })
  expect(await resumeInvalidation(desk.steering(id))).toEqual({ outcome: 'done' })
  await run()
  expect(await desk.states()).toEqual({ invalidated: 4 })
  expect(await invalidation(id)).toMatchObject({ state: 'done', awaitsAnother: false, signatures: 4, counted: 3 })
})

test('a rule that waits for somebody else is stopped for good by anyone', async () => {
  const { id } = await startedAlone({ waiting: 1, confirmed: 3 })
  await run()
  expect(await cancelInvalidation(desk.steering(id, desk.camille))).toEqual({ outcome: 'done' })
  expect(await invalidation(id)).toMatchObject({ state: 'cancelled', paused: false, awaitsAnother: false })
})

test('many small rules of one person are one large one, for a day', async () => {
  for (const domain of ['one.example', 'two.example', 'three.example']) await desk.sign({ domain })
  const alone = async (domain: string) =>
    startInvalidation(desk.steering(await desk.written({ domains: domain }), desk.camille))
  for (const domain of ['one.example', 'two.example']) {
    expect(await alone(domain)).toEqual({ outcome: 'done' })
    await run()
  }
  expect(await alone('three.example')).toEqual({ outcome: 'needs-another' })
  const third = await db().invalidation.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(await findInvalidation(third.id, { actorId: desk.camille.id, now: later(62) })).toMatchObject({
    needsAnother: true,
  })
  const nextDay = later(61 + 24 * 60)
  expect(await startInvalidation({ actor: desk.camille, id: third.id, now: nextDay })).toEqual({ outcome: 'done' })
})

test('rules that one person started and paused are counted together, and what waits to be confirmed counts like the rest', async () => {
  for (const domain of ['one.example', 'two.example'])
    for (let n = 0; n < oneMayRemove; n += 1) await desk.sign({ domain, state: 'pending' })
  const first = await desk.written({ domains: 'one.example' })
  expect(await startInvalidation(desk.steering(first, desk.camille))).toEqual({ outcome: 'done' })
  await pauseInvalidation(desk.steering(first, desk.camille))
  const second = await desk.written({ domains: 'two.example' })
  expect(await startInvalidation(desk.steering(second, desk.camille))).toEqual({ outcome: 'needs-another' })
})

test('who signs after a rule was started alone makes it wait for somebody else, confirmed or not', async () => {
  const { id, outcome } = await startedAlone({ waiting: oneMayRemove, confirmed: 0 })
  expect(outcome).toEqual({ outcome: 'done' })
  await desk.sign({ domain: 'fake.example', state: 'pending', createdAt: later(59) })
  await run()
  expect(await desk.states()).toEqual({ pending: 3 })
  expect(await invalidation(id)).toMatchObject({ paused: true, awaitsAnother: true, signatures: 0 })
})
