import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { addSharedNetwork, removeSharedNetwork } from './commands/shared-networks.server.ts'
import { networkForm } from './network-form.ts'
import { isSharedNetwork, listSharedNetworks, refreshSharedNetworks } from './queries/shared-networks.server.ts'

const now = new Date('2026-03-01T12:00:00Z')
const library = { intent: 'add', range: '192.0.2.0/24', label: 'Médiathèque', reason: 'Demandé le 3 mars' }
const form = (change: Partial<typeof library> = {}) => networkForm.parse({ ...library, ...change })

test('a network that was named is shared, until it is taken off the list', async () => {
  const actor = await anActor('owner')
  expect(await addSharedNetwork({ actor, network: form() }, now)).toEqual({ outcome: 'added' })
  await refreshSharedNetworks()
  expect(isSharedNetwork('192.0.2.9')).toBe(true)
  expect(isSharedNetwork('192.0.3.9')).toBe(false)
  const [listed] = await listSharedNetworks()
  expect(listed).toMatchObject({ range: '192.0.2.0/24', label: 'Médiathèque', reason: 'Demandé le 3 mars', since: now })
  const id = listed?.id ?? ''
  expect(await removeSharedNetwork({ actor, id }, now)).toEqual({ outcome: 'removed' })
  expect(await removeSharedNetwork({ actor, id }, now)).toEqual({ outcome: 'unknown' })
  await refreshSharedNetworks()
  expect(isSharedNetwork('192.0.2.9')).toBe(false)
})

test('a range that overlaps is refused with the one it meets, also when two add at a time', async () => {
  const actor = await anActor('owner')
  const outcomes = await Promise.all(
    ['192.0.2.0/24', '192.0.2.128/25', '192.0.0.0/16'].map((range) =>
      addSharedNetwork({ actor, network: form({ range }) }, now),
    ),
  )
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'overlaps', 'overlaps'])
  expect(await addSharedNetwork({ actor, network: form({ range: '2001:db8::/48' }) }, now)).toEqual({
    outcome: 'added',
  })
})

test('neither the database nor the trail says which network it is', async () => {
  const actor = await anActor('owner')
  await addSharedNetwork({ actor, network: form() }, now)
  const kept = JSON.stringify(await db().$queryRaw`select row_to_json(s) from shared_network s`)
  expect(kept).not.toMatch(/192\.0\.2|Médiathèque|Demandé/)
  expect(kept).not.toContain(Buffer.from('192.0.2.0/24').toString('hex'))
  const [entry] = await db().auditEntry.findMany()
  expect(entry).toMatchObject({ action: 'network.shared', detail: { bits: 24, version: 4 } })
})

test.each([
  ['range', { range: '10.0.0.0/8' }, 'staff.networks.errors.tooWide'],
  ['range', { range: 'the school' }, 'staff.networks.errors.range'],
  ['label', { label: '  ' }, 'staff.networks.errors.label'],
  ['reason', { reason: 'a'.repeat(121) }, 'staff.networks.errors.tooLong'],
])('a wrong %s is said beside its field', (field, change, message) => {
  const [issue] = networkForm.safeParse({ ...library, ...change }).error?.issues ?? []
  expect([issue?.path[0], issue?.message]).toEqual([field, message])
})
