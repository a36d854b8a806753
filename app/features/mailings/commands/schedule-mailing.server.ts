import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { config } from '#app/infra/config.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { knownNow } from '../letter-values.server.ts'
import { countAudience, readAudience } from '../queries/audience.server.ts'
import { findTexts } from '../queries/texts.server.ts'
import { countTogether } from '../queries/together.server.ts'
import { needsApproval } from '../rules/approval.ts'
import { checkTexts, stopsIn } from '../rules/checks/check-texts.ts'
import type { Held } from './start-mailing.server.ts'

export type ScheduleOutcome = { outcome: 'scheduled' } | { outcome: 'no-longer-a-draft' } | Held

interface Scheduling {
  actor: Actor
  id: string
  /** When it begins. In the future. */
  at: Date
  now: Date
}

/** Lets a draft begin by itself at an hour. What would keep it from beginning now is said now; it is all asked again then. */
export async function scheduleMailing({ actor, id, at, now }: Scheduling): Promise<ScheduleOutcome> {
  return db().$transaction(async (tx): Promise<ScheduleOutcome> => {
    const found = await tx.mailing.findUnique({
      where: { id },
      select: { campaignId: true, approvedById: true, audience: true },
    })
    const { count } = await tx.mailing.updateMany({ where: { id, state: 'draft' }, data: { state: 'draft' } })
    if (!found || count === 0) return { outcome: 'no-longer-a-draft' }
    const texts = await findTexts(tx, id)
    const findings = stopsIn(checkTexts(texts, await knownNow(found.campaignId, texts)))
    if (findings.length > 0) return { outcome: 'faults', findings }
    const audience = readAudience(found.audience)
    const { fr, en } = await countAudience(found.campaignId, audience)
    const sending = { campaignId: found.campaignId, sentById: actor.id, id, now }
    const together = await countTogether(sending, { audience, total: fr + en })
    if (found.approvedById === null && needsApproval(together, config().secondApprovalAbove))
      return { outcome: 'needs-approval', total: fr + en, together }
    await tx.mailing.update({
      where: { id },
      data: { state: 'scheduled', scheduledFor: at, unscheduledBecause: null, sentById: actor.id },
      select: { id: true },
    })
    const detail = { at: at.toISOString() }
    await appendAudit(tx, { actor, action: 'mailing.scheduled', subject: `mailing:${id}`, detail }, now)
    return { outcome: 'scheduled' }
  })
}

export interface Unscheduling {
  /** `null`: its hour came and it could not begin. */
  actor: Actor | null
  id: string
  because?: 'faults' | 'approval'
  now: Date
}

/** Makes a draft again of a mailing that waits for its hour. */
export async function unscheduleMailing({
  actor,
  id,
  because,
  now,
}: Unscheduling): Promise<{ outcome: 'moved' | 'not-possible' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.mailing.updateMany({
      where: { id, state: 'scheduled' },
      data: { state: 'draft', scheduledFor: null, unscheduledBecause: because ?? null, sentById: null },
    })
    if (count === 0) return { outcome: 'not-possible' }
    const detail = { because: because ?? null }
    await appendAudit(tx, { actor, action: 'mailing.unscheduled', subject: `mailing:${id}`, detail }, now)
    return { outcome: 'moved' }
  })
}
