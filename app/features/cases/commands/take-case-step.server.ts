import { lengthFault, mayInsert } from '#app/features/campaigns/rules/right-of-reply.ts'
import type { Refusal } from '#app/features/moderation/commands/settle.server.ts'
import { unpublishTestimony } from '#app/features/moderation/commands/close-testimony.server.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { lockTestimony, type Locked } from '#app/features/testimonies/commands/lock.server.ts'
import { pagesChange } from '#app/features/testimonies/commands/note-step.server.ts'
import { apart, type ApartTransaction } from '#app/features/testimonies/queries/apart.server.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { onTheSite, siteColumns } from '../on-the-site.ts'
import { longestReply, openStates } from '../rules.ts'
import type { CaseKind, CaseStep, Decision } from '../schema.ts'
import { openCaseKey, openRequest, sealRequest, sealedReply, sealedWords } from '../sealed-case.server.ts'

export type CaseOutcome =
  | { outcome: 'accepted' | 'inserted' | 'kept' | 'refused' | 'unpublished' | 'reopened' }
  | { outcome: 'not-found' | 'vault-closed' | 'changed-meanwhile' | 'own-proposal' | 'off-the-site' }
  | { outcome: 'too-long' | 'too-many-lines' }
  /** The testimony could not be taken off the site. */
  | { outcome: 'not-unpublished'; why: Refusal['outcome'] }

export interface CaseHands {
  id: string
  actor: Actor
  keyring: TeamKeyring | null
  now: Date
}

const standing = {
  kind: true,
  state: true,
  revision: true,
  forTeam: true,
  sealedRequest: true,
  sealedPassages: true,
  sealedReply: true,
  proposedById: true,
  repliedVersion: true,
  testimonyId: true,
  testimony: {
    select: { ...siteColumns, draftVersion: true, campaignId: true },
  },
} as const
type Standing = NonNullable<Awaited<ReturnType<typeof find>>>

const find = (id: string) => apart().caseFile.findUnique({ where: { id }, select: standing })

interface Opened {
  row: Standing
  key: DataKey
  hands: CaseHands
}

interface Move {
  deed: string
  revision: number
  where?: Prisma.CaseFileWhereInput
  data: Prisma.CaseFileUncheckedUpdateManyInput
  /** What its testimony must still be, as nobody changes it until this step is taken. */
  stands?: (testimony: Locked) => boolean
  /** With the answer, the words that were copied from a testimony that is withdrawn go. */
  answers?: boolean
  also?: (tx: ApartTransaction) => Promise<void>
}

/** Its witness took it back: with the answer, the words that were copied from it go from the case too. */
function passagesGo({ row, key, hands: { id } }: Opened) {
  const request = openRequest(key, id, row)
  return request ? sealRequest(key, id, { ...request, passages: null }) : {}
}

/** One step of a case as it was seen, with its entry in the trail, all or nothing. `false`: it is not what was seen any more. */
function move({ deed, revision, where = {}, stands, answers = false, also, ...step }: Move, opened: Opened) {
  const { row, hands } = opened
  const { id, actor, now } = hands
  return apart().$transaction(async (tx) => {
    // First the testimony, as all do who change both: a withdrawal is over, or has not begun.
    const testimony = await lockTestimony(tx, row.testimonyId)
    if (stands && !stands(testimony)) return false
    const data = { ...(answers && testimony.state === 'withdrawn' ? passagesGo(opened) : {}), ...step.data }
    const { count } = await tx.caseFile.updateMany({
      where: { AND: [{ id, revision, state: { in: openStates } }, where] },
      data: { ...data, revision: { increment: 1 } },
    })
    if (count === 0) return false
    await also?.(tx)
    const detail = { kind: row.kind, reason: typeof data.reason === 'string' ? data.reason : null }
    await appendAudit(tx, { actor, action: `case.${deed}`, subject: `case:${id}`, detail }, now)
    return true
  })
}

interface Ending {
  decision: Decision
  revision: number
  reason: string
  words: string
}

/** Decided, with its reasons: a code, and words that only the team and whoever asked can open. */
function end({ decision, revision, reason, words }: Ending, opened: Opened) {
  const { key, hands } = opened
  const data = {
    state: decision === 'unpublished' ? ('done' as const) : ('refused' as const),
    decision,
    reason,
    sealedWords: sealedWords.seal(key, hands.id, { text: words }),
    decidedById: hands.actor.id,
    decidedOn: dayOf(hands.now),
    sealedReply: null,
    proposedById: null,
  }
  return move({ deed: decision, revision, data, answers: true }, opened)
}

const closedAs: Record<CaseKind, 'kept' | 'refused'> = { report: 'kept', reply: 'refused' }

