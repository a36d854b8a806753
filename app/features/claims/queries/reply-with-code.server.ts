import { dayRead } from '#app/i18n/calendar.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { readReceipt } from '#app/infra/vault/receipt-code.ts'
import { stateForAsker } from '../rules/replies.ts'
import {
  replyReasons,
  replyStates,
  replyTargets,
  type RefuseReason,
  type ReplyAbout,
  type ReplyState,
} from '../schema/reply.ts'
import { replyCodeHash, sealedRequest, sealedWords, type ReplyRequest } from '../sealed-reply.server.ts'

/** A right of reply as whoever asked for it sees it. */
export interface ReplyOfMine {
  about: ReplyAbout
  slug: string
  state: Exclude<ReplyState, 'accepted'>
  receivedOn: string
  dueOn: string
  decidedOn: string | null
  reason: RefuseReason | null
  words: string | null
  /** `null`: its time is over. */
  request: ReplyRequest | null
}

/** The right of reply whose code somebody typed; `null` for any other code. Nothing of the visit is kept. @throws SealBroken */
export async function findReplyByCode(typed: string): Promise<ReplyOfMine | null> {
  const code = readReceipt(typed)
  if (code === null) return null
  const row = await db().rightOfReply.findUnique({ where: { codeHash: replyCodeHash(code) } })
  const campaign = row && (await db().campaign.findUnique({ where: { id: row.campaignId }, select: { slug: true } }))
  if (!row || !campaign) return null
  const target = replyTargets.find((one) => one === row.about) ?? 'campaign'
  return {
    about: { target, slug: row.aboutSlug },
    slug: campaign.slug,
    state: stateForAsker(replyStates.find((one) => one === row.state) ?? 'open'),
    receivedOn: dayRead(row.receivedOn),
    dueOn: dayRead(row.dueOn),
    decidedOn: row.decidedOn && dayRead(row.decidedOn),
    reason: replyReasons.find((one) => one === row.reason) ?? null,
    words: row.sealedWords && sealedWords.open(row.id, row.sealedWords).text,
    request: row.sealedRequest && sealedRequest.open(row.id, row.sealedRequest),
  }
}
