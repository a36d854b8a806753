import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { timeZone } from '#app/i18n/format.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import {
  asksForSignature,
  audienceShape,
  countToShow,
  fewestShown,
  inTens,
  type Audience,
  type Told,
} from '../rules/audience.ts'
import { subjectFields, subjectIn } from './subject.server.ts'

export interface Sql {
  where: string
  values: unknown[]
}

/** Midnight in Paris. */
const midnight = (day: string) => `(${day}::date::timestamp at time zone '${timeZone}')`

/**
 * The rules of an audience as SQL over `subscription b`, which is of the campaign and active already. Values are numbered after
 * `first`. Blind indexes of one campaign alone are compared, within it.
 */
export function whereOf(audience: Audience, first: number): Sql {
  const values: unknown[] = []
  const parts: string[] = []
  const place = (value: unknown) => `$${first + values.push(value)}`
  const { languages, who, update } = audience
  if (languages.length > 0) parts.push(`b.locale = any(${place(languages)}::text[])`)
  if (who !== 'everyone') parts.push(who === 'organisations' ? 'b.for_organisation' : 'b.for_person')
  if (asksForSignature(audience)) parts.push(signedAs(audience, place))
  if (update) {
    // Who may still get it, or may have it, has not missed it.
    const states = update.received ? `= 'handed-over'` : `not in ('failed', 'suppressed')`
    const has = `exists (select from delivery d where d.mailing_id = ${place(update.id)}::uuid and d.subject_id = b.id and d.state::text ${states})`
    parts.push(update.received ? has : `not ${has}`)
  }
  return { where: parts.length > 0 ? parts.join(' and ') : 'true', values }
}

function signedAs({ departments, signedFrom, signedUntil }: Audience, place: (value: unknown) => string): string {
  const of = [`s.campaign_id = b.campaign_id and s.email_index = b.email_index and s.state::text = 'confirmed'`]
  if (departments.length > 0) of.push(`s.department = any(${place(departments)}::text[])`)
  if (signedFrom !== null) of.push(`s.confirmed_at >= ${midnight(place(signedFrom))}`)
  if (signedUntil !== null) of.push(`s.confirmed_at < ${midnight(`(${place(signedUntil)}::date + 1)`)}`)
  return `exists (select from signature s where ${of.join(' and ')})`
}

/** How many would get an update now, in each language. */
export async function countAudience(campaignId: number, audience: Audience): Promise<Record<Locale, number>> {
  const { where, values } = whereOf(audience, 1)
  const { rows } = await pool().query<{ locale: string; n: number }>(
    `select b.locale, count(*)::int as n from subscription b
     where b.campaign_id = $1 and b.state = 'active' and ${where} group by b.locale`,
    [campaignId, ...values],
  )
  const count = { fr: 0, en: 0 }
  for (const { locale, n } of rows) if (isLocale(locale)) count[locale] = n
  return count
}

/** One of those who would get it: where, in which language, and when they signed. Never who. */
export interface SampleReader {
  department: string | null
  locale: string
  /** `YYYY-MM`, in Paris; `null`: their signature is not counted any more. */
  month: string | null
}

const sampleSize = 8
/** Among so many, drawn by chance, it is looked which of them look alike. */
const lookedAt = 2000

/** A few of those who would get it, by chance: of each there are ten at least who look the same. */
async function sampleAudience(campaignId: number, audience: Audience): Promise<SampleReader[]> {
  const { where, values } = whereOf(audience, 1)
  const { rows } = await pool().query<SampleReader>(
    `with drawn as (
       select b.campaign_id, b.email_index, b.locale from subscription b
       where b.campaign_id = $1 and b.state = 'active' and ${where} order by random() limit ${lookedAt}
     ), seen as (
       select f.locale, g.department, to_char(g.confirmed_at at time zone '${timeZone}', 'YYYY-MM') as month
       from drawn f left join lateral (
         select s.department, s.confirmed_at from signature s
         where s.campaign_id = f.campaign_id and s.email_index = f.email_index and s.state::text = 'confirmed'
         order by s.household_rank limit 1
       ) g on true
     ), compared as (
       select *, count(*) over (partition by locale, department, month) as alike from seen
     )
     select locale, department, month from compared where alike >= ${fewestShown} order by random() limit ${sampleSize}`,
    [campaignId, ...values],
  )
  return rows
}

/** Each language in tens. Where one has few readers the other is not counted out beside it: what is left of the total would be those few. */
export type Split = Record<Locale, Told> | { few: Locale }

function splitOf({ fr, en }: Record<Locale, number>): Split | null {
  if (fr < fewestShown && en < fewestShown) return null
  if (fr < fewestShown || en < fewestShown) return { few: fr < en ? 'fr' : 'en' }
  return { fr: inTens(fr), en: inTens(en) }
}

/** How many would get it, as it may be told. */
export interface ToldAudience {
  total: Told
  /** `null`: there is nothing to tell apart. */
  split: Split | null
  /** When it was counted. */
  at: string
}

/** What may be told of a count. */
export const tellAudience = (audience: Audience, counted: Record<Locale, number>, now: Date): ToldAudience => ({
  total: countToShow(audience, counted.fr + counted.en),
  split: audience.languages.length === 1 ? null : splitOf(counted),
  at: now.toISOString(),
})

/** How many would get it, and a few of them. */
export interface Counted extends ToldAudience {
  sample: SampleReader[]
}

/** What the page says of an audience before anything is sent. */
export async function lookAtAudience(campaignId: number, audience: Audience, now: Date): Promise<Counted> {
  const counted = await countAudience(campaignId, audience)
  const isFew = counted.fr + counted.en < fewestShown
  const sample = isFew ? [] : await sampleAudience(campaignId, audience)
  return { ...tellAudience(audience, counted, now), sample }
}

/** An earlier mailing of the campaign, to tell who received it. */
export interface EarlierUpdate {
  id: string
  subject: string
  startedAt: Date
}

/** Mailings of a campaign that have begun, the latest first, without the one that is asked for. */
export async function listEarlier(
  campaignId: number,
  { but, locale }: { but: string; locale: Locale },
): Promise<EarlierUpdate[]> {
  const rows = await db().mailing.findMany({
    where: { campaignId, id: { not: but }, startedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    take: 100,
    select: { id: true, startedAt: true, ...subjectFields(locale) },
  })
  return rows.flatMap(({ id, startedAt, ...named }) =>
    startedAt ? [{ id, startedAt, subject: subjectIn(named, locale) }] : [],
  )
}

/** Whether an audience that is told by an earlier mailing names one of the same campaign that has begun. */
export async function namesKnownUpdate(
  { update }: Audience,
  campaignId: number,
  tx: Transaction = db(),
): Promise<boolean> {
  if (!update) return true
  return (await tx.mailing.count({ where: { id: update.id, campaignId, startedAt: { not: null } } })) > 0
}

/** The audience of a mailing as it was kept. What cannot be read any more stops whoever asks: nobody is written to by mistake. @throws ZodError */
export const readAudience = (kept: unknown): Audience => audienceShape.parse(kept)

/** Who is to receive a mailing; `null` when there is none. */
export async function findAudience(id: string): Promise<Audience | null> {
  const found = await db().mailing.findUnique({ where: { id }, select: { audience: true } })
  return found && readAudience(found.audience)
}

/** Whether somebody asked for news of a campaign in the name of an organisation. */
export async function hasOrganisations(campaignId: number): Promise<boolean> {
  const found = await db().subscription.findFirst({
    where: { campaignId, state: 'active', forOrganisation: true },
    select: { id: true },
  })
  return found !== null
}
