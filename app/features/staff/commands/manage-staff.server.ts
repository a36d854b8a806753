import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { may, type Actor, type StaffRole } from '../policy.ts'
import { appendAudit } from './append-audit.server.ts'

export type ManageOutcome =
  { outcome: 'done' } | { outcome: 'unchanged' } | { outcome: 'unknown' } | { outcome: 'last-owner' }

interface Managing {
  actor: Actor | null
  staffId: string
}

/** Gives someone another role, from their next request on. The last owner stays one: nobody could put it right. */
export async function changeRole(
  { actor, staffId, role }: Managing & { role: StaffRole },
  now: Date,
): Promise<ManageOutcome> {
  return db().$transaction(async (tx) => {
    const owners = await holdOwners(tx)
    const member = await tx.staffMember.findFirst({ where: { id: staffId, state: 'active' }, select: { role: true } })
    if (!member) return { outcome: 'unknown' }
    if (member.role === role) return { outcome: 'unchanged' }
    if (isLastOwner(owners, staffId)) return { outcome: 'last-owner' }
    await tx.staffMember.update({ where: { id: staffId }, data: { role } })
    if (!may({ role }, 'moderate')) await takeKeyAway(tx, staffId)
    const detail = { from: member.role, to: role }
    await appendAudit(tx, { actor, action: 'staff.role-changed', subject: `staff:${staffId}`, detail }, now)
    return { outcome: 'done' }
  })
}

/** Who does not moderate any more holds nothing that opens testimonies. */
async function takeKeyAway(tx: Transaction, staffId: string): Promise<void> {
  await tx.staffSession.updateMany({ where: { staffId }, data: { sealedTeamKey: null } })
  await tx.enterLink.updateMany({ where: { staffId }, data: { sealedTeamKey: null } })
}

/** Takes someone out of the team: their sessions end and their links stop working. The last owner stays. */
export async function removeStaff({ actor, staffId }: Managing, now: Date): Promise<ManageOutcome> {
  return db().$transaction(async (tx) => {
    const owners = await holdOwners(tx)
    if (isLastOwner(owners, staffId)) return { outcome: 'last-owner' }
    const { count } = await tx.staffMember.updateMany({
      where: { id: staffId, state: 'active' },
      data: { state: 'removed' },
    })
    if (count === 0) return { outcome: 'unknown' }
    const { count: sessions } = await tx.staffSession.deleteMany({ where: { staffId } })
    await tx.enterLink.deleteMany({ where: { staffId } })
    await appendAudit(tx, { actor, action: 'staff.removed', subject: `staff:${staffId}`, detail: { sessions } }, now)
    return { outcome: 'done' }
  })
}

/** Chooses the language of one's own back office. */
export async function setLocale(
  { actor, locale }: { actor: Actor; locale: Locale },
  now: Date,
): Promise<ManageOutcome> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.staffMember.updateMany({
      where: { id: actor.id, locale: { not: locale } },
      data: { locale },
    })
    if (count === 0) return { outcome: 'unchanged' }
    await appendAudit(
      tx,
      { actor, action: 'staff.locale-changed', subject: `staff:${actor.id}`, detail: { locale } },
      now,
    )
    return { outcome: 'done' }
  })
}

/** The owners, held until the commit: two who take each other's role away at the same instant must not both succeed. */
async function holdOwners(tx: Transaction): Promise<string[]> {
  const owners = await tx.$queryRaw<{ id: string }[]>`
    select id from staff_member where role = 'owner' and state = 'active' order by id for update`
  return owners.map(({ id }) => id)
}

const isLastOwner = (owners: readonly string[], staffId: string): boolean =>
  owners.length === 1 && owners[0] === staffId
