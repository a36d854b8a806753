import { departmentName } from '#app/features/campaigns/departments.ts'
import { titlesOf } from '#app/features/campaigns/queries/titles.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Audience } from '../rules/audience.ts'
import { countToShow } from '../rules/audience.ts'

/** Each rule of an audience as a sentence and what it names. */
export type AudienceRule =
  | { rule: 'languages'; languages: Locale[] }
  | { rule: 'departments'; names: string[] }
  | { rule: 'people' | 'organisations' }
  | { rule: 'signedFrom' | 'signedUntil'; day: string }
  | { rule: 'received' | 'notReceived'; subject: string }

export interface AudienceWords {
  /** Its title. */
  campaign: string
  /** It was kept in a shape that nobody can read: the rules say nothing of it. */
  unreadable: boolean
  rules: AudienceRule[]
  /** Of a hundred, how many try one of two subjects; `null`: there is one. */
  trialShare: number | null
  /** The second subject, where one is tried. */
  second: Record<Locale, string> | null
}

const named = (code: string) => `${departmentName(code) ?? code} (${code})`

async function subjectOf(mailingId: string, locale: Locale): Promise<string> {
  const text = await db().mailingText.findUnique({
    where: { mailingId_locale: { mailingId, locale } },
    select: { subject: true },
  })
  return text?.subject ?? mailingId
}

async function rulesOf({ departments, languages, who, signedFrom, signedUntil, update }: Audience, locale: Locale) {
  const rules: AudienceRule[] = []
  if (languages.length > 0) rules.push({ rule: 'languages', languages })
  if (departments.length > 0) rules.push({ rule: 'departments', names: departments.map(named) })
  if (who !== 'everyone') rules.push({ rule: who })
  if (signedFrom !== null) rules.push({ rule: 'signedFrom', day: signedFrom })
  if (signedUntil !== null) rules.push({ rule: 'signedUntil', day: signedUntil })
  if (update)
    rules.push({ rule: update.received ? 'received' : 'notReceived', subject: await subjectOf(update.id, locale) })
  return rules
}

interface Described {
  id: string
  campaign: { id: number; slug: string }
  audience: Audience
  audienceUnreadable?: boolean
}

/** Who receives a mailing, to be said in words. */
export async function wordsOfAudience(
  { id, campaign, audience, audienceUnreadable = false }: Described,
  locale: Locale,
): Promise<AudienceWords> {
  const titles = await titlesOf([campaign], locale)
  const trial = await db().mailingTrial.findUnique({
    where: { mailingId: id },
    select: { share: true, subjectFr: true, subjectEn: true },
  })
  return {
    campaign: titles.get(campaign.id) ?? campaign.slug,
    unreadable: audienceUnreadable,
    rules: await rulesOf(audience, locale),
    trialShare: trial?.share ?? null,
    second: trial && { fr: trial.subjectFr, en: trial.subjectEn },
  }
}

export interface DescribedAudience {
  words: AudienceWords
  /** `null`: fewer than ten in a place. */
  total: number | null
  fr: number
  en: number
}

/** The same, with how many of them there are. Few in a place are not told apart by language either. */
export async function describeAudience(
  mailing: Described,
  locale: Locale,
  { fr, en }: Record<Locale, number>,
): Promise<DescribedAudience> {
  const words = await wordsOfAudience(mailing, locale)
  const total = countToShow(mailing.audience, fr + en)
  return total === null ? { words, total, fr: 0, en: 0 } : { words, total, fr, en }
}
