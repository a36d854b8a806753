import { beforeEach, expect, test } from 'vitest'
import { confirmTarget } from '#app/features/signatures/commands/confirm-signature.server.ts'
import { disownSignature } from '#app/features/signatures/commands/disown-signature.server.ts'
import { expireUnconfirmed } from '#app/features/signatures/jobs/expire-unconfirmed.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { anIntegrityDesk, later, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { startInvalidation, undoInvalidation } from './commands/steer-invalidation.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'

let desk: IntegrityDesk

beforeEach(async () => {
  desk = await anIntegrityDesk()
})

const sign = () => desk.sign({ domain: 'fake.example', state: 'pending' })
const confirm = (id: string) => confirmTarget({ campaignId: desk.campaign.id, id }, later(30))

async function removed(): Promise<number> {
  const id = await desk.written()
  await startInvalidation(desk.steering(id))
  await runInvalidations({ now: later(62) })
  return id
}

async function undone(id: number, at = later(63)) {
  await undoInvalidation(desk.steering(id))
  await runInvalidations({ now: at })
  const shown = { state: true, signatures: true, counted: true, givenBack: true, givenBackCounted: true }
  return db().invalidation.findUniqueOrThrow({ where: { id }, select: shown })
}

test('what confirmed while it was removed is given back as counted, and nothing falls below none', async () => {
  const signature = await sign()
  const id = await removed()
  await confirm(signature)
  expect(await undone(id)).toEqual({ state: 'undone', signatures: 1, counted: 0, givenBack: 1, givenBackCounted: 1 })
})

test('who left or expired while a rule had removed them is not given back', async () => {
  const [left, stays] = [await sign(), await sign()]
  await sign()
  for (const signature of [left, stays]) await confirm(signature)
  const id = await removed()
  await disownSignature(linkToken('not-me', { campaignId: desk.campaign.id, id: left }), later(62))
  const afterAWeek = later(8 * 24 * 60)
  await expireUnconfirmed.run(afterAWeek)
  expect(await undone(id, afterAWeek)).toEqual({
    state: 'undone',
    signatures: 3,
    counted: 2,
    givenBack: 1,
    givenBackCounted: 1,
  })
})

test('the trail says how many were given back', async () => {
  const signature = await sign()
  const id = await removed()
  await confirm(signature)
  await undone(id)
  const said = await db().auditEntry.findFirstOrThrow({ where: { action: 'invalidation.undone' } })
  expect(said.detail).toEqual({ signatures: 1, counted: 1 })
})
