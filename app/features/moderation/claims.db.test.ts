import { expect, test } from 'vitest'
import type { Actor } from '#app/features/staff/policy.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { claimTestimony, keepClaim, takeOverTestimony } from './commands/claim-testimony.server.ts'

const now = new Date('2026-02-04T18:00:00Z')
const later = (minutes: number, milliseconds = 0) => new Date(now.getTime() + minutes * 60_000 + milliseconds)
const keyring = keyringOfThisMachine()
const hands = (actor: Actor, testimonyId: string, at = now) => ({ actor, testimonyId, now: at, keyring })
const takeOver = (actor: Actor, id: string, at: Date) =>
  takeOverTestimony({ reason: 'leftAlone' }, hands(actor, id, at))

test('five minutes without a gesture are counted from the last one, whatever it was', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  await claimTestimony(hands(first, id))
  expect(await keepClaim(hands(first, id, later(4)))).toBe(true)
  expect(await takeOver(second, id, later(9, -1))).toEqual({ outcome: 'too-early' })
  expect(await takeOver(second, id, later(9))).toEqual({ outcome: 'taken-over-by-you' })
  expect(await keepClaim(hands(first, id, later(10)))).toBe(false)
})

test('a claim is kept for as long as there are gestures, and is free half an hour after the last', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  await claimTestimony(hands(first, id))
  for (let minutes = 20; minutes <= 100; minutes += 20)
    expect(await keepClaim(hands(first, id, later(minutes)))).toBe(true)
  expect(await claimTestimony(hands(second, id, later(130, -1)))).toEqual({ outcome: 'claimed-by-another' })
  expect(await keepClaim(hands(first, id, later(130))), 'what is over is not brought back').toBe(false)
  expect(await claimTestimony(hands(second, id, later(130)))).toEqual({ outcome: 'claimed' })
})

test('a gesture takes nothing, and writes nothing down', async () => {
  const { id } = await aTestimony()
  const [first, second] = [await anActor(), await anActor()]
  expect(await keepClaim(hands(first, id))).toBe(false)
  await claimTestimony(hands(first, id))
  const before = await db().auditEntry.count()
  expect(await keepClaim(hands(second, id, later(1)))).toBe(false)
  expect(await keepClaim(hands(await anActor('analyst'), id, later(1)))).toBe(false)
  expect(await keepClaim(hands(first, 'no-number', later(1)))).toBe(false)
  expect(await keepClaim(hands(first, id, later(1)))).toBe(true)
  expect(await db().auditEntry.count()).toBe(before)
  expect(await db().decision.count()).toBe(1)
})
