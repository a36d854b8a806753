import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { config } from '#app/infra/config.server.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { canMove, holdsPeople, isAllTheirs, isOwn, needsSecond } from '../rules/steps.ts'
import { importKinds, importStates, type ImportState } from '../schema.ts'

export interface Steering {
  /** `null`: whoever holds the command line, who could write into the database as well. */
  actor: Actor | null
  id: number
  now: Date
}

export type SteerOutcome = {
  outcome: 'done' | 'not-possible' | 'needs-second' | 'own' | 'somebody-confirmed' | 'needs-name' | 'not-one-hand'
}

const done: SteerOutcome = { outcome: 'done' }
const notPossible: SteerOutcome = { outcome: 'not-possible' }

/** Writes the deed, and tells the workers at once. */
async function tell(tx: Transaction, { actor, id, now }: Steering, action: string): Promise<SteerOutcome> {
  await notifyWith(tx, 'imports', String(id))
  await appendAudit(tx, { actor, action, subject: `import:${id}` }, now)
  return done
}

const from = (to: ImportState) => ({ in: importStates.filter((state) => canMove(state, to)) })

async function find(tx: Transaction, id: number) {
  const row = await tx.dataImport.findUnique({
    where: { id },
    select: {
      state: true,
      kind: true,
      fresh: true,
      confirmedElsewhere: true,
      uploadedById: true,
      changedById: true,
      askedById: true,
      approvedById: true,
    },
  })
  const kind = importKinds.find((name) => name === row?.kind)
  return row && kind ? { ...row, kind } : null
}

/** Looks at a file once more, under the same mapping: much may have changed here since. */
export const checkAgain = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({
      where: { id: steering.id, kind: { not: null }, state: from('checking'), fileDeletedAt: null },
      data: { state: 'checking', paused: false },
    })
    return count === 0 ? notPossible : tell(tx, steering, 'import.checked-again')
  })

/** Lets a checked import come in. A large one, and news that begin at once, take a second person. */
export function startImport(steering: Steering): Promise<SteerOutcome> {
  const { actor, id, now } = steering
  return db().$transaction(async (tx): Promise<SteerOutcome> => {
    const found = await find(tx, id)
    if (!found || found.state !== 'checked') return notPossible
    const above = actor === null ? Infinity : config().secondApprovalAbove
    if (needsSecond({ ...found, above }) && found.approvedById === null) return { outcome: 'needs-second' }
    // Every batch of paper names who entered it.
    if (found.kind === 'paper' && actor === null) return { outcome: 'needs-name' }
    if (found.kind === 'paper' && actor && !isAllTheirs(actor.id, found)) return { outcome: 'not-one-hand' }
    const { count } = await tx.dataImport.updateMany({
      where: { id, state: 'checked', fileDeletedAt: null, changedById: found.changedById },
      data: {
        state: 'running',
        paused: false,
        position: 0,
        fresh: 0,
        known: 0,
        refused: 0,
        startedById: actor?.id ?? null,
        startedAt: now,
      },
    })
    if (count === 0) return notPossible
    await tx.importRefusal.deleteMany({ where: { importId: id } })
    return tell(tx, steering, 'import.started')
  })
}

/** Asks somebody else of the team to look. */
export const askSecond = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({
      where: { id: steering.id, state: 'checked', approvedById: null, askedById: null },
      data: { askedById: steering.actor?.id ?? null },
    })
    return count === 0 ? notPossible : tell(tx, steering, 'import.approval-asked')
  })

/** A second person agrees to an import as it was checked. */
export function agreeToImport({ actor, id, now }: Steering & { actor: Actor }): Promise<SteerOutcome> {
  return db().$transaction(async (tx): Promise<SteerOutcome> => {
    const found = await find(tx, id)
    if (!found || found.state !== 'checked' || found.approvedById !== null) return notPossible
    if (isOwn(actor.id, found)) return { outcome: 'own' }
    const { count } = await tx.dataImport.updateMany({
      where: { id, state: 'checked', approvedById: null, changedById: found.changedById },
      data: { approvedById: actor.id },
    })
    return count === 0 ? notPossible : tell(tx, { actor, id, now }, 'import.approved')
  })
}

/** Stands still after the step under way, until somebody lets it go on. */
export const pauseImport = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({
      where: { id: steering.id, paused: false, state: { in: ['checking', 'running'] } },
      data: { paused: true },
    })
    return count === 0 ? notPossible : tell(tx, steering, 'import.paused')
  })

/** Goes on where it stood. */
export const resumeImport = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { count } = await tx.dataImport.updateMany({
      where: { id: steering.id, paused: true, state: { in: ['checking', 'running'] } },
      data: { paused: false, fault: null, faultLine: null },
    })
    return count === 0 ? notPossible : tell(tx, steering, 'import.resumed')
  })

/** Ends an import for good. Who came in until then stays apart until it is undone; the file goes at once. */
export const cancelImport = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const { id, now } = steering
    const { count } = await tx.dataImport.updateMany({
      where: { id, state: from('cancelled') },
      data: { state: 'cancelled', paused: false, finishedAt: now, fileDeletedAt: now },
    })
    if (count === 0) return notPossible
    await tx.importPiece.deleteMany({ where: { importId: id } })
    return tell(tx, steering, 'import.cancelled')
  })

/** Whether anybody whom it brought in has confirmed: from then on they are here on their own word. */
const anyConfirmed = `
select exists (
  select from imported_person p join signature s on s.campaign_id = p.campaign_id and s.id = p.subject_id
  where p.import_id = $1 and p.kind = 'signature' and s.confirmed_at is not null
) or exists (
  select from imported_person p join subscription b on b.campaign_id = p.campaign_id and b.id = p.subject_id
  where p.import_id = $1 and p.kind = 'subscriber' and b.activated_at > b.created_at
) as "is"`

/** Takes everybody of an import out again, as long as nobody of them has confirmed. */
export const undoImport = (steering: Steering): Promise<SteerOutcome> =>
  db().$transaction(async (tx) => {
    const found = await find(tx, steering.id)
    if (!found || !holdsPeople(found.kind)) return notPossible
    const [confirmed] = await tx.$queryRawUnsafe<{ is: boolean }[]>(anyConfirmed, steering.id)
    if (confirmed?.is) return { outcome: 'somebody-confirmed' }
    const { count } = await tx.dataImport.updateMany({
      where: { id: steering.id, state: from('undoing') },
      data: { state: 'undoing', paused: false, wave: null },
    })
    return count === 0 ? notPossible : tell(tx, steering, 'import.undoing')
  })
