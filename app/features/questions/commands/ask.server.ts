import { randomUUID } from 'node:crypto'
import { takeOfDay, unlessFull } from '#app/features/campaigns/commands/day-share.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { findTeamKey } from '#app/features/staff/queries/team-key.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newReceipt } from '#app/infra/vault/receipt.server.ts'
import { mostAskedADay } from '../rules/entry.ts'
import type { SendForm } from '../schema.ts'
import { codeHash, makeQuestionKey, sealedText } from '../sealed-question.server.ts'

/** A value for one form. It says nothing of time or of who asked. */
export const newAskFormId = (): string => randomUUID()

interface Asking {
  campaign: Pick<CampaignSummary, 'id'>
  locale: Locale
  now: Date
}

export type AskOutcome =
  | { outcome: 'asked'; code: string }
  | { outcome: 'already-asked' }
  /** Nothing was kept: the campaign took its share of today. */
  | { outcome: 'day-full' }

/**
 * Keeps a question, sealed: it is opened by the team's private key and by the code that is handed over once, and by nothing that
 * this process keeps. Of the person it keeps nothing. A form sent twice asks once.
 */
export async function askQuestion(form: SendForm, { campaign, locale, now }: Asking): Promise<AskOutcome> {
  const id = form.once ?? randomUUID()
  const code = newReceipt()
  const team = await findTeamKey()
  if (!team) throw new Error('there is no team key: the product was not started')
  const { key, forTeam, forCode } = makeQuestionKey({ id, team, code })
  const row = {
    id,
    campaignId: campaign.id,
    locale,
    kind: form.kind,
    mayAppear: form.wish === 'publish',
    codeHash: codeHash(code),
    forTeam,
    forCode,
    sealedText: sealedText.seal(key, id, { text: form.text }),
    receivedOn: dayOf(now),
  }
  const kept = apart().$transaction(async (tx): Promise<AskOutcome> => {
    const { count } = await tx.askedQuestion.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return { outcome: 'already-asked' }
    await takeOfDay(tx, { campaignId: campaign.id, kind: 'question', most: mostAskedADay }, now)
    // To the day, like all that a visitor does.
    const deed = { actor: null, action: 'question.received', subject: `asked:${id}`, detail: { kind: form.kind } }
    await appendAudit(tx, deed, dayOf(now))
    return { outcome: 'asked', code }
  })
  return unlessFull(kept)
}

interface Helped {
  campaignId: number
  slug: string
  /** Of the form that the answer was shown beside; `null` for one without. */
  once: string | null
}

/** Counts, once for each form, that a published answer was the one somebody looked for. Nothing of what they typed is kept. */
export async function noteHelp({ campaignId, slug, once }: Helped): Promise<'noted' | 'unknown'> {
  const entry = await db().question.findUnique({
    where: { campaignId_slug: { campaignId, slug } },
    select: { id: true, state: true },
  })
  if (entry?.state !== 'published') return 'unknown'
  const data = { once: once ?? randomUUID(), questionId: entry.id }
  await db().questionHelp.createMany({ data, skipDuplicates: true })
  return 'noted'
}
