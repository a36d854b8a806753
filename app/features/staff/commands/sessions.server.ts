import { db } from '#app/infra/db/prisma.server.ts'
import { hashSecret, newSecret } from '#app/infra/vault/tokens.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { endOfLife, lifeAgo } from '../lifetimes.ts'
import { may, type Actor } from '../policy.ts'
import { isSecret, sessionLimits } from '../rules.ts'
import { handOver, takeOver, type TeamKeyring } from '../team-key.server.ts'
import { appendAudit } from './append-audit.server.ts'

export type EnterOutcome =
  | { outcome: 'entered'; staffId: string; /** For the cookie; only its hash is kept. */ session: string }
  | { outcome: 'link-unknown' }

const member = { id: true, role: true, locale: true } as const

/**
 * Opens a session for whoever holds a one-time link. A link works once, however many use it at the same instant; unknown, used
 * and expired links and those of people who left look alike.
 */
export async function enterWithLink(token: string, now: Date): Promise<EnterOutcome> {
  if (!isSecret(token)) return { outcome: 'link-unknown' }
  const tokenHash = hashSecret(token)
  return db().$transaction(async (tx) => {
    const usable = { tokenHash, usedAt: null, expiresAt: { gt: now }, staff: { state: 'active' } } as const
    const { count } = await tx.enterLink.updateMany({ where: usable, data: { usedAt: now } })
    const link =
      count === 1
        ? await tx.enterLink.findUnique({ where: { tokenHash }, select: { staffId: true, sealedTeamKey: true } })
        : null
    if (!link) return { outcome: 'link-unknown' }
    const { secret, hash } = newSecret()
    const { staffId } = link
    await tx.staffSession.deleteMany({ where: { staffId, ...over(now) } })
    const handed = link.sealedTeamKey
    const sealedTeamKey =
      handed &&
      handOver(takeOver(handed, { handover: 'enter_link', secret: token, secretHash: tokenHash }), {
        handover: 'staff_session',
        secret,
        secretHash: hash,
      })
    await tx.staffSession.create({
      data: { tokenHash: hash, staffId, createdAt: now, seenAt: now, sealedTeamKey },
    })
    // The link is used up; what it opened goes with it.
    await tx.enterLink.update({ where: { tokenHash }, data: { sealedTeamKey: null }, select: { staffId: true } })
    await appendAudit(tx, { actor: { id: staffId }, action: 'staff.entered', subject: `staff:${staffId}` }, now)
    return { outcome: 'entered', staffId, session: secret }
  })
}

const over = (now: Date) => ({
  OR: [
    { seenAt: { lte: lifeAgo(now, sessionLimits.idle) } },
    { createdAt: { lte: lifeAgo(now, sessionLimits.absolute) } },
  ],
})

/**
 * Who holds this session: someone of the team whose session was used within the last half hour and began within twelve hours.
 * Notes the use, at most once a minute. The role is read each time: what is taken away is gone at the next request.
 */
export async function findActor(sessionSecret: string | null, now: Date): Promise<Actor | null> {
  if (sessionSecret === null || !isSecret(sessionSecret)) return null
  const tokenHash = hashSecret(sessionSecret)
  const session = await db().staffSession.findFirst({
    where: { tokenHash, NOT: over(now), staff: { state: 'active' } },
    select: { seenAt: true, staff: { select: member } },
  })
  if (!session) return null
  const lastNoted = lifeAgo(now, sessionLimits.noted)
  if (session.seenAt <= lastNoted)
    await db().staffSession.updateMany({ where: { tokenHash, seenAt: { lte: lastNoted } }, data: { seenAt: now } })
  const { id, role, locale } = session.staff
  return { id, role, locale: isLocale(locale) ? locale : 'fr' }
}

/**
 * Whether this secret opened a session within the last day, over by now or not. It opens nothing: it tells somebody of the team
 * whose time ran out from a stranger. Who left is not told apart from one.
 */
export async function wasSession(sessionSecret: string | null, now: Date): Promise<boolean> {
  if (sessionSecret === null || !isSecret(sessionSecret)) return false
  const where = {
    tokenHash: hashSecret(sessionSecret),
    createdAt: { gt: lifeAgo(now, sessionLimits.remembered) },
    staff: { state: 'active' },
  } as const
  return (await db().staffSession.count({ where })) > 0
}

/** Milliseconds until this session ends, however much it is used; 0 when there is none. */
export async function findSessionLeft(sessionSecret: string | null, now: Date): Promise<number> {
  if (sessionSecret === null || !isSecret(sessionSecret)) return 0
  const tokenHash = hashSecret(sessionSecret)
  const session = await db().staffSession.findUnique({ where: { tokenHash }, select: { createdAt: true } })
  return session ? Math.max(0, endOfLife(session.createdAt, sessionLimits.absolute).getTime() - now.getTime()) : 0
}

/**
 * What opens testimonies, out of the session of somebody who may moderate; `null` when the session was not given it (the link
 * was made where the team's key is not kept). Only the cookie's secret unlocks it: neither the database nor the settings of
 * this process do.
 */
export async function findKeyring(actor: Actor, sessionSecret: string | null): Promise<TeamKeyring | null> {
  if (sessionSecret === null || !isSecret(sessionSecret) || !may(actor, 'moderate')) return null
  const secretHash = hashSecret(sessionSecret)
  const session = await db().staffSession.findFirst({
    where: { tokenHash: secretHash, staffId: actor.id },
    select: { sealedTeamKey: true },
  })
  const handed = session?.sealedTeamKey
  return handed ? takeOver(handed, { handover: 'staff_session', secret: sessionSecret, secretHash }) : null
}

/** Ends a session. Ending one that is over is nothing. */
export async function leave(sessionSecret: string | null, now: Date): Promise<void> {
  if (sessionSecret === null || !isSecret(sessionSecret)) return
  const tokenHash = hashSecret(sessionSecret)
  await db().$transaction(async (tx) => {
    const session = await tx.staffSession.findUnique({ where: { tokenHash }, select: { staffId: true } })
    const { count } = await tx.staffSession.deleteMany({ where: { tokenHash } })
    if (!session || count === 0) return
    const { staffId } = session
    await appendAudit(tx, { actor: { id: staffId }, action: 'staff.left', subject: `staff:${staffId}` }, now)
  })
}
