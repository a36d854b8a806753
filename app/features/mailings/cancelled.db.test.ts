import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aStartedMailing, deliveryStates } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { settleFinishedMailings } from './commands/settle-finished-mailings.server.ts'
import { claimUpdates, type Claim } from './jobs/deliver/claim.server.ts'
import { exchange } from './jobs/deliver/exchange.server.ts'
import { endExpiredLeases } from './jobs/deliver/orphans.server.ts'
import { countAudience } from './queries/audience.server.ts'
import { everyone } from './rules/audience.ts'
import { putBack, type Settlement } from './rules.ts'

const now = new Date('2026-01-20T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  forgetSingleton('mail-groups')
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

/** A mailing to two readers whose letters a worker holds. */
async function aHeldMailing() {
  await aSubscription({ campaignId: campaign.id })
  await aSubscription({ campaignId: campaign.id })
  const id = await aStartedMailing(campaign.id)
  const [first, second] = await claimUpdates(10)
  if (!first || !second) throw new Error('nothing was claimed')
  return { id, first, second, cancelling: { actor: await anActor('campaigner'), id, now } }
}

const settle = (...settlings: { claim: Claim; settlement: Settlement }[]) =>
  exchange({ worker: randomUUID(), settlings, beginning: [], onTheWay: [] })

const missed = async (id: string) =>
  (await countAudience(campaign.id, { ...everyone, update: { id, received: false } })).fr

test('who was to get a letter that its worker gives back after the mailing was cancelled has missed it', async () => {
  const { id, first, second, cancelling } = await aHeldMailing()
  await cancelMailing(cancelling)
  const { settled } = await settle(
    { claim: first, settlement: putBack },
    { claim: second, settlement: { state: 'deferred', reply: '451 4.3.0', delay: 1000, counted: true } },
  )
  expect(settled.size).toBe(2)
  expect(await deliveryStates(id)).toEqual(['suppressed', 'suppressed'])
  expect(await db().delivery.count({ where: { endedAt: null } })).toBe(0)
  expect(await missed(id)).toBe(2)
})

test('what became of a letter stays so, and one of a mailing that goes on waits again', async () => {
  const { id, first, second, cancelling } = await aHeldMailing()
  await settle({ claim: first, settlement: putBack })
  expect((await deliveryStates(id)).toSorted()).toEqual(['claimed', 'queued'])
  await cancelMailing(cancelling)
  await settle({ claim: second, settlement: { state: 'handed-over', reply: '250', delay: 0, counted: true } })
  expect((await deliveryStates(id)).toSorted()).toEqual(['handed_over', 'suppressed'])
})

test('a worker that is gone leaves nothing of a cancelled mailing waiting', async () => {
  const { id, first, cancelling } = await aHeldMailing()
  await db().mailing.update({ where: { id }, data: { resendsDoubtful: true }, select: { id: true } })
  await exchange({ worker: randomUUID(), settlings: [], beginning: [first], onTheWay: [] })
  await cancelMailing(cancelling)
  await pool().query(`update delivery set lease_until = now() - interval '1 second'`)
  expect(await endExpiredLeases()).toBe(2)
  expect((await deliveryStates(id)).toSorted(), 'one may have arrived').toEqual(['suppressed', 'unknown'])
  expect(await db().delivery.count({ where: { endedAt: null } })).toBe(0)
  expect(await missed(id)).toBe(1)
})

test('a cancellation that is not written yet is waited for', async () => {
  const { id, first, second } = await aHeldMailing()
  const canceller = await pool().connect()
  try {
    await canceller.query('begin')
    await canceller.query(`update mailing set state = 'cancelled' where id = $1`, [id])
    const given = settle({ claim: first, settlement: putBack }, { claim: second, settlement: putBack })
    await new Promise((resolve) => setTimeout(resolve, 200))
    await canceller.query('commit')
    await given
  } finally {
    canceller.release()
  }
  expect(await deliveryStates(id)).toEqual(['suppressed', 'suppressed'])
})

test('what an older release left waiting of a mailing that was stopped is taken back, and of no other', async () => {
  const { id, cancelling } = await aHeldMailing()
  await cancelMailing(cancelling)
  const other = await aStartedMailing(campaign.id)
  await pool().query(`update delivery set state = 'queued', ended_at = null, lease_until = null`)
  await pool().query(
    `update delivery set state = 'deferred' where id = (select min(id::text)::uuid from delivery where mailing_id = $1)`,
    [id],
  )
  await settleFinishedMailings()
  expect(await deliveryStates(id)).toEqual(['suppressed', 'suppressed'])
  expect(await deliveryStates(other)).toEqual(['queued', 'queued'])
  expect(await db().delivery.count({ where: { mailingId: id, endedAt: null } })).toBe(0)
  expect(await missed(id)).toBe(2)
})
