import { randomUUID } from 'node:crypto'
import { expireCases } from '#app/features/cases/commands/expire-cases.server.ts'
import { expireAsked } from '#app/features/questions/commands/expire-asked.server.ts'
import {
  expireClosed,
  expireDrafts,
  expireOriginals,
  expireWords,
  type Due,
  type Sweep,
} from '#app/features/testimonies/commands/expire.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { findTerms } from '#app/features/testimonies/queries/terms.server.ts'
import type { Terms } from '#app/features/testimonies/rules/retention.ts'
import { parisDay } from '#app/i18n/format.ts'
import { swept, type Gone, type Swept } from '../schema.ts'

const sweeps: Record<Swept, Sweep> = {
  closed: expireClosed,
  originals: expireOriginals,
  words: expireWords,
  drafts: expireDrafts,
  cases: expireCases,
  questions: expireAsked,
}

export interface Retention {
  terms: Terms
  gone: Gone
}

const nothing = (): Gone => ({ closed: 0, originals: 0, words: 0, drafts: 0, cases: 0, questions: 0 })

const dueOn = async (now: Date): Promise<Due> => ({ terms: await findTerms(), today: parisDay(now), now })

/** Says what would go now, and lets everything stand. */
export async function countDue(now: Date): Promise<Retention> {
  const due = await dueOn(now)
  const gone = nothing()
  for (const name of swept) gone[name] = await apart().$transaction((tx) => sweeps[name].count(tx, due))
  return { terms: due.terms, gone }
}

interface Running {
  now: Date
  byHand: boolean
  /** How many go in one transaction. */
  batch?: number
  /** Between two batches: stopped, it is where the next run goes on. */
  signal?: AbortSignal
}

/**
 * Takes away what nobody needs any more, in batches. Each batch and its number in the journal are kept together or not at all, so
 * that a run that was killed has left a true line, and the next one goes on from there. The journal counts and names nobody.
 */
export async function runRetention({ now, byHand, batch = 500, signal }: Running): Promise<Retention> {
  const due = await dueOn(now)
  const id = randomUUID()
  const { original: originalMonths, draft: draftDays, case: caseMonths } = due.terms
  await apart().retentionRun.create({
    data: { id, startedAt: now, byHand, originalMonths, draftDays, caseMonths },
    select: { id: true },
  })
  const gone = nothing()
  for (const name of swept)
    for (let took = batch; took > 0 && !signal?.aborted;) {
      took = await apart().$transaction(async (tx) => {
        const n = await sweeps[name].take(tx, due, batch)
        if (n > 0)
          await tx.retentionRun.update({ where: { id }, data: { [name]: { increment: n } }, select: { id: true } })
        return n
      })
      gone[name] += took
    }
  if (!signal?.aborted)
    await apart().retentionRun.update({ where: { id }, data: { finishedAt: now }, select: { id: true } })
  return { terms: due.terms, gone }
}
