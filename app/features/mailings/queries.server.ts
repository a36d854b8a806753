import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { PrintedHead } from '#app/features/proof/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { headIn, selectHead } from './queries/head.server.ts'
import { subjectFields, subjectIn } from './queries/subject.server.ts'
import { asUpdate, inArchive, type Update } from './queries/updates.server.ts'
import { audienceShape, audienceShown, everyone, type Audience } from './rules/audience.ts'
import { progressToShow, type ShownProgress } from './rules/told-progress.ts'
import type { KeptSubject } from './rules/trial.ts'
import type { MailingState, MailingText, MailingTexts, Progress } from './schema.ts'

export interface MailingRow {
  id: string
  state: MailingState
  /** With its latest title in that language. */
  campaign: { id: number; slug: string; texts: readonly { title: string }[] }
  subject: string
  createdAt: Date
  startedAt: Date | null
  progress: ShownProgress
}

export interface Mailing {
  id: string
  state: MailingState
  campaign: Pick<CampaignSummary, 'id' | 'slug' | 'association'>
  texts: MailingTexts
  /** Nobody, where it cannot be read. */
  audience: Audience
  /** It was kept in a shape that nobody can read: it is to be chosen anew. */
  audienceUnreadable: boolean
  /** A second subject, tried beside the first; `null`: there is one. `hours` is `null` when a person chooses. */
  trial: (KeptSubject & { share: number; goal: string; hours: number | null }) | null
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  /** Confirmed signatures when it began. */
  signatureCount: number | null
  /** Of the log, when it began. */
  head: PrintedHead | null
  scheduledFor: Date | null
  unscheduledBecause: string | null
  createdById: string | null
  changedById: string | null
  askedById: string | null
  approvedById: string | null
  /** Who let it begin, at once or at an hour. */
  sentById: string | null
  /** When a change took back what was asked or agreed to, and whose yes it was. */
  approvalFellAt: Date | null
  fallenApprovalOfId: string | null
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const isId = (value: string | undefined): value is string => value !== undefined && uuid.test(value)

/** Drafts first, then the newest. */
export async function listMailings(locale: Locale): Promise<MailingRow[]> {
  const mailings = await db().mailing.findMany({
    orderBy: [{ startedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 100,
    select: {
      id: true,
      state: true,
      createdAt: true,
      startedAt: true,
      audience: true,
      campaign: {
        select: {
          id: true,
          slug: true,
          texts: { where: { locale }, orderBy: { version: 'desc' }, take: 1, select: { title: true } },
        },
      },
      ...subjectFields(locale),
    },
  })
  const progressOf = await Promise.all(mailings.map(({ id }) => progress(id)))
  return mailings.map(({ texts, trial, audience, ...mailing }, at) => ({
    ...mailing,
    subject: subjectIn({ texts, trial }, locale),
    progress: shownOf({ ...mailing, audience }, progressOf[at] ?? nothing),
  }))
}

/** Of an audience that cannot be read it is not known what it says of people: few of them are not counted out. */
const unreadable: Audience = { ...everyone, who: 'people' }

/** For lists, which are there whatever one mailing holds. A draft has no letters. */
function shownOf({ state, audience: kept }: { state: MailingState; audience: unknown }, counted: Progress) {
  if (state === 'draft' || state === 'scheduled') return progressToShow(everyone, nothing)
  return progressToShow(audienceShape.safeParse(kept).data ?? unreadable, counted)
}

export interface MailingUnderWay {
  id: string
  subject: string
  state: MailingState
  /** Fewer than ten of whom something is said: then there are no numbers. */
  few: boolean
  sent: number
  total: number
}

/** What goes out, or stands still, at this moment. */
export async function listUnderWay(locale: Locale): Promise<MailingUnderWay[]> {
  const mailings = await db().mailing.findMany({
    where: { state: { in: ['sending', 'paused'] } },
    orderBy: { startedAt: 'desc' },
    take: 20,
    select: { id: true, state: true, audience: true, ...subjectFields(locale) },
  })
  return Promise.all(
    mailings.map(async ({ id, state, audience, ...named }) => {
      const shown = shownOf({ state, audience }, await progress(id))
      const { few, sent, total } = shown.few ? { few: true, sent: 0, total: 0 } : shown
      return { id, state, subject: subjectIn(named, locale), few, sent, total }
    }),
  )
}

/** A mailing with both its texts; `null` when there is none. */
export async function findMailing(id: string | undefined, tx: Transaction = db()): Promise<Mailing | null> {
  if (!isId(id)) return null
  const found = await tx.mailing.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
      signatureCount: true,
      ...selectHead,
      scheduledFor: true,
      unscheduledBecause: true,
      createdById: true,
      changedById: true,
      askedById: true,
      approvedById: true,
      sentById: true,
      approvalFellAt: true,
      fallenApprovalOfId: true,
      audience: true,
      trial: { select: { subjectFr: true, subjectEn: true, winner: true, share: true, goal: true, hours: true } },
      campaign: { select: { id: true, slug: true, association: true } },
      texts: { select: { locale: true, subject: true, body: true } },
    },
  })
  if (!found) return null
  const textIn = (locale: Locale): MailingText => {
    const text = found.texts.find((one) => one.locale === locale)
    return { subject: text?.subject ?? '', body: text?.body ?? '' }
  }
  const { headSize, headRoot, headCounted, ...mailing } = found
  const head = headIn({ headSize, headRoot, headCounted })
  return { ...mailing, head, ...audienceShown(found.audience), texts: { fr: textIn('fr'), en: textIn('en') } }
}

