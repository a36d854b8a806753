import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { pauseLate } from './commands/pause-late.server.ts'
import { unlockSending } from './commands/unlock-sending.server.ts'
import { lookAtPlace, sendingGate } from './jobs/place.server.ts'

const noon = new Date('2026-01-20T12:00:00Z')
let folder: string

function settings(dataDir: string, instanceId?: string): void {
  vi.stubEnv('DATA_DIR', dataDir)
  vi.stubEnv('INSTANCE_ID', instanceId)
  forgetSingleton('config')
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portevoix-place-'))
  settings(path.join(folder, 'data'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

test('the first place sends by itself, and at every start', async () => {
  expect(await lookAtPlace()).toBeNull()
  expect(await lookAtPlace()).toBeNull()
  expect(await Promise.all([1, 2, 3].map(() => lookAtPlace())), 'workers of one place').toEqual([null, null, null])
})

test.each([
  ['a place without its file', () => settings(path.join(folder, 'elsewhere')), 'unknown-place'],
  [
    'a copied place',
    () => {
      cpSync(path.join(folder, 'data'), path.join(folder, 'copy'), { recursive: true })
      settings(path.join(folder, 'copy'))
    },
    'copied',
  ],
  [
    'a copy at the same place',
    () => {
      cpSync(path.join(folder, 'data'), path.join(folder, 'copy'), { recursive: true })
      renameSync(path.join(folder, 'data'), path.join(folder, 'original'))
      renameSync(path.join(folder, 'copy'), path.join(folder, 'data'))
    },
    'copied',
  ],
  ['a restored or cloned database', () => pool().query(`update mail_place set server = '7123:5'`), 'other-database'],
  [
    'a database that was set back',
    () => writeFileSync(path.join(folder, 'data', 'instance-generation'), '41'),
    'went-back',
  ],
] as const)('%s sends nothing until somebody says so', async (_, become, reason) => {
  expect(await lookAtPlace()).toBeNull()
  await become()
  expect(await lookAtPlace()).toBe(reason)
  expect(await lookAtPlace()).toBe(reason)
  expect(await unlockSending(await anActor('owner'), noon)).toBe(1)
  expect(await lookAtPlace()).toBeNull()
  expect(await unlockSending(null, noon), 'nothing waits any more').toBe(0)
  expect(await db().auditEntry.count({ where: { action: 'sending.unlocked' } })).toBe(1)
})

test('a place that the settings name needs no disk, and its name alone opens no copy', async () => {
  settings(path.join(folder, 'one'), 'production-2026')
  expect(await lookAtPlace()).toBeNull()
  settings(path.join(folder, 'another'), 'production-2026')
  expect(await lookAtPlace()).toBeNull()
  await pool().query(`update mail_place set server = '7123:5'`)
  expect(await lookAtPlace()).toBe('other-database')
})

test('while it is locked a worker claims nothing', async () => {
  const { server, campaign } = await aMailedCampaign()
  await aSubscription({ campaignId: campaign.id })
  await lookAtPlace()
  settings(path.join(folder, 'elsewhere'))
  await aStartedMailing(campaign.id)
  const maySend = sendingGate()
  let asked = 0
  const { stop } = aDeliveryWorker(async () => {
    asked += 1
    return maySend()
  })
  await until(() => asked > 1)
  await stop()
  expect(await db().delivery.findMany({ select: { state: true, fence: true } })).toEqual([
    { state: 'queued', fence: 0n },
  ])
  await endMailing(server)
})

test('a mailing that has waited for more than an hour waits for a person', async () => {
  const { server, campaign } = await aMailedCampaign()
  await aSubscription({ campaignId: campaign.id })
  const late = await aStartedMailing(campaign.id)
  const fresh = await aStartedMailing(campaign.id)
  await pool().query('update mailing set started_at = now() where id = $1', [fresh])
  expect(await pauseLate()).toEqual([late])
  expect(await pauseLate()).toEqual([])
  await endMailing(server)
})
