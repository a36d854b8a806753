import { v7 as uuidv7 } from 'uuid'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { locales } from '#app/i18n/locale.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { textsDigest } from '../draft-digest.server.ts'
import { findTexts } from '../queries/texts.server.ts'
import { everyone, type Audience } from '../rules/audience.ts'
import { sameTexts } from '../rules/same-texts.ts'
import type { MailingTexts } from '../schema.ts'
import { changeDraft } from './change-draft.server.ts'

export interface Writing {
  /** `null`: whoever holds the command line. */
  actor: Actor | null
  texts: MailingTexts
  now: Date
}

interface NewDraft extends Writing {
  campaignId: number
  audience?: Audience
}

/** Begins a draft within a transaction that does more. @returns its id */
export async function beginDraft(
  tx: Transaction,
  { actor, campaignId, texts, now, audience = everyone }: NewDraft,
): Promise<string> {
  const id = uuidv7()
  await tx.mailing.create({
    data: {
      id,
      campaignId,
      createdById: actor?.id ?? null,
      changedById: actor?.id ?? null,
      createdAt: now,
      audience,
      texts: { create: locales.map((locale) => ({ locale, ...texts[locale] })) },
    },
    select: { id: true },
  })
  await appendAudit(tx, { actor, action: 'mailing.written', subject: `mailing:${id}` }, now)
  return id
}

/** Begins a draft in both languages, to everyone who asked for news unless it is said to whom. */
export async function writeMailing(draft: NewDraft): Promise<{ outcome: 'written'; id: string }> {
  return { outcome: 'written', id: await db().$transaction((tx) => beginDraft(tx, draft)) }
}

export type EditOutcome = { outcome: 'written' | 'no-longer-a-draft' | 'changed-meanwhile' }

/** Ends the transaction, and nothing of it stays. */
class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
}

interface Editing extends Writing {
  id: string
  /** The digest of the texts that were changed: others in their place are somebody else's, and stay. Absent: whatever there is. */
  base?: string | undefined
}

/**
 * Changes a draft. What has begun to go out is never changed: everyone gets the same letter. A text that changes takes back what a
 * second person agreed to.
 */
export async function editMailing(editing: Editing): Promise<EditOutcome> {
  try {
    return await edit(editing)
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { outcome: 'changed-meanwhile' }
    throw error
  }
}

/** @throws ChangedMeanwhile */
async function edit({ actor, id, texts, now, base }: Editing): Promise<EditOutcome> {
  return db().$transaction(async (tx) => {
    const isDraft = await changeDraft(tx, { actor, id, now }, async () => {
      const kept = await findTexts(tx, id)
      if (base !== undefined && base !== textsDigest(kept) && !sameTexts(texts, kept)) throw new ChangedMeanwhile()
      for (const locale of locales)
        await tx.mailingText.update({
          where: { mailingId_locale: { mailingId: id, locale } },
          data: texts[locale],
          select: { locale: true },
        })
    })
    if (!isDraft) return { outcome: 'no-longer-a-draft' }
    await appendAudit(tx, { actor, action: 'mailing.edited', subject: `mailing:${id}` }, now)
    return { outcome: 'written' }
  })
}
