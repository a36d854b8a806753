import type { Actor } from '#app/features/staff/policy.ts'
import { emailsOf } from '#app/features/staff/queries/team.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { config } from '#app/infra/config.server.ts'
import { draftDigest, textsDigest } from './draft-digest.server.ts'
import { textsTyped, type MailingForm } from './forms.server.ts'
import { offerQuotes, type QuoteOffer } from './letter-values.server.ts'
import { previewMailing, type Preview } from './preview.server.ts'
import type { Mailing } from './queries.server.ts'
import { countAudience } from './queries/audience.server.ts'
import { describeAudience, type DescribedAudience } from './queries/audience-words.server.ts'
import { countTogether } from './queries/together.server.ts'
import { whoAgrees, type WhoAgrees } from './queries/who-agrees.server.ts'
import { isOwn, needsApproval } from './rules/approval.ts'
import type { Finding } from './rules/checks/finding.ts'
import { sameTexts } from './rules/same-texts.ts'
import { isTooLate } from './paris-time.ts'
import type { SampleReader } from './rules/sample-readers.ts'
import type { MailingTexts } from './schema.ts'

/** How far a text is with the second person. */
export interface Approval extends WhoAgrees {
  needed: boolean
  /** One person sends to so many at most. */
  above: number
  /** It is needed because of what the same person sent alone within a week: this mailing by itself would not take it. */
  together: boolean
  /** Whoever began it, changed it last or asked is the one who looks. */
  isOwn: boolean
  isAsked: boolean
  /** Who agreed, by their address; `null`: nobody yet. */
  approvedBy: string | null
  /** Names the version that is on the page. */
  read: string
}

export interface Schedule {
  /** `null`: a draft. */
  at: string | null
  tooLate: boolean
  because: 'faults' | 'approval' | null
}

export interface Draft {
  /** Names the texts that are kept. */
  base: string
  receivers: DescribedAudience
  quotes: QuoteOffer[]
  preview: Record<Locale, Preview>
  findings: Finding[]
  approval: Approval
  schedule: Schedule
}

/** @param actor who would let it begin, and sees the page */
async function approvalOf(
  mailing: Mailing,
  actor: Actor,
  { total, now }: { total: number; now: Date },
): Promise<Approval> {
  const { askedById, approvedById, campaign, id, audience } = mailing
  const above = config().secondApprovalAbove
  const emails = approvedById === null ? new Map<string, string>() : await emailsOf([approvedById])
  const sending = { campaignId: campaign.id, sentById: mailing.sentById ?? actor.id, id, now }
  const needed = needsApproval(await countTogether(sending, { audience, total }), above)
  return {
    needed,
    above,
    together: needed && !needsApproval(total, above),
    isOwn: isOwn(actor.id, mailing),
    isAsked: askedById !== null,
    approvedBy: approvedById === null ? null : (emails.get(approvedById) ?? ''),
    read: draftDigest(mailing),
    ...(await whoAgrees(mailing, actor)),
  }
}

const isBecause = (text: string | null): text is 'faults' | 'approval' => text === 'faults' || text === 'approval'

/** Everything that the page of a draft shows. */
export async function readDraft(mailing: Mailing, actor: Actor, now: Date): Promise<Draft> {
  const { campaign, texts, scheduledFor, unscheduledBecause: because } = mailing
  const [counted, quotes, looked] = await Promise.all([
    countAudience(campaign.id, mailing.audience),
    offerQuotes(campaign.id),
    previewMailing({ campaign, texts, count: null, reader: 'usual' }),
  ])
  return {
    base: textsDigest(texts),
    receivers: await describeAudience(mailing, { locale: actor.locale, counted, now }),
    quotes,
    ...looked,
    approval: await approvalOf(mailing, actor, { total: counted.fr + counted.en, now }),
    schedule: {
      at: scheduledFor?.toISOString() ?? null,
      tooLate: scheduledFor !== null && isTooLate(scheduledFor, now),
      because: isBecause(because) ? because : null,
    },
  }
}

export interface Looked {
  preview: Record<Locale, Preview>
  findings: Finding[]
}

/** The same for texts that are typed and not saved. */
export async function lookAt(
  campaign: Mailing['campaign'],
  texts: MailingTexts,
  reader: SampleReader,
): Promise<Looked> {
  return previewMailing({ campaign, texts, count: null, reader })
}

/** The same for what came along with a button; `null` when nothing is written there, or it is what is kept. */
export async function lookIfOther({ campaign, texts }: Mailing, form: MailingForm): Promise<Looked | null> {
  const typed = textsTyped(form)
  if (typed === null || sameTexts(typed, texts)) return null
  return lookAt(campaign, typed, 'reader' in form ? form.reader : 'usual')
}
