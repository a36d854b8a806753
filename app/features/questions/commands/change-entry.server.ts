import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { EntryState, EntryWords } from '../schema.ts'

export type EntryOutcome =
  | { outcome: 'saved' | 'published' | 'changed' | 'verified' | 'retired' | 'restored'; id: number }
  | { outcome: 'discarded' | 'merged' }
  | { outcome: 'not-found' | 'changed-meanwhile' | 'unknown-entry' }
  | { outcome: 'in-the-future' | 'check-in-the-past' | 'change-missing' | 'note-missing' }

export interface EntryHands {
  actor: Actor
  campaignId: number
  /** `null`: a new one. */
  id: number | null
  now: Date
}

const kept = {
  id: true,
  state: true,
  version: true,
  revision: true,
  questionFr: true,
  answerFr: true,
  questionEn: true,
  answerEn: true,
} as const
export type Kept = EntryWords & { id: number; state: EntryState; version: number; revision: number }

export const wordsOf = ({ questionFr, answerFr, questionEn, answerEn }: EntryWords): EntryWords => ({
  questionFr,
  answerFr,
  questionEn,
  answerEn,
})
export const daysOf = ({ verifiedOn, checkBy }: { verifiedOn: string; checkBy: string }) => ({
  verifiedOn: dayKept(verifiedOn),
  checkBy: checkBy === '' ? null : dayKept(checkBy),
})

export interface Step {
  entry: Pick<Kept, 'id'>
  action: string
  revision: number
  from: EntryState
  data: Parameters<Transaction['question']['updateMany']>[0]['data']
}

/** Changes an entry that is still as it was displayed, tells the pages, and writes that down. */
export async function change(tx: Transaction, { entry, action, revision, from, data }: Step, hands: EntryHands) {
  const { actor, campaignId, now } = hands
  const { count } = await tx.question.updateMany({
    where: { id: entry.id, campaignId, revision, state: from },
    data: { ...data, revision: { increment: 1 } },
  })
  if (count === 0) return false
  await notifyWith(tx, 'page', String(campaignId))
  const deed = {
    actor,
    action: `question.${action}`,
    subject: `question:${entry.id}`,
    detail: { campaign: campaignId },
  }
  await appendAudit(tx, deed, now)
  return true
}

/** Whoever asked what this entry was made of has their answer with it. */
export const answerThoseWhoAsked = (tx: Transaction, questionId: number, { actor, now }: EntryHands) =>
  tx.askedQuestion.updateMany({
    where: { questionId, state: 'waiting' },
    data: { state: 'answered', answeredById: actor.id, answeredOn: dayOf(now), revision: { increment: 1 } },
  })

/** Somebody else changed it: whatever was begun is undone. */
export class Meanwhile extends Error {
  override name = 'Meanwhile'
}

export const find = ({ id, campaignId }: Pick<EntryHands, 'id' | 'campaignId'>): Promise<Kept | null> =>
  id === null ? Promise.resolve(null) : db().question.findFirst({ where: { id, campaignId }, select: kept })
