import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { GoalForm } from '../goal-form.ts'

interface Setting {
  actor: Actor
  campaignId: number
  /** Signatures confirmed now. */
  confirmed: number
  now: Date
}

export type GoalOutcome =
  | { outcome: 'added' | 'changed' | 'done' | 'not-done' }
  /** With what it takes to put it back. */
  | { outcome: 'removed'; goal: { threshold: number; dutyFr: string; dutyEn: string } }
  | { outcome: 'passed-already' | 'there-already' | 'reached-already' | 'not-reached' | 'in-the-future' | 'unknown' }

type Form<I extends GoalForm['intent']> = Extract<GoalForm, { intent: I }>

/** Writes the deed and has the page shown anew, with what was done. */
async function record(tx: Transaction, deed: Setting & { action: string; goalId: number; threshold?: number }) {
  const { actor, campaignId, action, goalId, threshold, now } = deed
  await notifyWith(tx, 'page', String(campaignId))
  const detail = { campaign: campaignId, ...(threshold === undefined ? {} : { threshold }) }
  await appendAudit(tx, { actor, action, subject: `goal:${goalId}`, detail }, now)
}

/** By its code: the class of an error is another one in the other module graph. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

async function unlessTaken(work: () => Promise<GoalOutcome>): Promise<GoalOutcome> {
  try {
    return await work()
  } catch (error) {
    if (isTaken(error)) return { outcome: 'there-already' }
    throw error
  }
}

/** Sets a goal ahead of the count, with the duty that reaching it opens. */
function addGoal({ threshold, dutyFr, dutyEn }: Form<'add'>, setting: Setting): Promise<GoalOutcome> {
  const { campaignId, confirmed } = setting
  if (threshold <= confirmed) return Promise.resolve({ outcome: 'passed-already' })
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { id } = await tx.goal.create({ data: { campaignId, threshold, dutyFr, dutyEn }, select: { id: true } })
      await record(tx, { ...setting, action: 'goal.added', goalId: id, threshold })
      return { outcome: 'added' }
    }),
  )
}

const whyNot = async (tx: Transaction, where: { id: number; campaignId: number }): Promise<GoalOutcome> => ({
  outcome: (await tx.goal.count({ where })) > 0 ? 'reached-already' : 'unknown',
})

/** Changes a goal that lies ahead. One that was reached has promised: it stays. */
function changeGoal({ goalId, threshold, dutyFr, dutyEn }: Form<'change'>, setting: Setting): Promise<GoalOutcome> {
  const where = { id: goalId, campaignId: setting.campaignId }
  if (threshold <= setting.confirmed) return Promise.resolve({ outcome: 'passed-already' })
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const { count } = await tx.goal.updateMany({
        where: { ...where, reachedAt: null },
        data: { threshold, dutyFr, dutyEn },
      })
      if (count === 0) return whyNot(tx, where)
      await record(tx, { ...setting, action: 'goal.changed', goalId, threshold })
      return { outcome: 'changed' }
    }),
  )
}

/** Takes away a goal that lies ahead. */
function removeGoal({ goalId }: Form<'remove'>, setting: Setting): Promise<GoalOutcome> {
  const where = { id: goalId, campaignId: setting.campaignId }
  return db().$transaction(async (tx): Promise<GoalOutcome> => {
    const goal = await tx.goal.findFirst({ where, select: { threshold: true, dutyFr: true, dutyEn: true } })
    const { count } = await tx.goal.deleteMany({ where: { ...where, reachedAt: null } })
    if (!goal || count === 0) return whyNot(tx, where)
    await record(tx, { ...setting, action: 'goal.removed', goalId, threshold: goal.threshold })
    return { outcome: 'removed', goal }
  })
}

/** Says publicly when the duty of a reached goal was done, and how. May be said again, in better words. */
function tellDone({ goalId, doneOn, doneFr, doneEn }: Form<'done'>, setting: Setting & { today: string }) {
  if (doneOn > setting.today) return Promise.resolve<GoalOutcome>({ outcome: 'in-the-future' })
  return settle(setting, { goalId, action: 'goal.done', told: { doneOn: new Date(doneOn), doneFr, doneEn } })
}

/** Opens a duty again that was called done by mistake. */
const takeBackDone = ({ goalId }: Form<'not-done'>, setting: Setting) =>
  settle(setting, { goalId, action: 'goal.not-done', told: { doneOn: null, doneFr: '', doneEn: '' } })

interface Settling {
  goalId: number
  action: 'goal.done' | 'goal.not-done'
  told: { doneOn: Date | null; doneFr: string; doneEn: string }
}

function settle(setting: Setting, { goalId, action, told }: Settling): Promise<GoalOutcome> {
  return db().$transaction(async (tx): Promise<GoalOutcome> => {
    const { count } = await tx.goal.updateMany({
      where: { id: goalId, campaignId: setting.campaignId, reachedAt: { not: null } },
      data: told,
    })
    if (count === 0) return { outcome: 'not-reached' }
    await record(tx, { ...setting, action, goalId })
    return { outcome: action === 'goal.done' ? 'done' : 'not-done' }
  })
}

/** What the buttons of the goals' page do. `today` is the day in Paris. */
export function actOnGoal(form: GoalForm, setting: Setting & { today: string }): Promise<GoalOutcome> {
  switch (form.intent) {
    case 'add':
      return addGoal(form, setting)
    case 'change':
      return changeGoal(form, setting)
    case 'remove':
      return removeGoal(form, setting)
    case 'done':
      return tellDone(form, setting)
    case 'not-done':
      return takeBackDone(form, setting)
  }
}
