import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { canMove, isUnderWay, needsAnother } from '../rules.ts'
import {
  conditions,
  defaultTwoPeopleAbove,
  invalidationStates,
  type InvalidationForm,
  type InvalidationState,
} from '../schema.ts'
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

/** Lets a counted rule remove. Above the number that the owner set, by somebody else than who wrote it. */
export function startInvalidation(steering: Steering): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    const found = await tx.invalidation.findUnique({
      where: { id: steering.id },
      select: { dryCounted: true, createdById: true },
    })
    if (!found) return notPossible
    const setting = await tx.integritySetting.findUnique({ where: { id: 1 }, select: { twoPeopleAbove: true } })
    const twoPeopleAbove = setting?.twoPeopleAbove ?? defaultTwoPeopleAbove
    if (needsAnother({ ...found, starterId: steering.actor.id, twoPeopleAbove })) return { outcome: 'needs-another' }
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

function setPaused({ actor, id, now }: Steering, paused: boolean): Promise<SteerOutcome> {
  return inTransaction(async (tx) => {
    const { count } = await tx.invalidation.updateMany({
      where: { id, paused: !paused, state: { in: invalidationStates.filter(isUnderWay) } },
      data: { paused },
    })
    if (count === 0) return notPossible
    if (!paused) await wake(tx, id)
    const action = paused ? 'invalidation.paused' : 'invalidation.resumed'
    await appendAudit(tx, { actor, action, subject: `invalidation:${id}` }, now)
    return done
  })
}

/** Waits after the batch under way, until somebody lets it go on. */
export const pauseInvalidation = (steering: Steering): Promise<SteerOutcome> => setPaused(steering, true)

/** Goes on where it was paused. */
export const resumeInvalidation = (steering: Steering): Promise<SteerOutcome> => setPaused(steering, false)

/** From how many counted signatures on a rule needs two people. */
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
