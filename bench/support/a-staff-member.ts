import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import type { Actor, StaffRole } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'

/** Somebody of the team, for benchmarks that need two. */
export async function aStaffMember(role: StaffRole): Promise<Actor> {
  await addStaff({ actor: null, email: `${role}@example.org`, role, keyring: null }, new Date())
  const { id } = await db().staffMember.findFirstOrThrow({ where: { role }, select: { id: true } })
  return { id, role, locale: 'fr' }
}