const nothing: Progress = {
  total: 0,
  sent: 0,
  deferred: 0,
  failed: 0,
  unknown: 0,
  suppressed: 0,
  returned: 0,
  complained: 0,
}

/** What was refused at the door says the answer of the door ("550 5.1.1"); what came back says a code alone, or nothing. */
const cameBack = `returned in ('hard', 'soft') and coalesce(reply, '') !~ '^[0-9]{3}( |$)'`

/** How far a mailing is, counted from its deliveries. */
export async function progress(mailingId: string): Promise<Progress> {
  const { rows } = await pool().query<Progress>(
    `select coalesce(sum(n), 0)::int as total,
       coalesce(sum(n) filter (where state = 'handed-over'), 0)::int as sent,
       coalesce(sum(n) filter (where state = 'deferred'), 0)::int as deferred,
       coalesce(sum(n) filter (where state = 'failed'), 0)::int as failed,
       coalesce(sum(n) filter (where state = 'unknown'), 0)::int as unknown,
       coalesce(sum(n) filter (where state = 'suppressed'), 0)::int as suppressed,
       coalesce(sum(n) filter (where state = 'failed' and back), 0)::int as returned,
       coalesce(sum(n) filter (where complaint), 0)::int as complained
     from (
       select state, ${cameBack} as back, returned = 'complaint' as complaint, count(*) as n
       from delivery where mailing_id = $1 group by 1, 2, 3
     ) counted`,
    [mailingId],
  )
  return rows[0] ?? nothing
}

const archived = { startedAt: { not: null } } as const
/** Updates of a campaign in one language, the newest first. */
export async function listUpdates(campaignId: number, locale: Locale): Promise<Update[]> {
  const mailings = await db().mailing.findMany({
    where: { campaignId, ...archived },
    orderBy: { startedAt: 'desc' },
    take: 200,
    select: inArchive(locale),
  })
  return mailings.map((found) => asUpdate(found, locale)).filter((update) => update !== null)
}

/** One update of a campaign; `null` when it is a draft, of another campaign, or none. */
export async function findUpdate(
  campaignId: number,
  { id, locale }: { id: string | undefined; locale: Locale },
): Promise<Update | null> {
  if (!isId(id)) return null
  const found = await db().mailing.findFirst({ where: { id, campaignId, ...archived }, select: inArchive(locale) })
  return found && asUpdate(found, locale)
}
