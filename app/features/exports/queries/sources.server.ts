import { testimoniesRole } from '#app/features/testimonies/role.ts'
import type { Column, ExportKind } from '../schema.ts'
import { openPeople, peopleColumns, sealedColumns, type Opener } from './open-people.server.ts'

/** Where the lines of a file come from: one statement, read in one snapshot. */
export interface Source {
  /** The database role that reads it; `null`: the shared one. */
  role: string | null
  columns: readonly Column[]
  /** Its columns are those of the file, in their order; with `open`, the sealed ones follow. */
  sql: string
  /** How many lines there will be, for the progress. */
  count: string
  /** Takes the sealed columns away and puts what was opened in their place. */
  open?: Opener
}

const code = (name: string, says: string): Column => ({ name, type: 'code', says })
const number = (name: string, says: string): Column => ({ name, type: 'number', says })
const text = (name: string, says: string): Column => ({ name, type: 'text', says })

const parisDay = (instant: string) => `(${instant} at time zone 'Europe/Paris')::date`
/** As text, so that every way out writes it alike. */
const day = (instant: string) => `${parisDay(instant)}::text`
const yes = (condition: string) => `case when ${condition} then 'yes' else 'no' end`

const signerColumns = [
  code('day', 'day of the form, in Paris'),
  code('confirmed', 'day it was confirmed, in Paris; empty: not yet'),
  code('state', 'confirmed counts; pending, quarantined, invalidated and withdrawn do not'),
  code('country', 'ISO 3166-1 alpha-2'),
  code('department', 'code of the département; empty: none given'),
  code('language', 'in which the text was signed'),
  number('text_version', 'of the text that was signed'),
  code('name_shown', 'consent: the name may be shown'),
  code('comment', 'a comment came with it'),
  code('news', 'consent: active, pending, paused, unsubscribed, bounced, complained, or none asked for'),
]

const signerSelect = `${day('s.created_at')}, ${day('s.confirmed_at')}, s.state, s.country, s.department, s.locale, s.text_version,
  ${yes('s.show_name')}, ${yes('s.sealed_comment is not null')}, coalesce(b.state::text, 'none')`

/** Blind indexes of one campaign alone are compared, within it. */
const signerFrom = (campaignId: number) => `from signature s
  left join subscription b on b.campaign_id = s.campaign_id and b.email_index = s.email_index and b.for_person
  where s.campaign_id = ${campaignId}`

const signers = (campaignId: number): Source => ({
  role: null,
  columns: signerColumns,
  sql: `select ${signerSelect} ${signerFrom(campaignId)}`,
  count: `select count(*)::int as n from signature where campaign_id = ${campaignId}`,
})

const people = (campaignId: number): Source => ({
  ...signers(campaignId),
  columns: [...signerColumns, ...peopleColumns],
  sql: `select ${signerSelect}, ${sealedColumns} ${signerFrom(campaignId)}`,
  open: openPeople(campaignId, signerColumns.length),
})

/** What is on the site now, under the consents of now. Nothing sealed is read: whoever is not published is not in it. */
const testimonies = (campaignId: number): Source => ({
  role: testimoniesRole,
  columns: [
    code('id', 'as in its address on the site'),
    code('published', 'day it appeared'),
    code('language', 'of the text'),
    code('system', 'as shown beside the text'),
    code('department', 'as shown beside the text'),
    code('period', 'as shown beside the text'),
    code('consequences', 'as shown beside the text'),
    code('attempts', 'as shown beside the text'),
    code('uses', 'what its author agreed to'),
    text('content_warning', 'before the text'),
    text('title', 'as published'),
    text('text', 'as published, redacted'),
    text('quote', 'as published'),
  ],
  sql: `select t.id, t.published_on::text, t.locale, t.published_system, t.published_department, t.published_period,
    array_to_string(t.published_consequences, ' '), array_to_string(t.published_attempts, ' '), array_to_string(t.uses, ' '),
    t.content_warning, case when 'publish' = any(t.uses) then t.published_title end,
    case when 'publish' = any(t.uses) then t.published_text end,
    case when t.uses @> array['quote', 'press'] then t.published_quote end
    from testimonies.testimony t where ${shown(campaignId)} order by t.published_on, t.id`,
  count: `select count(*)::int as n from testimonies.testimony t where ${shown(campaignId)}`,
})

const shown = (campaignId: number) => `t.campaign_id = ${campaignId} and t.state = 'published'
  and ((t.published_text is not null and 'publish' = any(t.uses)) or (t.published_quote is not null and t.uses @> array['quote', 'press']))`

