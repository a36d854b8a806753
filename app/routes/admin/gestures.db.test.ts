import { expect, test } from 'vitest'
import { claimTestimony } from '#app/features/moderation/commands/claim-testimony.server.ts'
import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink, findActor, findKeyring } from '#app/features/staff/commands/sessions.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { action as keep } from './keep.ts'
import { action as step } from './testimony.tsx'

const now = new Date('2026-03-01T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function somebodyWhoHolds(testimonyId: string) {
  const keyring = keyringOfThisMachine()
  const { token } = await addStaff({ actor: null, email: 'm@example.org', role: 'moderator', keyring }, now)
  const entered = await enterWithLink(token, now)
  const session = entered.outcome === 'entered' ? entered.session : ''
  const actor = await findActor(session, now)
  if (!actor) throw new Error('nobody entered')
  const hands = { actor, keyring: await findKeyring(actor, session), testimonyId, now }
  expect(await claimTestimony(hands)).toEqual({ outcome: 'claimed' })
  return session
}

const sent = (session: string, fields: Record<string, string>, at: Date) => ({
  request: new Request('http://localhost/admin/page', { method: 'POST', body: new URLSearchParams(fields) }),
  context: { nonce: '', now: at, network: null, shared: false, throttled: false, session },
})
const heldUntil = async (id: string) => (await db().testimony.findUniqueOrThrow({ where: { id } })).claimedUntil

test('any form of whoever holds a testimony is a gesture, also one that is refused', async () => {
  const { id } = await aTestimony()
  const session = await somebodyWhoHolds(id)
  for (const [minutes, fields] of [
    [4, { intent: 'ask', draftVersion: '0', question: '' }],
    [8, { intent: 'urgent' }],
    [12, { intent: 'unheard of' }],
  ] as const) {
    await step({ ...sent(session, fields, later(minutes)), params: { id } })
    expect(await heldUntil(id)).toEqual(later(minutes + 30))
  }
})

test('typing is a gesture: the page says so, and hears how long the session lasts', async () => {
  const { id } = await aTestimony()
  const session = await somebodyWhoHolds(id)
  const answer = await keep({ ...sent(session, { testimony: id }, later(20)), params: {} })
  expect(await answer.json()).toEqual({ left: (12 * 60 - 20) * 60_000 })
  expect(await heldUntil(id)).toEqual(later(50))
  expect(await findActor(session, later(49)), 'the session was used as well').not.toBeNull()
  await expect(keep({ ...sent('', { testimony: id }, later(21)), params: {} })).rejects.toMatchObject({ status: 401 })
})
