import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { statesBefore, whyNotApprove } from '../rules.ts'
import { exportKinds, exportStates, type ExportKind, type ExportState } from '../schema.ts'

export interface Steering {
  actor: Actor
  id: string
  now: Date
}

export type SteerOutcome = { outcome: 'done' | 'own' | 'not-allowed' | 'not-waiting' | 'over' | 'unknown' }

const done: SteerOutcome = { outcome: 'done' }

interface Found {
  state: ExportState
  kind: ExportKind
  people: boolean
  requestedById: string
}

async function find(tx: Transaction, id: string): Promise<Found | null> {
  const row = await tx.exportJob.findUnique({
    where: { id },
    select: { state: true, kind: true, people: true, requestedById: true },
  })
  const state = exportStates.find((known) => known === row?.state)
  const kind = exportKinds.find((known) => known === row?.kind)
  return row && state && kind ? { ...row, state, kind } : null
}

/** What goes with an export that ends: its file, and the keys of it. */
export const gone = {
  sealedFileKey: null,
  sealedDataKey: null,
  ageHeader: null,
  runner: null,
  leaseUntil: null,
} as const

/** Agrees to a file that names people, or says no. The one who asked can do neither. */
async function decide({ actor, id, now }: Steering, to: 'queued' | 'declined'): Promise<SteerOutcome> {
  return db().$transaction(async (tx) => {
    const found = await find(tx, id)
    if (!found) return { outcome: 'unknown' }
    const why = whyNotApprove(found, { id: actor.id, may: (permission) => may(actor, permission) })
    if (why) return { outcome: why }
    const agreed = to === 'queued' ? { approvedById: actor.id, approvedAt: now } : { ...gone, endedAt: now }
    const { count } = await tx.exportJob.updateMany({ where: { id, state: 'waiting' }, data: { state: to, ...agreed } })
    if (count === 0) return { outcome: 'not-waiting' }
    if (to === 'queued') await notifyWith(tx, 'exports', id)
    const action = to === 'queued' ? 'export.approved' : 'export.declined'
    await appendAudit(tx, { actor, action, subject: `export:${id}` }, now)
    return done
  })
}

export const approveExport = (steering: Steering): Promise<SteerOutcome> => decide(steering, 'queued')
export const declineExport = (steering: Steering): Promise<SteerOutcome> => decide(steering, 'declined')

/** Ends an export at any moment before it is over, and deletes what there is of its file. Its owner does, or whoever leads the team. */
export function cancelExport({ actor, id, now }: Steering): Promise<SteerOutcome> {
  return db().$transaction(async (tx) => {
    const found = await find(tx, id)
    if (!found) return { outcome: 'unknown' }
    if (found.requestedById !== actor.id && !may(actor, 'manage-team')) return { outcome: 'not-allowed' }
    const { count } = await tx.exportJob.updateMany({
      where: { id, state: { in: statesBefore('cancelled') } },
      data: { state: 'cancelled', endedAt: now, ...gone },
    })
    if (count === 0) return { outcome: 'over' }
    await tx.exportChunk.deleteMany({ where: { exportId: id } })
    await appendAudit(tx, { actor, action: 'export.cancelled', subject: `export:${id}` }, now)
    return done
  })
}