/** One line for each letter of an update: what became of it. Not what stood in it, nor who it was for. */
const deliveries = (campaignId: number): Source => ({
  role: null,
  columns: [
    code('mailing', 'its id in the back office'),
    code('begun', 'day the mailing began, in Paris'),
    code('language', 'of the letter; empty: its reader is gone'),
    code('variant', 'of the subject, where two were tried'),
    code('state', 'of the letter'),
    number('attempts', 'to deliver it'),
    code('ended', 'day of the last one, in Paris; empty: it waits'),
    code('reply', 'code of the mail server'),
    code('returned', 'what came back: hard, soft or complaint'),
  ],
  sql: `select d.mailing_id, ${day('m.started_at')}, b.locale, d.variant, d.state, d.attempt, ${day('d.ended_at')}, d.reply, d.returned
    from delivery d join mailing m on m.id = d.mailing_id
    left join subscription b on b.campaign_id = d.campaign_id and b.id = d.subject_id
    where d.campaign_id = ${campaignId} and d.mailing_id is not null`,
  count: `select count(*)::int as n from delivery where campaign_id = ${campaignId} and mailing_id is not null`,
})

/** The first yes or no of the team. */
const decided = `('published', 'declined')`

const moderationSql = (campaignId: number) => `with first as (
    select d.testimony_id, min(${parisDay('d.at')}) as day from testimonies.decision d where d.kind in ${decided} group by 1
  ), received as (
    select t.received_week as week, count(*) as received, count(f.day) as decided,
      count(*) filter (where f.day <= t.received_week + 7) as soon,
      percentile_cont(0.5) within group (order by f.day - t.received_week) as median
    from testimonies.testimony t left join first f on f.testimony_id = t.id where t.campaign_id = ${campaignId} group by 1
  )
  select week, 'received' as measure, '' as reason, received::float8 as value from received
  union all select week, 'decided', '', decided::float8 from received
  union all select week, 'decided-within-7-days', '', soon::float8 from received
  union all select week, 'percent-within-7-days', '', round(100.0 * soon / received, 1)::float8 from received
  union all select week, 'median-days', '', median from received where median is not null
  union all select date_trunc('week', ${parisDay('d.at')}::timestamp)::date, 'step-' || d.kind, coalesce(d.reason, ''), count(*)::float8
    from testimonies.decision d join testimonies.testimony t on t.id = d.testimony_id
    where t.campaign_id = ${campaignId} group by 1, 2, 3`

/** Sums of weeks. No line is about one testimony, nor about one of the team. */
const moderation = (campaignId: number): Source => ({
  role: testimoniesRole,
  columns: [
    code('week', 'its Monday: of the deposit, and for steps of the step'),
    code('measure', 'days are counted from the Monday of the deposit: its day is kept nowhere'),
    code('reason', 'code of the closed list, of a step'),
    number('value', 'how many, or days, or percent'),
  ],
  sql: `select week::text, measure, reason, value from (${moderationSql(campaignId)}) report order by week, measure, reason`,
  count: `select count(*)::int as n from (${moderationSql(campaignId)}) report`,
})

const organisations = (campaignId: number): Source => ({
  role: null,
  columns: [
    text('name', 'of the organisation'),
    code('kind', 'of the closed list'),
    text('scope', 'as typed'),
    text('town', 'as typed'),
    code('country', 'ISO 3166-1 alpha-2'),
    text('website', 'as typed'),
    code('state', 'approved ones are shown'),
    code('language', 'of the form'),
    number('text_version', 'of the text it stands behind'),
    code('day', 'of the form, in Paris'),
    code('decided', 'day the team decided, in Paris'),
    code('reason', 'code of the closed list'),
  ],
  sql: `select o.name, o.kind, o.scope, o.town, o.country, o.website, o.state, o.locale, o.text_version,
    ${day('o.created_at')}, ${day('o.decided_at')}, o.reason
    from organisation o where o.campaign_id = ${campaignId} and o.state <> 'pending' order by o.created_at, o.id`,
  count: `select count(*)::int as n from organisation where campaign_id = ${campaignId} and state <> 'pending'`,
})

const paper = (campaignId: number): Source => ({
  role: null,
  columns: [
    code('state', 'verified ones count'),
    code('language', 'of the sheets'),
    number('text_version', 'of the text on them'),
    number('valid', 'signatures'),
    number('refused', 'lines that did not count'),
    code('department', 'code of the département; empty: none given'),
    code('collected_from', 'day'),
    code('collected_to', 'day'),
    code('entered', 'day, in Paris'),
    code('decided', 'day, in Paris'),
    code('reason', 'code of the closed list'),
  ],
  sql: `select p.state, p.locale, p.text_version, p.valid, p.refused, p.department, p.collected_from::text, p.collected_to::text,
    ${day('p.entered_at')}, ${day('p.decided_at')}, p.reason from paper_batch p
    where p.campaign_id = ${campaignId} order by p.entered_at, p.id`,
  count: `select count(*)::int as n from paper_batch where campaign_id = ${campaignId}`,
})

const sources = { signers, testimonies, deliveries, moderation, organisations, paper } as const satisfies Record<
  ExportKind,
  (campaignId: number) => Source
>

/** The lines of a kind of file. @throws RangeError for a campaign that is no number: it stands in the statement as it is */
export function sourceOf(kind: ExportKind, campaignId: number, withPeople: boolean): Source {
  if (!Number.isSafeInteger(campaignId)) throw new RangeError('A campaign is a number.')
  return kind === 'signers' && withPeople ? people(campaignId) : sources[kind](campaignId)
}
