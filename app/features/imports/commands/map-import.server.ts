import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { MappingForm, Reading } from '../schema.ts'

interface Mapping {
  /** `null`: whoever holds the command line. */
  actor: Actor | null
  id: number
  now: Date
}

export type MapOutcome = { outcome: 'done' | 'not-possible' | 'campaign-unknown' }

/** Nothing has come in yet. */
const open = { in: ['uploaded' as const, 'checking' as const, 'checked' as const] }
/** Whoever changes what is read, or how, begins anew: what somebody else agreed to was something else. */
const anew = { paused: false, askedById: null, approvedById: null, fault: null, faultLine: null }

/** Says how the bytes are to be read, where what was recognised is wrong. */
export async function reread({ actor, id }: Mapping, reading: Reading): Promise<MapOutcome> {
  const { encoding, separator, hasHeader } = reading
  const { count } = await db().dataImport.updateMany({
    where: { id, state: open, pieces: { not: null } },
    data: { ...anew, encoding, separator, hasHeader, state: 'uploaded', changedById: actor?.id ?? null },
  })
  return { outcome: count === 1 ? 'done' : 'not-possible' }
}

/** Says what is in a file and where its people agreed, and lets it be checked: nothing comes in by it. */
export async function mapImport({ actor, id, now }: Mapping, form: MappingForm): Promise<MapOutcome> {
  const { intent: _intent, mapping, ...said } = form
  return db().$transaction(async (tx): Promise<MapOutcome> => {
    const campaign = await tx.campaign.count({ where: { id: said.campaignId, state: { not: 'draft' } } })
    if (campaign === 0) return { outcome: 'campaign-unknown' }
    const { count } = await tx.dataImport.updateMany({
      where: { id, state: open, pieces: { not: null }, fileDeletedAt: null },
      data: { ...anew, ...said, mapping: [...mapping], state: 'checking', changedById: actor?.id ?? null },
    })
    if (count === 0) return { outcome: 'not-possible' }
    const detail = { kind: said.kind, campaign: said.campaignId }
    await appendAudit(tx, { actor, action: 'import.mapped', subject: `import:${id}`, detail }, now)
    await notifyWith(tx, 'imports', String(id))
    return { outcome: 'done' }
  })
}
