import type { Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { compare, isTrialAction, isVariant, type Comparison, type TrialAction, type Variant } from '../rules/trial.ts'

/** A second subject of a mailing, and what came of both so far. */
export interface Trial {
  subjects: Record<Variant, Record<Locale, string>>
  share: number
  goal: TrialAction
  /** `null`: a person chooses. */
  hours: number | null
  winner: Variant | null
  decidedAt: Date | null
  /** Chosen by a person. */
  byHand: boolean
  letters: Record<Variant, number>
  actions: Record<Variant, Record<TrialAction, number>>
  /** Of what is compared. */
  comparison: Comparison
}

const nothingDone = (): Record<TrialAction, number> => ({ visit: 0, sign: 0, share: 0 })

/** Letters handed over, of each subject. The index of what has ended finds them. */
const handedOver = `select variant, count(*)::int as n from delivery where mailing_id = $1 and state = 'handed-over' and variant is not null group by variant`
const done = 'select variant, action, n from mailing_trial_tally where mailing_id = $1'

async function countsOf(mailingId: string): Promise<Pick<Trial, 'letters' | 'actions'>> {
  const [sent, acted] = await Promise.all([
    pool().query<{ variant: string; n: number }>(handedOver, [mailingId]),
    pool().query<{ variant: string; action: string; n: number }>(done, [mailingId]),
  ])
  const letters = { a: 0, b: 0 }
  const actions = { a: nothingDone(), b: nothingDone() }
  for (const { variant, n } of sent.rows) if (isVariant(variant)) letters[variant] = n
  for (const { variant, action, n } of acted.rows)
    if (isVariant(variant) && isTrialAction(action)) actions[variant][action] = n
  return { letters, actions }
}

/** `null`: the mailing has one subject. */
export async function findTrial(mailingId: string): Promise<Trial | null> {
  const row = await db().mailingTrial.findUnique({
    where: { mailingId },
    include: { mailing: { select: { texts: { select: { locale: true, subject: true } } } } },
  })
  if (!row || !isTrialAction(row.goal)) return null
  const { goal, share, hours, winner, decidedAt, decidedById, subjectFr, subjectEn } = row
  const first = (locale: Locale) => row.mailing.texts.find((text) => text.locale === locale)?.subject ?? ''
  const { letters, actions } = await countsOf(mailingId)
  const tried = (variant: Variant) => ({ letters: letters[variant], actions: actions[variant][goal] })
  return {
    subjects: { a: { fr: first('fr'), en: first('en') }, b: { fr: subjectFr, en: subjectEn } },
    share,
    goal,
    hours,
    winner: isVariant(winner) ? winner : null,
    decidedAt,
    byHand: decidedById !== null,
    letters,
    actions,
    comparison: compare(tried('a'), tried('b')),
  }
}

/** The second subject in one language; `null` when there is none. */
export async function findSecondSubject(mailingId: string, locale: Locale): Promise<string | null> {
  const found = await db().mailingTrial.findUnique({
    where: { mailingId },
    select: { subjectFr: true, subjectEn: true },
  })
  return found && (locale === 'fr' ? found.subjectFr : found.subjectEn)
}
