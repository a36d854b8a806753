import { randomUUID } from 'node:crypto'
import { isOpen } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newReceipt, receiptHash } from '#app/infra/vault/receipt.server.ts'
import type { TestifyForm } from './schema.ts'
import { sealOriginal } from './sealed-story.server.ts'
import { weekOf } from './week.ts'

export type DepositOutcome =
  | { outcome: 'deposited'; receipt: string }
  | { outcome: 'already-deposited' }
  | { outcome: 'period-in-future' }
  | { outcome: 'campaign-closed' }

/** A value for one form. It says nothing of time or of who asked. */
export const newFormId = (): string => randomUUID()

interface Deposit {
  campaign: CampaignSummary
  locale: Locale
  now: Date
}

/**
 * Keeps a testimony, sealed. Of the person it keeps nothing: no name, no address, no network, no time finer than the week,
 * no relation to a signature. The receipt is handed over once and only its keyed hash stays here.
 */
export async function depositTestimony(form: TestifyForm, { campaign, locale, now }: Deposit): Promise<DepositOutcome> {
  if (!isOpen(campaign, now)) return { outcome: 'campaign-closed' }
  if (form.period !== null && form.period > parisDay(now).slice(0, 7)) return { outcome: 'period-in-future' }
  const id = form.once ?? randomUUID()
  const receipt = newReceipt()
  const { title, story, contentWarning, system, department, period, uses } = form
  const { count } = await db().testimony.createMany({
    data: {
      id,
      campaignId: campaign.id,
      receiptHash: Uint8Array.from(receiptHash(receipt)),
      locale,
      system,
      department,
      period,
      uses,
      receivedWeek: weekOf(now),
      sealedOriginal: sealOriginal(id, { title, text: story, contentWarning }),
    },
    skipDuplicates: true,
  })
  if (count === 0) return { outcome: 'already-deposited' }
  return { outcome: 'deposited', receipt }
}
