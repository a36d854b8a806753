import type { Terms } from '../rules/retention.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'

/** Whose time is over on that day. */
export interface Due {
  terms: Terms
  /** `YYYY-MM-DD`, in Paris. */
  today: string
  now: Date
}

/** What time takes away of testimonies, kind by kind. Both numbers are of testimonies, of `words` of messages and notes. */
export interface Sweep {
  /** Takes at most so many, oldest first. @returns how many went */
  take: (tx: ApartTransaction, due: Due, most: number) => Promise<number>
  count: (tx: ApartTransaction, due: Due) => Promise<number>
}

const sinceDecision = '(t.settled_on + make_interval(months => $1::int))::date <= $2::date'
/** Nobody has it in their hands. */
const isFree = '(t.claimed_until is null or t.claimed_until <= $3::timestamptz)'

/** Refused, or taken off the site: nothing of it is needed any more. Whoever waits for a decision is not among them. */
const closed = `t.state in ('declined', 'unpublished') and ${sinceDecision} and ${isFree}
  and (t.sealed_original is not null or t.sealed_draft is not null
    or exists (select from testimonies.data_key k where k.testimony_id = t.id))`

const takeClosed = `
with due as (
  select t.id from testimonies.testimony t where ${closed} order by t.settled_on limit $4 for update skip locked
), keys as (
  delete from testimonies.data_key k using due where k.testimony_id = due.id
), images as (
  delete from testimonies.attachment a using due where a.testimony_id = due.id
), thread as (
  delete from testimonies.message m using due where m.testimony_id = due.id
), notes as (
  update testimonies.decision d set sealed_note = null from due where d.testimony_id = due.id and d.sealed_note is not null
)
update testimonies.testimony t set sealed_original = null, sealed_draft = null, state = 'declined',
  claimed_by_id = null, claimed_until = null
from due where t.id = due.id`

/** Published: the text on the site stays, and the key with which its witness speaks to the team; what it was made of goes. */
const original = `t.state = 'published' and ${sinceDecision} and $3::timestamptz is not null
  and (t.sealed_original is not null or exists (select from testimonies.attachment a where a.testimony_id = t.id))`

const takeOriginals = `
with due as (
  select t.id from testimonies.testimony t where ${original} order by t.settled_on limit $4 for update skip locked
), images as (
  delete from testimonies.attachment a using due where a.testimony_id = due.id
)
update testimonies.testimony t set sealed_original = null from due where t.id = due.id`

/** The text that the team had written for one that it then refused. */
const draft = `t.state = 'declined' and t.sealed_draft is not null and t.settled_on + $1::int <= $2::date
  and ${isFree}`

const takeDrafts = `
with due as (
  select t.id from testimonies.testimony t where ${draft} order by t.settled_on limit $4 for update skip locked
)
update testimonies.testimony t set sealed_draft = null from due where t.id = due.id`

/** Of published ones, each by its own day: a thread may go on after the decision. */
const message = `t.state = 'published' and (m.day + make_interval(months => $1::int))::date <= $2::date
  and $3::timestamptz is not null`
const note = `t.state = 'published' and d.sealed_note is not null and $3::timestamptz is not null
  and (d.at + make_interval(months => $1::int))::date <= $2::date`
const messages = `testimonies.message m join testimonies.testimony t on t.id = m.testimony_id where ${message}`
const notes = `testimonies.decision d join testimonies.testimony t on t.id = d.testimony_id where ${note}`

const takeMessages = `delete from testimonies.message where id in (select m.id from ${messages} limit $4)`
const takeNotes = `update testimonies.decision set sealed_note = null where id in (select d.id from ${notes} limit $4)`

const bound = (term: 'original' | 'draft', { terms, today, now }: Due) => [terms[term], today, now] as const

async function counted(tx: ApartTransaction, from: string, values: readonly unknown[]): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${from}`, ...values)
  return row?.n ?? 0
}

const ofTestimonies = (taking: string, where: string, term: 'original' | 'draft'): Sweep => ({
  take: (tx, due, most) => tx.$executeRawUnsafe(taking, ...bound(term, due), most),
  count: (tx, due) => counted(tx, `testimonies.testimony t where ${where}`, bound(term, due)),
})

export const expireClosed = ofTestimonies(takeClosed, closed, 'original')
export const expireOriginals = ofTestimonies(takeOriginals, original, 'original')
export const expireDrafts: Sweep = {
  ...ofTestimonies(takeDrafts, draft, 'draft'),
  // Those of which everything goes are counted there.
  count: (tx, due) =>
    counted(
      tx,
      `testimonies.testimony t where ${draft} and (t.settled_on + make_interval(months => $4::int))::date > $2::date`,
      [...bound('draft', due), due.terms.original],
    ),
}
export const expireWords: Sweep = {
  take: async (tx, due, most) =>
    (await tx.$executeRawUnsafe(takeMessages, ...bound('original', due), most)) +
    (await tx.$executeRawUnsafe(takeNotes, ...bound('original', due), most)),
  count: async (tx, due) =>
    (await counted(tx, messages, bound('original', due))) + (await counted(tx, notes, bound('original', due))),
}
