import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import type { AskedStep } from '../schema.ts'
import { openQuestionKey, sealedWords } from '../sealed-question.server.ts'
import { createProposal } from './create-proposal.server.ts'

export type AskedOutcome =
  | { outcome: 'answered' | 'pointed' | 'declined' | 'proposed' }
  | { outcome: 'not-found' | 'vault-closed' | 'changed-meanwhile' }
  /** Whoever asked wants an answer, and nothing of it on the site. */
  | { outcome: 'private' }
  | { outcome: 'unknown-entry' }

export interface AskedHands {
  id: string
  actor: Actor
  keyring: TeamKeyring | null
  now: Date
}

const standing = { campaignId: true, revision: true, mayAppear: true, forTeam: true, questionId: true } as const
type Standing = NonNullable<Awaited<ReturnType<typeof find>>>
const find = (id: string) => apart().askedQuestion.findUnique({ where: { id }, select: standing })

interface Opened {
  row: Standing
  key: DataKey
  hands: AskedHands
}

interface Move {
  deed: string
  revision: number
  data: Prisma.AskedQuestionUncheckedUpdateManyInput
  detail?: Record<string, string | number | null>
}

/** Moves what was asked if it is still as it was displayed, and writes that down. */
async function move(tx: Transaction, { deed, revision, data, detail = {} }: Move, { id, actor, now }: AskedHands) {
  const { count } = await tx.askedQuestion.updateMany({
    where: { id, revision },
    data: { ...data, revision: { increment: 1 } },
  })
  if (count === 0) return false
  await appendAudit(tx, { actor, action: `question.${deed}`, subject: `asked:${id}`, detail }, now)
  return true
}

const settledBy = ({ actor, now }: AskedHands) => ({ answeredById: actor.id, answeredOn: dayOf(now) })

interface Ending extends Move {
  done: 'answered' | 'pointed' | 'declined'
  words: string
}

/** Answered, or told why not. Words are opened by the team and by whoever asked. A later answer takes the place of an earlier one. */
async function end({ done, words, ...step }: Ending, { key, hands }: Opened): Promise<AskedOutcome> {
  const kept = words === '' ? null : sealedWords.seal(key, hands.id, { text: words })
  const data = { ...step.data, sealedWords: kept, ...settledBy(hands) }
  const moved = await apart().$transaction((tx) => move(tx, { ...step, data }, hands))
  return { outcome: moved ? done : 'changed-meanwhile' }
}

async function point(step: Extract<AskedStep, { intent: 'point' }>, opened: Opened): Promise<AskedOutcome> {
  const { campaignId } = opened.row
  const entry = await db().question.findFirst({
    where: { id: step.entry, campaignId, state: 'published' },
    select: { id: true },
  })
  if (!entry) return { outcome: 'unknown-entry' }
  const data = { state: 'answered' as const, reason: null, questionId: entry.id }
  const { revision, pointWords: words } = step
  return end({ deed: 'pointed', done: 'pointed', revision, data, words, detail: { entry: entry.id } }, opened)
}

/** Writes an entry for a campaigner to publish; whoever asked is answered by its publication, if not before. */
function propose(step: Extract<AskedStep, { intent: 'propose' }>, { row, hands }: Opened): Promise<AskedOutcome> {
  const { revision, intent: _, ...words } = step
  if (!row.mayAppear) return Promise.resolve({ outcome: 'private' })
  const { actor, now } = hands
  return db()
    .$transaction(async (tx): Promise<AskedOutcome> => {
      const entry = await createProposal(tx, words, { actor, campaignId: row.campaignId, now })
      const moved = await move(
        tx,
        { deed: 'proposed', revision, data: { questionId: entry }, detail: { entry } },
        hands,
      )
      // An entry of nothing would be left behind.
      if (!moved) throw new Meanwhile()
      return { outcome: 'proposed' }
    })
    .catch((error: unknown) => {
      if (error instanceof Meanwhile) return { outcome: 'changed-meanwhile' }
      throw error
    })
}

class Meanwhile extends Error {
  override name = 'Meanwhile'
}

function act(step: AskedStep, opened: Opened): Promise<AskedOutcome> {
  const { revision } = step
  switch (step.intent) {
    case 'answer': {
      const data = { state: 'answered' as const, reason: null }
      return end({ deed: 'answered', done: 'answered', revision, data, words: step.words }, opened)
    }
    case 'point':
      return point(step, opened)
    case 'decline': {
      const { reason, declineWords: words } = step
      const data = { state: 'declined' as const, reason, questionId: null }
      return end({ deed: 'declined', done: 'declined', revision, data, words, detail: { reason } }, opened)
    }
    case 'propose':
      return propose(step, opened)
  }
}

/** The step that a moderator's form asks for, on what was asked as it was displayed. */
export async function takeAskedStep(step: AskedStep, hands: AskedHands): Promise<AskedOutcome> {
  if (!may(hands.actor, 'moderate')) return { outcome: 'not-found' }
  const row = await find(hands.id)
  if (!row) return { outcome: 'not-found' }
  if (!hands.keyring || !row.forTeam) return { outcome: 'vault-closed' }
  return act(step, { row, key: openQuestionKey(hands.keyring, hands.id, row.forTeam), hands })
}
