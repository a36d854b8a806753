import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { canMove, isUnderWay, needsAnother } from '../rules.ts'
import { readTwoPeopleAbove, removedAlone } from '../queries/invalidations.server.ts'
import { conditions, invalidationStates, type InvalidationForm, type InvalidationState } from '../schema.ts'
import { inTransaction } from './move-signatures.server.ts'

export interface Steering {
  actor: Actor
  id: number
  now: Date
}

export type SteerOutcome = { outcome: 'done' } | { outcome: 'not-possible' } | { outcome: 'needs-another' }

const done: SteerOutcome = { outcome: 'done' }
const notPossible: SteerOutcome = { outcome: 'not-possible' }

/** Tells the workers at once; the timetable would find it within a minute. */
const wake = (tx: Transaction, id: number) => notifyWith(tx, 'integrity', String(id))

/**
 * Writes a rule down and lets it be counted: nothing is touched until somebody starts it. It concerns no signature that comes after
 * this moment.
 */
export function writeInvalidation(actor: Actor, form: InvalidationForm, now: Date): Promise<{ id: number } | null> {
  const { campaign, reasonFr, reasonEn, ...rule } = form
  return inTransaction(async (tx) => {
    if ((await tx.campaign.count({ where: { id: campaign } })) === 0) return null
    const { id } = await tx.invalidation.create({
      data: {
        campaignId: campaign,
        conditions: conditions.parse(rule),
        reasonFr,
        reasonEn,
        createdById: actor.id,
        createdAt: now,
      },
      select: { id: true },
    })
    await wake(tx, id)
    await appendAudit(tx, { actor, action: 'invalidation.written', subject: `invalidation:${id}` }, now)
    return { id }
  })
}

const deeds: Partial<Record<InvalidationState, string>> = {
  running: 'invalidation.started',
  cancelled: 'invalidation.cancelled',
  undoing: 'invalidation.undoing',
  dropped: 'invalidation.dropped',
}

/** The condition is in the `where`: of two who press at the same time one moves it. */
async function move(tx: Transaction, { actor, id, now }: Steering, to: InvalidationState): Promise<boolean> {
  const from = invalidationStates.filter((state) => canMove(state, to))
  const { count } = await tx.invalidation.updateMany({
    where: { id, state: { in: from } },
    data: {
      state: to,
      paused: false,
      awaitsAnother: false,
      cursor: null,
      ...(to === 'running' ? { startedById: actor.id, startedAt: now, looked: 0 } : {}),
      ...(to === 'cancelled' || to === 'dropped' ? { finishedAt: now } : {}),
    },
  })
  if (count === 0) return false
  await wake(tx, id)
  await appendAudit(tx, { actor, action: deeds[to] ?? 'invalidation.moved', subject: `invalidation:${id}` }, now)
  return true
}

/**
 * Lets a counted rule remove. One that finds more than the number that the owner set, together with what its author removed alone
 * within a day, is started by somebody else.
 */
export function startInvalidation(steering: Steering): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    const found = await tx.invalidation.findUnique({
      where: { id: steering.id },
      select: { campaignId: true, drySignatures: true, createdById: true },
    })
    if (!found) return notPossible
    const { campaignId, drySignatures, createdById } = found
    const { actor, id, now } = steering
    const twoPeopleAbove = await readTwoPeopleAbove(tx)
    const alone = await removedAlone({ campaignId, personId: actor.id, but: id, now }, tx)
    const starting = { found: drySignatures + alone, createdById, starterId: actor.id, twoPeopleAbove }
    if (needsAnother(starting)) return { outcome: 'needs-another' }
    return (await move(tx, steering, 'running')) ? done : notPossible
  })
}

const steer = (steering: Steering, to: InvalidationState): Promise<SteerOutcome> =>
  inTransaction(async (tx) => ((await move(tx, steering, to)) ? done : notPossible))

/** Stops a rule for good, after the batch under way. What it removed stays removed until it is undone. */
export const cancelInvalidation = (steering: Steering): Promise<SteerOutcome> => steer(steering, 'cancelled')

/** Gives everything back that a rule removed, to the state it was in. */
export const undoInvalidation = (steering: Steering): Promise<SteerOutcome> => steer(steering, 'undoing')

/** Lets a rule go that has removed nothing yet. */
export const dropInvalidation = (steering: Steering): Promise<SteerOutcome> => steer(steering, 'dropped')

const underWay = invalidationStates.filter(isUnderWay)
const invalidation = (id: number) => `invalidation:${id}`

/** Waits after the batch under way, until somebody lets it go on. */
export function pauseInvalidation({ actor, id, now }: Steering): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    const { count } = await tx.invalidation.updateMany({
      where: { id, paused: false, state: { in: underWay } },
      data: { paused: true },
    })
    if (count === 0) return notPossible
    await appendAudit(tx, { actor, action: 'invalidation.paused', subject: invalidation(id) }, now)
    return done
  })
}

/** Goes on where it was paused. One that waits for another person has been started by them as well from then on. */
export function resumeInvalidation({ actor, id, now }: Steering): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    const found = await tx.invalidation.findUnique({
      where: { id },
      select: { awaitsAnother: true, createdById: true },
    })
    if (!found) return notPossible
    const { awaitsAnother, createdById } = found
    if (awaitsAnother && createdById === actor.id) return { outcome: 'needs-another' }
    const { count } = await tx.invalidation.updateMany({
      where: { id, paused: true, awaitsAnother, state: { in: underWay } },
      data: { paused: false, awaitsAnother: false, ...(awaitsAnother ? { startedById: actor.id } : {}) },
    })
    if (count === 0) return notPossible
    await wake(tx, id)
    await appendAudit(tx, { actor, action: 'invalidation.resumed', subject: invalidation(id) }, now)
    return done
  })
}

/** Above how many signatures a rule needs two people. */
export function setTwoPeopleAbove(actor: Actor, above: number, now: Date): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    await tx.integritySetting.upsert({
      where: { id: 1 },
      create: { id: 1, twoPeopleAbove: above },
      update: { twoPeopleAbove: above },
    })
    const deed = { actor, action: 'integrity.threshold-set', subject: 'setting:two-people', detail: { above } }
    await appendAudit(tx, deed, now)
    return done
  })
}
