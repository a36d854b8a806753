import { departmentName } from '#app/features/campaigns/departments.ts'
import { titlesOf } from '#app/features/campaigns/queries/titles.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { Audience } from '../rules/audience.ts'
import { isVariant, sameSubjects, type Variant } from '../rules/trial.ts'
import { tellAudience, type ToldAudience } from './audience.server.ts'
import { subjectFields, subjectIn } from './subject.server.ts'

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
  /** What became of the two; `null`: there is one. */
  trial: TrialWords | null
}

interface TrialWords {
  first: Record<Locale, string>
  /** The one that the rest gets; `null`: not chosen. */
  winner: Variant | null
  /** Nobody waits for a choice any more: the mailing is over. */
  isOver: boolean
  /** Where both subjects are one. */
  same: Locale[]
}

const named = (code: string) => `${departmentName(code) ?? code} (${code})`

async function subjectOf(mailingId: string, locale: Locale): Promise<string> {
  const found = await db().mailing.findUnique({ where: { id: mailingId }, select: subjectFields(locale) })
  return found && found.texts.length > 0 ? subjectIn(found, locale) : mailingId
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

const ofTrial = {
  share: true,
  subjectFr: true,
  subjectEn: true,
  winner: true,
  mailing: { select: { state: true, texts: { select: { locale: true, subject: true } } } },
} as const

/** Who receives a mailing, to be said in words. */
export async function wordsOfAudience(
  { id, campaign, audience, audienceUnreadable = false }: Described,
  locale: Locale,
): Promise<AudienceWords> {
  const titles = await titlesOf([campaign], locale)
  const words = {
    campaign: titles.get(campaign.id) ?? campaign.slug,
    unreadable: audienceUnreadable,
    rules: await rulesOf(audience, locale),
  }
  const trial = await db().mailingTrial.findUnique({ where: { mailingId: id }, select: ofTrial })
  if (!trial) return { ...words, trialShare: null, second: null, trial: null }
  const { mailing, winner } = trial
  const firstIn = (of: Locale) => mailing.texts.find((text) => text.locale === of)?.subject ?? ''
  const [first, second] = [
    { fr: firstIn('fr'), en: firstIn('en') },
    { fr: trial.subjectFr, en: trial.subjectEn },
  ]
  const isOver = mailing.state === 'sent' || mailing.state === 'cancelled'
  const told = { first, winner: isVariant(winner) ? winner : null, isOver, same: sameSubjects(first, second) }
  return { ...words, trialShare: trial.share, second, trial: told }
}

export interface DescribedAudience extends ToldAudience {
  words: AudienceWords
}

interface Counting {
  locale: Locale
  counted: Record<Locale, number>
  now: Date
}

/** The same, with how many of them there are, as it may be told. */
export async function describeAudience(
  mailing: Described,
  { locale, counted, now }: Counting,
): Promise<DescribedAudience> {
  return { words: await wordsOfAudience(mailing, locale), ...tellAudience(mailing.audience, counted, now) }
}
