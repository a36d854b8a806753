import { beforeEach, expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { anIntegrityDesk, later, noon, type IntegrityDesk } from '#prisma/factories/an-integrity-desk.ts'
import { noteTrends, raiseAlerts } from './commands/note-watch.server.ts'
import { dropInvalidation, startInvalidation, undoInvalidation } from './commands/steer-invalidation.server.ts'
import { forgetNetworks } from './jobs/forget-networks.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { findInvalidation } from './queries/invalidations.server.ts'

let desk: IntegrityDesk
const network = Buffer.from('0102030405060708090a0b0c', 'hex')
const days = (n: number) => later(n * 24 * 60)

beforeEach(async () => {
  desk = await anIntegrityDesk()
})

const known = () => db().signature.count({ where: { networkIndex: { not: null } } })

test('the network of a signature is known for a month and not longer', async () => {
  await desk.sign({ network })
  await desk.sign({ network, state: 'pending' })
  await forgetNetworks.run(days(29))
  expect(await known()).toBe(2)
  await forgetNetworks.run(days(31))
  expect(await known()).toBe(0)
})

test('networks are forgotten however long nobody ran the night’s work', async () => {
  await desk.sign({ network })
  await forgetNetworks.run(days(31))
  await desk.sign({ network, createdAt: days(5) })
  await forgetNetworks.run(days(90))
  expect(await known()).toBe(0)
})

test('what nobody had sent again is read once', async () => {
  for (let n = 0; n < 3; n += 1) await desk.sign({ network, createdAt: days(n) })
  await forgetNetworks.run(days(90))
  await pool().query('update signature set network_index = $1', [network])
  await forgetNetworks.run(days(91))
  expect(await known()).toBe(3)
})

test('a form that was sent again brought a network that is forgotten a month after it', async () => {
  const id = await desk.sign({ network: null, state: 'pending' })
  await db().signature.updateMany({ where: { id }, data: { mailedAt: days(29) } })
  await forgetNetworks.run(days(31))
  await db().signature.updateMany({
    where: { id },
    data: { mailedAt: days(32), networkIndex: new Uint8Array(network) },
  })
  await forgetNetworks.run(days(60))
  expect(await known()).toBe(1)
  await forgetNetworks.run(days(63))
  expect(await known()).toBe(0)
})

test('alerts, trends and trust of a network go after a month; those of a domain stay', async () => {
  const campaignId = desk.campaign.id
  const noticed = (['network', 'domain'] as const).map((kind) => ({ kind, key: network, signatures: 40 }))
  await raiseAlerts(campaignId, noticed, noon)
  await noteTrends(campaignId, [{ kind: 'network', key: network, n: 40, odd: true }], noon)
  const said = { key: new Uint8Array(network), standing: 'trusted', staffId: desk.camille.id, at: noon }
  await db().standing.createMany({
    data: [
      { ...said, kind: 'network', until: days(1) },
      { ...said, kind: 'domain', until: null },
    ],
  })
  const kept = async () => ({
    alerts: (await db().alert.findMany({ orderBy: { kind: 'asc' } })).map(({ kind }) => kind),
    trends: await db().trend.count(),
    standings: (await db().standing.findMany({ orderBy: { kind: 'asc' } })).map(({ kind }) => kind),
  })
  await forgetNetworks.run(days(29))
  expect(await kept()).toEqual({ alerts: ['domain', 'network'], trends: 1, standings: ['domain', 'network'] })
  await forgetNetworks.run(days(32))
  expect(await kept()).toEqual({ alerts: ['domain'], trends: 0, standings: ['domain'] })
})

test('a rule that has ended forgets its networks after a month, says how many there were, and is still undone', async () => {
  await desk.sign({ network })
  await desk.countAnew()
  const given = { domains: '', networks: network.toString('hex') }
  const [ended, waits, dropped] = [await desk.written(given), await desk.written(given), await desk.written(given)]
  await startInvalidation(desk.steering(ended))
  await dropInvalidation(desk.steering(dropped))
  await runInvalidations({ now: later(62) })
  await forgetNetworks.run(days(29))
  const said = async (id: number) =>
    (await findInvalidation(id, { actorId: desk.camille.id, now: later(62) }))?.conditions
  expect(await said(ended)).toMatchObject({ networks: [network.toString('hex')], forgottenNetworks: 0 })
  await forgetNetworks.run(days(32))
  await forgetNetworks.run(days(33))
  for (const id of [ended, dropped]) expect(await said(id)).toMatchObject({ networks: [], forgottenNetworks: 1 })
  expect(await said(waits)).toMatchObject({ networks: [network.toString('hex')], forgottenNetworks: 0 })
  await undoInvalidation(desk.steering(ended))
  await runInvalidations({ now: days(34) })
  expect(await desk.states()).toEqual({ confirmed: 1 })
  expect(await desk.differences()).toEqual([])
})
