import { lengthFault, mayInsert } from '#app/features/campaigns/rules/right-of-reply.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { findAnswered } from '../queries/reply-target.server.ts'
import { openReplies } from '../rules/replies.ts'
import { replyTargets, type ReplyStep } from '../schema/reply.ts'
import { openContact, sealedProposal, sealedWords } from '../sealed-reply.server.ts'

export type ReplyOutcome = {
  outcome:
    | 'accepted'
    | 'verified'
    | 'inserted'
    | 'reopened'
    | 'refused'
    | 'not-found'
    | 'changed-meanwhile'
    | 'own-proposal'
    | 'vault-closed'
    | 'not-verified'
    | 'off-the-site'
    | 'too-long'
    | 'too-many-lines'
}

export interface ReplyHands {
  id: string
  actor: Actor
  /** `null`: this session does not open who asks. */
  keyring: TeamKeyring | null
  now: Date
}

const find = (id: string) =>
  db().rightOfReply.findUnique({
    where: { id },
    select: {
      campaignId: true,
      about: true,
      aboutSlug: true,
      locale: true,
      state: true,
      revision: true,
      proposedById: true,
      sealedProposal: true,
      sealedContact: true,
      verifiedOn: true,
    },
  })
type Row = NonNullable<Awaited<ReturnType<typeof find>>>

interface Move {
  deed: string
  revision: number
  where?: Prisma.RightOfReplyWhereInput
  data: Prisma.RightOfReplyUncheckedUpdateManyInput
}

/** One step of a request as it was seen, with its entry in the trail. `false`: it is not what was seen any more. */
function move({ deed, revision, where = {}, data }: Move, row: Row, { id, actor, now }: ReplyHands): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.rightOfReply.updateMany({
      where: { AND: [{ id, revision, state: { in: openReplies } }, where] },
      data: { ...data, revision: { increment: 1 } },
    })
    if (count === 0) return false
    if (deed === 'inserted') await notifyWith(tx, 'page', String(row.campaignId))
    const detail = { about: row.about, slug: row.aboutSlug }
    await appendAudit(tx, { actor, action: `answer.${deed}`, subject: `answer:${id}`, detail }, now)
    return true
  })
}

/** What it answers, as long as that is on the site. */
function answeredBy({ campaignId, about, aboutSlug: slug, locale }: Row, now: Date) {
  const target = replyTargets.find((one) => one === about)
  if (!target || !isLocale(locale)) return null
  return findAnswered(campaignId, { target, slug }, { locale, today: parisDay(now) })
}

type Step<I extends ReplyStep['intent']> = Extract<ReplyStep, { intent: I }>

/** One person wants these words on the page: the reply as asked for, with what the law forbids taken out. */
async function accept(
  { revision, replyText, replyBy }: Step<'accept'>,
  row: Row,
  hands: ReplyHands,
): Promise<ReplyOutcome> {
  const answered = await answeredBy(row, hands.now)
  if (!answered) return { outcome: 'off-the-site' }
  const fault = lengthFault(replyText, answered.most)
  if (fault) return { outcome: fault }
  const data = {
    state: 'accepted',
    proposedById: hands.actor.id,
    sealedProposal: sealedProposal.seal(hands.id, { text: replyText, by: replyBy }),
  }
  const moved = await move({ deed: 'accepted', revision, data }, row, hands)
  return { outcome: moved ? 'accepted' : 'changed-meanwhile' }
}

/** Somebody who can read who asks says that they verified it: that this is the person, or speaks for the body, that is pointed to. */
async function verify({ revision }: Step<'verify'>, row: Row, hands: ReplyHands): Promise<ReplyOutcome> {
  const { id, actor, keyring, now } = hands
  if (!may(actor, 'moderate') || !keyring || !row.sealedContact) return { outcome: 'vault-closed' }
  // A session whose key does not open this contact has verified nobody.
  openContact(keyring, id, row.sealedContact)
  const data = { verifiedById: actor.id, verifiedOn: dayKept(parisDay(now)) }
  const moved = await move({ deed: 'verified', revision, where: { verifiedOn: null }, data }, row, hands)
  return { outcome: moved ? 'verified' : 'changed-meanwhile' }
}

/** A second person puts exactly the proposed words beside what they answer. */
async function insert({ revision }: Step<'insert'>, row: Row, hands: ReplyHands): Promise<ReplyOutcome> {
  const { id, actor, now } = hands
  if (row.revision !== revision || row.state !== 'accepted' || !row.sealedProposal)
    return { outcome: 'changed-meanwhile' }
  if (!mayInsert(actor.id, row)) return { outcome: 'own-proposal' }
  if (!row.verifiedOn) return { outcome: 'not-verified' }
  if (!(await answeredBy(row, now))) return { outcome: 'off-the-site' }
  const { text, by } = sealedProposal.open(id, row.sealedProposal)
  const today = dayKept(parisDay(now))
  const data = {
    state: 'inserted',
    decidedById: actor.id,
    decidedOn: today,
    publishedReply: text,
    publishedReplyBy: by,
    publishedReplyOn: today,
  }
  const where = {
    state: 'accepted',
    proposedById: { not: actor.id },
    verifiedById: { not: null },
    verifiedOn: { not: null },
  }
  const moved = await move({ deed: 'inserted', revision, where, data }, row, hands)
  return { outcome: moved ? 'inserted' : 'changed-meanwhile' }
}

/** Nothing changes on the page, and whoever asked is told why. */
async function refuse({ revision, reason, words }: Step<'refuse'>, row: Row, hands: ReplyHands): Promise<ReplyOutcome> {
  const data = {
    state: 'refused',
    reason,
    sealedWords: sealedWords.seal(hands.id, { text: words }),
    decidedById: hands.actor.id,
    decidedOn: dayKept(parisDay(hands.now)),
  }
  const moved = await move({ deed: 'refused', revision, data }, row, hands)
  return { outcome: moved ? 'refused' : 'changed-meanwhile' }
}

/**
 * The step that a form asks for, on the request as it was seen. What ends on a page takes two people, and
 * one who verified who asks; a refusal one person with a reason.
 */
export async function takeReplyStep(step: ReplyStep, hands: ReplyHands): Promise<ReplyOutcome> {
  if (!may(hands.actor, 'campaign')) return { outcome: 'not-found' }
  const row = await find(hands.id)
  if (!row) return { outcome: 'not-found' }
  switch (step.intent) {
    case 'accept':
      return accept(step, row, hands)
    case 'verify':
      return verify(step, row, hands)
    case 'insert':
      return insert(step, row, hands)
    case 'refuse':
      return refuse(step, row, hands)
    case 'reopen': {
      const data = { state: 'open', proposedById: null, sealedProposal: null }
      const where = { state: 'accepted' }
      const moved = await move({ deed: 'reopened', revision: step.revision, where, data }, row, hands)
      return { outcome: moved ? 'reopened' : 'changed-meanwhile' }
    }
  }
}
