import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may } from '#app/features/staff/policy.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { EntryStep } from '../schema.ts'
import {
  answerThoseWhoAsked,
  change,
  find,
  Meanwhile,
  type EntryHands,
  type EntryOutcome,
  type Kept,
  type Step,
} from './change-entry.server.ts'
import { publish, save } from './publish-entry.server.ts'

function wrongDays({ verifiedOn, checkBy }: { verifiedOn: string; checkBy: string }, now: Date): EntryOutcome | null {
  const today = parisDay(now)
  if (verifiedOn > today) return { outcome: 'in-the-future' }
  return checkBy !== '' && checkBy < today ? { outcome: 'check-in-the-past' } : null
}

/** A proposal that says what another entry says: whoever asked is answered by that one. */
const merge = ({ revision, into }: Extract<EntryStep, { intent: 'merge' }>, entry: Kept, hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> => {
    const other = await tx.question.findFirst({
      where: { id: into, campaignId: hands.campaignId, state: 'published' },
      select: { id: true },
    })
    if (!other) return { outcome: 'unknown-entry' }
    await tx.askedQuestion.updateMany({ where: { questionId: entry.id }, data: { questionId: other.id } })
    await answerThoseWhoAsked(tx, other.id, hands)
    await remove(tx, { entry, revision, action: 'merged' }, hands)
    return { outcome: 'merged' }
  })

const discard = (entry: Kept, revision: number, hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> => {
    await remove(tx, { entry, revision, action: 'discarded' }, hands)
    return { outcome: 'discarded' }
  })

/** Takes away what was never on the site. @throws Meanwhile */
async function remove(tx: Transaction, { entry, ...step }: Omit<Step, 'from' | 'data'>, hands: EntryHands) {
  const { actor, campaignId, now } = hands
  const where = { id: entry.id, campaignId, revision: step.revision, state: 'proposed' as const }
  const { count } = await tx.question.deleteMany({ where })
  if (count === 0) throw new Meanwhile()
  await appendAudit(tx, { actor, action: `question.${step.action}`, subject: `question:${entry.id}` }, now)
}

/** On the site, or off it. */
const turn = (step: Step, done: 'retired' | 'restored', hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> =>
    (await change(tx, step, hands)) ? { outcome: done, id: step.entry.id } : { outcome: 'changed-meanwhile' },
  )

function act(step: EntryStep, entry: Kept, hands: EntryHands): Promise<EntryOutcome> | EntryOutcome {
  const { revision } = step
  switch (step.intent) {
    case 'save':
      return save(step, entry, hands)
    case 'publish':
      return publish(step, entry, hands)
    case 'merge':
      return merge(step, entry, hands)
    case 'discard':
      return discard(entry, revision, hands)
    case 'retire':
      return turn(
        { entry, action: 'retired', revision, from: 'published', data: { state: 'retired' } },
        'retired',
        hands,
      )
    case 'restore':
      return turn(
        { entry, action: 'restored', revision, from: 'retired', data: { state: 'published' } },
        'restored',
        hands,
      )
  }
}

/**
 * What a button of an entry's page asks for, on the entry as it was displayed. What changes facts on the site says so in each language
 * that is shown, and leaves the words of before in sight.
 */
export async function takeEntryStep(step: EntryStep, hands: EntryHands): Promise<EntryOutcome> {
  if (!may(hands.actor, 'campaign')) return { outcome: 'not-found' }
  const entry = await find(hands)
  if (!entry && hands.id !== null) return { outcome: 'not-found' }
  const isForm = step.intent === 'save' || step.intent === 'publish'
  const wrong = isForm ? wrongDays(step, hands.now) : null
  if (wrong) return wrong
  try {
    if (entry) return await act(step, entry, hands)
    if (step.intent === 'save') return await save(step, null, hands)
    return step.intent === 'publish' ? await publish(step, null, hands) : { outcome: 'not-found' }
  } catch (error) {
    if (error instanceof Meanwhile) return { outcome: 'changed-meanwhile' }
    throw error
  }
}