async function unpublish(
  { revision, unpublishReason: reason, unpublishWords: words }: Extract<CaseStep, { intent: 'unpublish' }>,
  opened: Opened,
): Promise<CaseOutcome> {
  const { row, hands } = opened
  const { actor, keyring, now } = hands
  // A case that was closed or moved since it was displayed takes nothing off the site.
  if (row.revision !== revision || !openStates.some((open) => open === row.state))
    return { outcome: 'changed-meanwhile' }
  // Already off the site, by this case before a crash or by somebody else: what is left to do is to answer.
  if (row.testimony.state === 'published') {
    const { draftVersion } = row.testimony
    const step = { draftVersion, reason, note: null }
    const { outcome } = await unpublishTestimony(step, {
      actor,
      keyring,
      now,
      testimonyId: row.testimonyId,
      unseen: true,
    })
    if (outcome !== 'unpublished') return { outcome: 'not-unpublished', why: outcome }
  }
  const ended = await end({ decision: 'unpublished', revision, reason, words }, opened)
  return { outcome: ended ? 'unpublished' : 'changed-meanwhile' }
}

/** One person wants these words on the page: the reply as asked for, with what has to be taken out of it taken out. */
async function accept(
  { revision, replyText, replyBy }: Extract<CaseStep, { intent: 'accept' }>,
  opened: Opened,
): Promise<CaseOutcome> {
  const { row, key, hands } = opened
  const standing = onTheSite(row.testimony)
  if (row.kind !== 'reply' || !standing) return { outcome: 'off-the-site' }
  const fault = lengthFault(replyText, longestReply(standing))
  if (fault) return { outcome: fault }
  const data = {
    state: 'accepted' as const,
    proposedById: hands.actor.id,
    repliedVersion: row.testimony.draftVersion,
    sealedReply: sealedReply.seal(key, hands.id, { text: replyText, by: replyBy }),
  }
  const moved = await move({ deed: 'accepted', revision, data }, opened)
  return { outcome: moved ? 'accepted' : 'changed-meanwhile' }
}

/** A second person puts exactly the proposed words beside the testimony. */
async function insert({ revision }: { revision: number }, opened: Opened): Promise<CaseOutcome> {
  const { row, key, hands } = opened
  const { id, actor, now } = hands
  if (row.testimony.state !== 'published') return { outcome: 'off-the-site' }
  if (row.revision !== revision || row.state !== 'accepted' || !row.sealedReply) return { outcome: 'changed-meanwhile' }
  // The words were proposed for a text that is not the one on the site.
  if (row.repliedVersion !== row.testimony.draftVersion) return { outcome: 'changed-meanwhile' }
  if (!mayInsert(actor.id, row)) return { outcome: 'own-proposal' }
  const { text, by } = sealedReply.open(key, id, row.sealedReply)
  const data = {
    state: 'done' as const,
    decision: 'inserted',
    decidedById: actor.id,
    decidedOn: dayOf(now),
    publishedReply: text,
    publishedReplyBy: by,
    publishedReplyOn: dayOf(now),
  }
  const where = { state: 'accepted' as const, proposedById: { not: actor.id } }
  const stands = (testimony: Locked) => {
    const shown = testimony.draftVersion === row.repliedVersion ? onTheSite(testimony) : null
    return shown !== null && lengthFault(text, longestReply(shown)) === null
  }
  const also = (tx: ApartTransaction) => pagesChange(tx, row.testimony.campaignId)
  const moved = await move({ deed: 'inserted', revision, where, stands, data, also }, opened)
  return { outcome: moved ? 'inserted' : 'changed-meanwhile' }
}

async function act(step: CaseStep, opened: Opened): Promise<CaseOutcome> {
  switch (step.intent) {
    case 'close': {
      const decision = closedAs[opened.row.kind]
      const { revision, reason, words } = step
      return { outcome: (await end({ decision, revision, reason, words }, opened)) ? decision : 'changed-meanwhile' }
    }
    case 'unpublish':
      return unpublish(step, opened)
    case 'accept':
      return accept(step, opened)
    case 'insert':
      return insert(step, opened)
    case 'reopen': {
      const data = { state: 'open' as const, proposedById: null, sealedReply: null, repliedVersion: null }
      const moved = await move(
        { deed: 'reopened', revision: step.revision, where: { state: 'accepted' }, data },
        opened,
      )
      return { outcome: moved ? 'reopened' : 'changed-meanwhile' }
    }
  }
}

/**
 * The desk's one door: the step that a form asks for, on the case as it was seen. What ends on the page of a testimony takes two
 * people; what takes something away, one.
 */
export async function takeCaseStep(step: CaseStep, hands: CaseHands): Promise<CaseOutcome> {
  if (!may(hands.actor, 'moderate')) return { outcome: 'not-found' }
  const row = await find(hands.id)
  if (!row) return { outcome: 'not-found' }
  if (!hands.keyring || !row.forTeam) return { outcome: 'vault-closed' }
  return act(step, { row, key: openCaseKey(hands.keyring, hands.id, row.forTeam), hands })
}
