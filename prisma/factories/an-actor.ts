import { randomUUID } from 'node:crypto'
import type { Actor, StaffRole } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

/** Someone of the team, signed in. */
export async function anActor(role: StaffRole = 'moderator'): Promise<Actor> {
  const id = randomUUID()
  const email = `${role}-${id.slice(0, 8)}@example.org`
  await db().staffMember.create({
    data: {
      id,
      emailIndex: blindIndex('staff-email', email),
      sealedEmail: seal(email, { table: 'staff_member', column: 'sealed_email', row: id }),
      role,
      createdAt: new Date('2026-01-10T08:00:00Z'),
    },
  })
  return { id, role, locale: 'fr' }
}
