import { beforeEach, expect, test } from 'vitest'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { domainIndex } from '#app/features/signatures/indexes.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anIntegrityDesk, later, noon, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { releaseHeld } from './commands/release-held.server.ts'
import { startInvalidation, undoInvalidation } from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'

let desk: IntegrityDesk

beforeEach(async () => {
  desk = await anIntegrityDesk()
})

/** Somebody whose signature is held and who asked for news with it. */
async function heldReader(given: { askedAt?: Date; endedAt?: Date } = {}) {
  const id = await desk.sign({ domain: 'fake.example', state: 'quarantined' })
  const { emailIndex } = await db().signature.findFirstOrThrow({ where: { id }, select: { emailIndex: true } })
  const campaignId = desk.campaign.id
  await aSubscription({ campaignId, state: 'pending', emailIndex: Buffer.from(emailIndex) })
  await db().subscription.updateMany({ data: given })
  return { confirm: () => confirmTarget({ campaignId, id }, later(5)) }
}

const release = () =>
  releaseHeld({
    actor: desk.camille,
    campaignId: desk.campaign.id,
    groups: [{ by: 'domain', key: domainIndex('fake.example').toString('hex') }],
    heldUntil: later(6),
    trust: false,
    now: later(10),
  })
const news = () =>
  db().subscription.findFirstOrThrow({ select: { state: true, activatedAt: true }, orderBy: { id: 'asc' } })

test('who confirmed while held gets their news once the signature is released', async () => {
  const { confirm } = await heldReader()
  await confirm()
  expect(await news()).toEqual({ state: 'pending', activatedAt: null })
  expect(await release()).toBe(1)
  expect(await news()).toEqual({ state: 'active', activatedAt: later(10) })
})

test('who confirmed while a rule had removed the signature gets their news once it is given back', async () => {
  const { confirm } = await heldReader()
  await release()
  const id = await desk.written()
  await startInvalidation(desk.steering(id))
  await runInvalidations({ now: later(62) })
  await confirm()
  expect((await news()).state).toBe('pending')
  await undoInvalidation(desk.steering(id))
  await runInvalidations({ now: later(63) })
  expect((await news()).state).toBe('active')
})

test('what a rule gives back to be reviewed brings no news yet', async () => {
  const { confirm } = await heldReader()
  await confirm()
  const id = await desk.written()
  await startInvalidation(desk.steering(id))
  await runInvalidations({ now: later(62) })
  await undoInvalidation(desk.steering(id))
  await runInvalidations({ now: later(63) })
  expect(await desk.states()).toEqual({ quarantined: 1 })
  expect((await news()).state).toBe('pending')
})

test.each([
  ['by somebody who has not confirmed', {}, false],
  ['after they confirmed', { askedAt: later(6) }, true],
  ['after they left the news', { endedAt: noon }, true],
])('news that were asked for %s still wait when the signature is released', async (_, given, confirms) => {
  const { confirm } = await heldReader(given)
  if (confirms) await confirm()
  expect(await release()).toBe(1)
  expect((await news()).state).toBe('pending')
})
