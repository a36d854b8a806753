import { db } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { may, type Actor, type Permission } from '../policy.ts'
import type { StaffMember } from '../schema.ts'

const openEmail = (id: string, sealedEmail: Uint8Array): string =>
  unseal(sealedEmail, { table: 'staff_member', column: 'sealed_email', row: id })

/** Everyone who is of the team now, in the order they came. */
export async function listTeam(now: Date): Promise<StaffMember[]> {
  const members = await db().staffMember.findMany({
    where: { state: 'active' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      sealedEmail: true,
      role: true,
      createdAt: true,
      sessions: { select: { seenAt: true }, orderBy: { seenAt: 'desc' }, take: 1 },
      enterLinks: { select: { expiresAt: true }, where: { usedAt: null, expiresAt: { gt: now } }, take: 1 },
    },
  })
  return members.map(({ id, sealedEmail, role, createdAt, sessions, enterLinks }) => ({
    id,
    email: openEmail(id, sealedEmail),
    role,
    since: createdAt,
    lastSeen: sessions[0]?.seenAt ?? null,
    linkUntil: enterLinks[0]?.expiresAt ?? null,
  }))
}

/** The addresses of people who are or were of the team, by id. */
export async function emailsOf(ids: readonly string[]): Promise<Map<string, string>> {
  const members = await db().staffMember.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, sealedEmail: true },
  })
  return new Map(members.map(({ id, sealedEmail }) => [id, openEmail(id, sealedEmail)]))
}

/** Everyone who is of the team now and may do something, by their address, in the order they came. */
export async function listAllowed(permission: Permission): Promise<Pick<StaffMember, 'id' | 'email'>[]> {
  const members = await db().staffMember.findMany({
    where: { state: 'active' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, sealedEmail: true, role: true },
  })
  return members
    .filter((member) => may(member, permission))
    .map(({ id, sealedEmail }) => ({ id, email: openEmail(id, sealedEmail) }))
}

/** Whether anyone of the team has ever used their link. */
export const hasAnyoneEntered = async (): Promise<boolean> =>
  (await db().auditEntry.findFirst({ where: { action: 'staff.entered' }, select: { seq: true } })) !== null

/** How many are in the team now. */
export const countStaff = (): Promise<number> => db().staffMember.count({ where: { state: 'active' } })

/** Someone who is of the team now, by their address, for the command line. */
export async function findByEmail(email: string): Promise<Pick<Actor, 'id' | 'role'> | null> {
  return db().staffMember.findFirst({
    where: { emailIndex: blindIndex('staff-email', email.toLowerCase()), state: 'active' },
    select: { id: true, role: true },
  })
}
