import { expect, test } from 'vitest'
import { keyringOfThisMachine } from './queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newSecret } from '#app/infra/vault/tokens.server.ts'
import { anActor } from '../../../prisma/factories/an-actor.ts'
import { newEnterLink } from './commands/add-staff.server.ts'
import { changeRole, removeStaff } from './commands/manage-staff.server.ts'
import { enterWithLink, findActor, findKeyring, leave } from './commands/sessions.server.ts'

const start = new Date('2026-03-01T10:00:00Z')
const later = (minutes: number, seconds = 0) => new Date(start.getTime() + minutes * 60_000 + seconds * 1000)

async function aLink(staffId: string, now = start): Promise<string> {
  const made = await newEnterLink({ actor: null, staffId, keyring: keyringOfThisMachine() }, now)
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return made.token
}

async function aSession(staffId: string): Promise<string> {
  const entered = await enterWithLink(await aLink(staffId), start)
  if (entered.outcome !== 'entered') throw new Error(entered.outcome)
  return entered.session
}

test('a link opens one session, even when twenty use it at the same instant', async () => {
  const { id } = await anActor('owner')
  const token = await aLink(id)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => enterWithLink(token, start)))
  expect(outcomes.filter(({ outcome }) => outcome === 'entered')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'link-unknown')).toHaveLength(19)
  expect(await db().staffSession.count()).toBe(1)
})

test('unknown, used and expired links look alike', async () => {
  const { id } = await anActor()
  const used = await aLink(id)
  await enterWithLink(used, start)
  const refused = { outcome: 'link-unknown' }
  expect(await enterWithLink(used, later(1))).toEqual(refused)
  expect(await enterWithLink(newSecret().secret, start)).toEqual(refused)
  expect(await enterWithLink('../../etc/passwd\u0000', start)).toEqual(refused)
  expect(await enterWithLink(await aLink(id), later(24 * 60))).toEqual(refused)
})

test('a link works until the last second of its day', async () => {
  const { id } = await anActor()
  expect(await enterWithLink(await aLink(id), later(24 * 60, -1))).toMatchObject({ outcome: 'entered', staffId: id })
})

test('a new link ends the one before it', async () => {
  const { id } = await anActor()
  const before = await aLink(id)
  await aLink(id)
  expect(await enterWithLink(before, start)).toEqual({ outcome: 'link-unknown' })
})

test('the database holds neither the link nor the session', async () => {
  const { id } = await anActor()
  const token = await aLink(id)
  const entered = await enterWithLink(token, start)
  const kept = JSON.stringify([await db().enterLink.findMany(), await db().staffSession.findMany()])
  const secrets = [token, entered.outcome === 'entered' ? entered.session : '']
  for (const secret of secrets) {
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(JSON.stringify([...Buffer.from(secret, 'base64url')]))
  }
})

test('a session says who it is and what they may do', async () => {
  const { id } = await anActor('analyst')
  expect(await findActor(await aSession(id), start)).toEqual({ id, role: 'analyst', locale: 'fr' })
})

test('a session ends after half an hour without use', async () => {
  const session = await aSession((await anActor()).id)
  expect(await findActor(session, later(29, 59))).not.toBeNull()
  expect(await findActor(session, later(59, 59))).toBeNull()
})

test('a session ends after twelve hours, however much it is used', async () => {
  const session = await aSession((await anActor()).id)
  for (let minutes = 20; minutes < 720; minutes += 20) expect(await findActor(session, later(minutes))).not.toBeNull()
  expect(await findActor(session, later(719, 59))).not.toBeNull()
  expect(await findActor(session, later(720))).toBeNull()
})

test('the use of a session is noted at most once a minute', async () => {
  const session = await aSession((await anActor()).id)
  const seenAt = async () => (await db().staffSession.findFirstOrThrow()).seenAt
  await findActor(session, later(0, 59))
  expect(await seenAt()).toEqual(start)
  await findActor(session, later(1))
  expect(await seenAt()).toEqual(later(1))
})

test('whoever is taken out of the team is out at once, with their links', async () => {
  const owner = await anActor('owner')
  const { id } = await anActor()
  const session = await aSession(id)
  const token = await aLink(id)
  await removeStaff({ actor: owner, staffId: id }, start)
  expect(await findActor(session, start)).toBeNull()
  expect(await enterWithLink(token, start)).toEqual({ outcome: 'link-unknown' })
  expect(await db().staffSession.count()).toBe(0)
})

test('leaving ends this session and no other', async () => {
  const { id } = await anActor()
  const [here, elsewhere] = [await aSession(id), await aSession(id)]
  await leave(here, later(1))
  expect(await findActor(here, later(1))).toBeNull()
  expect(await findActor(elsewhere, later(1))).toMatchObject({ id })
})

test('entering clears away what is over', async () => {
  const { id } = await anActor()
  await aSession(id)
  await enterWithLink(await aLink(id, later(31)), later(31))
  expect(await db().staffSession.count()).toBe(1)
})

test('nobody is found for a session that is none', async () => {
  for (const session of [null, '', 'x'.repeat(43), newSecret().secret, '\u0000'])
    expect(await findActor(session, start)).toBeNull()
})

test('the key that opens testimonies goes from the link into the session, and only its cookie unlocks it', async () => {
  const moderator = await anActor('moderator')
  const session = await aSession(moderator.id)
  expect(await findKeyring(moderator, session)).toEqual(keyringOfThisMachine())
  expect(await findKeyring(moderator, newSecret().secret)).toBeNull()
  expect(await findKeyring(moderator, null)).toBeNull()
  const links = await db().enterLink.findMany({ select: { sealedTeamKey: true } })
  expect(links).toEqual([{ sealedTeamKey: null }])
})

test('who does not moderate is given no key, and who stops moderating loses it', async () => {
  const campaigner = await anActor('campaigner')
  expect(await findKeyring(campaigner, await aSession(campaigner.id))).toBeNull()
  expect(await db().staffSession.findFirstOrThrow()).toMatchObject({ sealedTeamKey: null })
  const moderator = await anActor('moderator')
  const session = await aSession(moderator.id)
  await changeRole({ actor: null, staffId: moderator.id, role: 'analyst' }, start)
  expect(await db().staffSession.count({ where: { sealedTeamKey: { not: null } } })).toBe(0)
  await changeRole({ actor: null, staffId: moderator.id, role: 'moderator' }, start)
  expect(await findKeyring(moderator, session)).toBeNull()
})

test('the key of a session put into another row opens nothing', async () => {
  const moderator = await anActor('moderator')
  const [one, other] = [await aSession(moderator.id), await aSession(moderator.id)]
  const rows = await db().staffSession.findMany({ select: { tokenHash: true, sealedTeamKey: true } })
  const [first, second] = rows
  if (!first || !second) throw new Error('two sessions')
  await db().staffSession.update({
    where: { tokenHash: first.tokenHash },
    data: { sealedTeamKey: second.sealedTeamKey },
  })
  const opened = await Promise.allSettled([findKeyring(moderator, one), findKeyring(moderator, other)])
  expect(opened.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
