import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { anActor } from '../../../prisma/factories/an-actor.ts'
import { addStaff, newEnterLink } from './commands/add-staff.server.ts'
import { appendAudit } from './commands/append-audit.server.ts'
import { changeRole, removeStaff, setLocale } from './commands/manage-staff.server.ts'
import { enterWithLink, findActor, leave } from './commands/sessions.server.ts'
import { listTeam } from './queries/team.server.ts'
import { trailPage, verifyTrail } from './queries/trail.server.ts'

const now = new Date('2026-03-01T10:00:00Z')
const someone = { actor: null, email: 'someone@example.org', role: 'moderator', keyring: null } as const
const actions = async () => (await trailPage(1)).entries.map(({ action }) => action)

test('an address is one member, however often it is added', async () => {
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => addStaff(someone, now)))
  expect(outcomes.filter(({ outcome }) => outcome === 'added')).toHaveLength(1)
  expect(new Set(outcomes.map(({ staffId }) => staffId)).size).toBe(1)
  expect(await listTeam(now)).toMatchObject([{ email: someone.email, role: 'moderator' }])
})

test('an address is one person’s, whatever its case', async () => {
  const { staffId } = await addStaff(someone, now)
  expect(await addStaff({ ...someone, email: 'Someone@Example.org' }, now)).toMatchObject({
    outcome: 'already-there',
    staffId,
  })
})

test('someone who is there keeps their role and gets a new link', async () => {
  await addStaff(someone, now)
  const again = await addStaff({ ...someone, role: 'owner' }, now)
  expect(again).toMatchObject({ outcome: 'already-there', role: 'moderator' })
  expect(await enterWithLink(again.token, now)).toMatchObject({ outcome: 'entered', staffId: again.staffId })
})

test('someone who had left comes back with the role given', async () => {
  const actor = await anActor('owner')
  const { staffId } = await addStaff(someone, now)
  await removeStaff({ actor, staffId }, now)
  expect(await addStaff({ ...someone, role: 'analyst' }, now)).toMatchObject({
    outcome: 'added-again',
    staffId,
    role: 'analyst',
  })
})

test('the address is kept sealed', async () => {
  await addStaff(someone, now)
  const { sealedEmail } = await db().staffMember.findFirstOrThrow()
  expect(Buffer.from(sealedEmail).includes('someone')).toBe(false)
})

test('a role that is taken away is gone at the next request', async () => {
  const owner = await anActor('owner')
  const { staffId, token } = await addStaff({ ...someone, role: 'owner' }, now)
  const entered = await enterWithLink(token, now)
  expect(await changeRole({ actor: owner, staffId, role: 'analyst' }, now)).toEqual({ outcome: 'done' })
  const session = entered.outcome === 'entered' ? entered.session : null
  expect(await findActor(session, now)).toMatchObject({ role: 'analyst' })
})

test('the last owner can neither leave nor become something else', async () => {
  const actor = await anActor('owner')
  await anActor('moderator')
  expect(await removeStaff({ actor, staffId: actor.id }, now)).toEqual({ outcome: 'last-owner' })
  expect(await changeRole({ actor, staffId: actor.id, role: 'moderator' }, now)).toEqual({ outcome: 'last-owner' })
  expect(await actions()).toEqual([])
})

test('two owners who remove each other at the same instant leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    await db().staffMember.deleteMany()
    const [a, b] = [await anActor('owner'), await anActor('owner')]
    const outcomes = await Promise.all([
      removeStaff({ actor: a, staffId: b.id }, now),
      changeRole({ actor: b, staffId: a.id, role: 'analyst' }, now),
    ])
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'last-owner'])
    expect(await db().staffMember.count({ where: { role: 'owner', state: 'active' } })).toBe(1)
  }
})

test('nothing is done to someone who is not there', async () => {
  const actor = await anActor('owner')
  const staffId = '00000000-0000-4000-8000-000000000000'
  expect(await removeStaff({ actor, staffId }, now)).toEqual({ outcome: 'unknown' })
  expect(await changeRole({ actor, staffId, role: 'owner' }, now)).toEqual({ outcome: 'unknown' })
  expect(await newEnterLink({ actor, staffId, keyring: null }, now)).toEqual({ outcome: 'unknown' })
  expect(await actions()).toEqual([])
})

test('every deed leaves exactly one entry', async () => {
  const actor = await anActor('owner')
  const { staffId, token } = await addStaff({ ...someone, actor }, now)
  const entered = await enterWithLink(token, now)
  await changeRole({ actor, staffId, role: 'analyst' }, now)
  await changeRole({ actor, staffId, role: 'analyst' }, now)
  await newEnterLink({ actor, staffId, keyring: null }, now)
  await addStaff({ ...someone, actor }, now)
  await setLocale({ actor, locale: 'en' }, now)
  await setLocale({ actor, locale: 'en' }, now)
  const session = entered.outcome === 'entered' ? entered.session : null
  await leave(session, now)
  await leave(session, now)
  await removeStaff({ actor, staffId }, now)
  await addStaff({ ...someone, actor }, now)
  expect((await actions()).toReversed()).toEqual([
    'staff.added',
    'staff.entered',
    'staff.role-changed',
    'staff.link-made',
    'staff.link-made',
    'staff.locale-changed',
    'staff.left',
    'staff.removed',
    'staff.added-again',
  ])
  expect(
    JSON.stringify(await db().auditEntry.findMany(), (_, value: unknown) => (typeof value === 'bigint' ? '' : value)),
  ).not.toContain('example.org')
})

test('thirty who write at once make one chain', async () => {
  const actor = await anActor()
  const deed = (nth: number) => ({
    actor,
    action: 'test.done',
    subject: `test:${nth}`,
    detail: { z: nth, a: ['b', 'a'] },
  })
  await Promise.all(Array.from({ length: 30 }, (_, nth) => db().$transaction((tx) => appendAudit(tx, deed(nth), now))))
  expect(await verifyTrail()).toEqual({ outcome: 'unbroken', entries: 30 })
})

test('what is undone leaves no entry', async () => {
  const undone = db().$transaction(async (tx) => {
    await appendAudit(tx, { actor: null, action: 'test.done', subject: 'test:1' }, now)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await verifyTrail()).toEqual({ outcome: 'unbroken', entries: 0 })
})

const harms: Record<string, { sql: string; at: number }> = {
  'a changed deed': { sql: `update audit_entry set action = 'test.other' where seq = 3`, at: 3 },
  'a changed detail': { sql: `update audit_entry set detail = '{"nth": 7}' where seq = 2`, at: 2 },
  'another author': { sql: `update audit_entry set staff_id = null where seq = 4`, at: 4 },
  'a missing entry': { sql: `delete from audit_entry where seq = 3`, at: 3 },
  'a missing beginning': { sql: `delete from audit_entry where seq = 1`, at: 1 },
  'a missing entry with the rest moved up': {
    sql: `delete from audit_entry where seq = 3; update audit_entry set seq = seq - 1 where seq > 3`,
    at: 3,
  },
}
for (const [name, { sql, at }] of Object.entries(harms)) {
  test(`the trail shows ${name}`, async () => {
    const actor = await anActor()
    for (let nth = 1; nth <= 5; nth += 1) {
      const deed = { actor, action: 'test.done', subject: `test:${nth}`, detail: { nth } }
      await db().$transaction((tx) => appendAudit(tx, deed, now))
    }
    for (const statement of sql.split(';')) await db().$executeRawUnsafe(statement)
    expect(await verifyTrail()).toEqual({ outcome: 'broken', at })
  })
}
