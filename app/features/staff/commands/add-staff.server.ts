import { randomUUID } from 'node:crypto'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { newSecret } from '#app/infra/vault/tokens.server.ts'
import type { StaffForm } from '../forms.server.ts'
import { endOfLife } from '../lifetimes.ts'
import { may, type Actor, type StaffRole } from '../policy.ts'
import { linkLife } from '../rules.ts'
import { handOver, type TeamKeyring } from '../team-key.server.ts'
import { appendAudit } from './append-audit.server.ts'

export interface NewStaff extends StaffForm {
  /** `null`: whoever holds the machine's command line. */
  actor: Actor | null
  /** Goes into the link of those who may read testimonies. `null`: the link opens none. */
  keyring: TeamKeyring | null
}

export interface AddOutcome {
  outcome: 'added' | 'added-again' | 'already-there'
  staffId: string
  /** The role they have now: someone who was there keeps theirs. */
  role: StaffRole
  /** For `enterPath`. Shown once; only its hash is kept. */
  token: string
  /** Who enters with it may open what is sealed for the team. */
  opens: boolean
}

/**
 * Brings someone into the team and makes their one-time link. Someone who is there keeps their role and gets a new link; someone
 * who had left comes back with the role given. However often it is done, one address is one member.
 */
export async function addStaff({ actor, email, role, keyring }: NewStaff, now: Date): Promise<AddOutcome> {
  const id = randomUUID()
  const address = email.toLowerCase() // one person's, whatever its case
  const sealedEmail = seal(address, { table: 'staff_member', column: 'sealed_email', row: id })
  const emailIndex = blindIndex('staff-email', address)
  return db().$transaction(async (tx) => {
    const fresh = { id, emailIndex, sealedEmail, role, createdAt: now }
    const { count: added } = await tx.staffMember.createMany({ data: fresh, skipDuplicates: true })
    const { count: back } = await tx.staffMember.updateMany({
      where: { emailIndex, state: 'removed' },
      data: { state: 'active', role },
    })
    const member = await tx.staffMember.findUniqueOrThrow({ where: { emailIndex }, select: { id: true, role: true } })
    const { token, opens } = await makeLink(tx, { ...member, keyring }, now)
    const outcome = added ? 'added' : back ? 'added-again' : 'already-there'
    const action = outcome === 'already-there' ? 'staff.link-made' : `staff.${outcome}`
    await appendAudit(tx, { actor, action, subject: `staff:${member.id}`, detail: { role: member.role } }, now)
    return { outcome, staffId: member.id, role: member.role, token, opens }
  })
}

export type LinkOutcome = { outcome: 'made'; token: string; opens: boolean } | { outcome: 'unknown' }

/** Makes a new one-time link for someone of the team. The one before, if it waits, stops working. */
export async function newEnterLink(
  { actor, staffId, keyring }: { actor: Actor | null; staffId: string; keyring: TeamKeyring | null },
  now: Date,
): Promise<LinkOutcome> {
  return db().$transaction(async (tx) => {
    const member = await tx.staffMember.findFirst({
      where: { id: staffId, state: 'active' },
      select: { id: true, role: true },
    })
    if (!member) return { outcome: 'unknown' }
    const link = await makeLink(tx, { ...member, keyring }, now)
    await appendAudit(tx, { actor, action: 'staff.link-made', subject: `staff:${staffId}` }, now)
    return { outcome: 'made', ...link }
  })
}

interface Invited {
  id: string
  role: StaffRole
  keyring: TeamKeyring | null
}

async function makeLink(
  tx: Transaction,
  { id: staffId, role, keyring }: Invited,
  now: Date,
): Promise<{ token: string; opens: boolean }> {
  const { secret, hash } = newSecret()
  const given = may({ role }, 'moderate') ? keyring : null
  const sealedTeamKey = given && handOver(given, { handover: 'enter_link', secret, secretHash: hash })
  await tx.enterLink.deleteMany({ where: { staffId, OR: [{ usedAt: null }, { expiresAt: { lte: now } }] } })
  await tx.enterLink.create({ data: { tokenHash: hash, staffId, expiresAt: endOfLife(now, linkLife), sealedTeamKey } })
  return { token: secret, opens: given !== null }
}
