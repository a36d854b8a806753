import { randomUUID } from 'node:crypto'
import { takeOfDay, unlessFull } from '#app/features/campaigns/commands/day-share.server.ts'
import { insertBy, lengthFault, mayAskForReply } from '#app/features/campaigns/rules/right-of-reply.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { findTeamKey } from '#app/features/staff/queries/team-key.server.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'
import { findAnswered } from '../queries/reply-target.server.ts'
import { mostRepliesADay } from '../rules/replies.ts'
import type { AnswerForm } from '../schema/reply.ts'
import { replyCodeHash, sealContact, sealedRequest } from '../sealed-reply.server.ts'

/** A value for one form. It says nothing of time or of who asked. */
export const newAnswerFormId = (): string => randomUUID()

interface Asking {
  campaignId: number
  locale: Locale
  now: Date
}

export type AskOutcome =
  | { outcome: 'asked'; code: string; dueOn: string }
  | { outcome: 'already-asked' }
  /** Nothing was kept: the campaign took its share of today. */
  | { outcome: 'day-full' }
  | { outcome: 'off-the-site' | 'too-long' | 'too-many-lines' }

/**
 * Keeps a right of reply to a page of the campaign, with its clock: three days to insert it. What asks after three months is kept
 * too, and says so to the team. A form sent twice asks once.
 */
export async function askForAnswer(form: AnswerForm, { campaignId, locale, now }: Asking): Promise<AskOutcome> {
  const { about, once, name, email, passages, reply, signedAs, quality } = form
  const today = parisDay(now)
  const answered = await findAnswered(campaignId, about, { locale, today })
  if (!answered) return { outcome: 'off-the-site' }
  const fault = lengthFault(reply, answered.most)
  if (fault) return { outcome: fault }
  const team = await findTeamKey()
  if (!team) throw new Error('there is no team key: the product was not started')
  const id = once ?? randomUUID()
  const code = newReceipt()
  const dueOn = insertBy(today)
  const row = {
    id,
    campaignId,
    about: about.target,
    aboutSlug: about.slug,
    aboutVersion: answered.version,
    inTime: mayAskForReply(answered.publishedOn, today),
    locale,
    codeHash: replyCodeHash(code),
    sealedContact: sealContact(team, id, { name, email }),
    sealedRequest: sealedRequest.seal(id, { passages, reply, signedAs, quality }),
    receivedOn: dayKept(today),
    dueOn: dayKept(dueOn),
  }
  const kept = db().$transaction(async (tx): Promise<AskOutcome> => {
    const { count } = await tx.rightOfReply.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return { outcome: 'already-asked' }
    await takeOfDay(tx, { campaignId, kind: 'reply', most: mostRepliesADay }, now)
    const detail = { about: about.target, slug: about.slug, due: dueOn }
    await appendAudit(tx, { actor: null, action: 'answer.received', subject: `answer:${id}`, detail }, now)
    return { outcome: 'asked', code, dueOn }
  })
  return unlessFull(kept)
}
