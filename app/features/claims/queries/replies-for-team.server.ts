import { z } from 'zod'
import { titlesOf } from '#app/features/campaigns/queries/titles.server.ts'
import { daysLeft } from '#app/features/campaigns/rules/right-of-reply.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { dayKept, dayRead, plusDays } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { pageOf } from '#app/features/campaigns/page-of.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { openReplies } from '../rules/replies.ts'
import {
  repliesPerPage,
  replyReasons,
  replyStates,
  replyTargets,
  type RefuseReason,
  type ReplyAbout,
  type ReplyState,
} from '../schema/reply.ts'
import {
  openContact,
  sealedProposal,
  sealedRequest,
  sealedWords,
  type ReplyContact,
  type ReplyProposal,
  type ReplyRequest,
} from '../sealed-reply.server.ts'
import { findAnswered, type Answered } from './reply-target.server.ts'

/** A right of reply in the list of the team. Days are `YYYY-MM-DD`. */
export interface QueuedReply {
  id: string
  /** As it is displayed: whoever decides says which state they saw. */
  revision: number
  campaign: { id: number; slug: string; title: string }
  about: ReplyAbout
  state: ReplyState
  inTime: boolean
  receivedOn: string
  dueOn: string
  /** Until it has to be on the page; negative: late. */
  daysLeft: number
  decidedOn: string | null
  proposedBy: 'nobody' | 'me' | 'another'
  /** The day on which somebody verified who asks. */
  verifiedOn: string | null
}

const listed = {
  id: true,
  revision: true,
  campaignId: true,
  about: true,
  aboutSlug: true,
  state: true,
  inTime: true,
  receivedOn: true,
  dueOn: true,
  decidedOn: true,
  proposedById: true,
  verifiedOn: true,
} as const

interface Row {
  id: string
  revision: number
  campaignId: number
  about: string
  aboutSlug: string
  state: string
  inTime: boolean
  receivedOn: Date
  dueOn: Date
  decidedOn: Date | null
  proposedById: string | null
  verifiedOn: Date | null
}

interface Looking {
  actor: Pick<Actor, 'id' | 'locale'>
  now: Date
}

async function campaignsOf(rows: readonly Row[], locale: Locale) {
  const campaigns = await db().campaign.findMany({
    where: { id: { in: [...new Set(rows.map(({ campaignId }) => campaignId))] } },
    select: { id: true, slug: true },
  })
  const titles = await titlesOf(campaigns, locale)
  return new Map(campaigns.map(({ id, slug }) => [id, { id, slug, title: titles.get(id) ?? slug }]))
}

function queued(row: Row, campaign: QueuedReply['campaign'], { actor, now }: Looking): QueuedReply {
  const dueOn = dayRead(row.dueOn)
  return {
    id: row.id,
    revision: row.revision,
    campaign,
    about: { target: replyTargets.find((one) => one === row.about) ?? 'campaign', slug: row.aboutSlug },
    state: replyStates.find((one) => one === row.state) ?? 'open',
    inTime: row.inTime,
    receivedOn: dayRead(row.receivedOn),
    dueOn,
    daysLeft: daysLeft(dueOn, parisDay(now)),
    decidedOn: row.decidedOn && dayRead(row.decidedOn),
    proposedBy: row.proposedById === null ? 'nobody' : row.proposedById === actor.id ? 'me' : 'another',
    verifiedOn: row.verifiedOn && dayRead(row.verifiedOn),
  }
}

interface RepliesPage {
  replies: QueuedReply[]
  page: number
  pages: number
}

/** One page of what is asked of the team, the nearest day on top; or what was decided, the latest first. */
export async function listReplyRequests(
  which: 'open' | 'closed',
  { wanted = 1, ...looking }: Looking & { wanted?: number },
): Promise<RepliesPage> {
  const open = which === 'open'
  const where = { state: open ? { in: openReplies } : { notIn: openReplies } }
  const { page, pages, ...slice } = pageOf(wanted, await db().rightOfReply.count({ where }), repliesPerPage)
  const rows = await db().rightOfReply.findMany({
    where,
    select: listed,
    orderBy: open ? [{ dueOn: 'asc' }, { id: 'asc' }] : [{ decidedOn: 'desc' }, { id: 'asc' }],
    ...slice,
  })
  const campaigns = await campaignsOf(rows, looking.actor.locale)
  const replies = rows.flatMap((row) => {
    const campaign = campaigns.get(row.campaignId)
    return campaign ? [queued(row, campaign, looking)] : []
  })
  return { replies, page, pages }
}

/** How many wait for somebody, and how many of them cannot wait beyond tomorrow. */
export async function countReplyRequests(now: Date): Promise<{ open: number; pressing: number }> {
  const state = { in: openReplies }
  const [open, pressing] = await Promise.all([
    db().rightOfReply.count({ where: { state } }),
    db().rightOfReply.count({ where: { state, dueOn: { lte: dayKept(plusDays(parisDay(now), 1)) } } }),
  ])
  return { open, pressing }
}

export type ReplyDesk = QueuedReply & {
  locale: Locale
  /** What it answers, as it stands on the site; `null`: it does not. */
  answered: Answered | null
  /** `null`: its time is over. */
  request: ReplyRequest | null
  proposal: ReplyProposal | null
  published: ReplyProposal | null
  /** `closed`: this session does not open it. */
  contact: ReplyContact | 'closed' | null
  /** Who of the team verified them; `null`: nobody did. */
  verifiedBy: string | null
  reason: RefuseReason | null
  words: string | null
}

/** One of them, with who asks for those whose session holds the key of the team. @throws SealBroken */
export async function findReplyRequest(
  id: string,
  { keyring, ...looking }: Looking & { keyring: TeamKeyring | null },
): Promise<ReplyDesk | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db().rightOfReply.findUnique({ where: { id } })
  const campaign = row && (await campaignsOf([row], looking.actor.locale)).get(row.campaignId)
  if (!row || !campaign || !isLocale(row.locale)) return null
  const line = queued(row, campaign, looking)
  const { sealedContact: contact, publishedReply: text, publishedReplyBy: by } = row
  const today = parisDay(looking.now)
  return {
    ...line,
    locale: row.locale,
    answered: await findAnswered(campaign.id, line.about, { locale: row.locale, today }),
    request: row.sealedRequest && sealedRequest.open(id, row.sealedRequest),
    proposal: row.sealedProposal && sealedProposal.open(id, row.sealedProposal),
    published: text !== null && by !== null ? { text, by } : null,
    verifiedBy: row.verifiedById && ((await emailsOf([row.verifiedById])).get(row.verifiedById) ?? row.verifiedById),
    contact: contact && (keyring ? openContact(keyring, id, contact) : 'closed'),
    reason: replyReasons.find((one) => one === row.reason) ?? null,
    words: row.sealedWords && sealedWords.open(id, row.sealedWords).text,
  }
}
