import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { personText } from '#app/features/signatures/sealed-person.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { importedPlace } from '../../places.ts'
import type { PersonRow } from '../../rules/rows.ts'
import type { KnownReason } from '../../schema.ts'

/** A person of a file, found by indexes that say nothing without a key. */
export interface Placed {
  line: number
  person: PersonRow
  emailIndex: Buffer
  /** Under which a mailbox is left alone, as one person's and as it is spelled. */
  mailbox: Buffer
  spelled: Buffer
}

export function placed(campaignId: number, line: number, person: PersonRow): Placed {
  const { emailIndex } = whoseIn(campaignId, personalAddress(person.email))
  const [mailbox = Buffer.alloc(0), spelled = mailbox] = blockIndexes(person.email)
  return { line, person, emailIndex, mailbox, spelled }
}

interface Asking {
  importId: number
  campaignId: number
  kind: 'signature' | 'subscriber'
}

/**
 * Why people add nothing: their mailbox is left alone; they are here; they left; another file brought them. Whoever left the news
 * of a campaign is not brought back to it as a signer either: they would be written to unasked.
 */
const whyKnown = `
select p.line, case
  when exists (select from suppression s where s.email_index in (p.mailbox, p.spelled)) then 'leftAlone'
  when $2 = 'signature' and exists (select from signature s where s.campaign_id = $1 and s.email_index = p.email_index) then 'alreadyHere'
  when n.state in ('unsubscribed', 'bounced', 'complained') or i.state = 'gone' then 'hasLeft'
  when $2 = 'subscriber' and n.state is not null then 'alreadyHere'
  when i.import_id = $3 then 'twiceInFile'
  when i.import_id is not null then 'importedBefore'
end as reason
from unnest($4::int[], $5::bytea[], $6::bytea[], $7::bytea[]) as p(line, email_index, mailbox, spelled)
left join lateral (
  select state::text from subscription where campaign_id = $1 and email_index = p.email_index
) n on true
left join lateral (
  select import_id, state from imported_person where campaign_id = $1 and kind = $2 and email_index = p.email_index
) i on true`

/** Who of them is known already, and why, by line. */
export async function whoIsKnown(
  tx: Transaction,
  { importId, campaignId, kind }: Asking,
  people: readonly Placed[],
): Promise<Map<number, KnownReason>> {
  const rows = await tx.$queryRawUnsafe<{ line: number; reason: KnownReason | null }[]>(
    whyKnown,
    campaignId,
    kind,
    importId,
    people.map(({ line }) => line),
    people.map(({ emailIndex }) => emailIndex),
    people.map(({ mailbox }) => mailbox),
    people.map(({ spelled }) => spelled),
  )
  return new Map(rows.flatMap(({ line, reason }) => (reason === null ? [] : [[line, reason]])))
}

const write = `
insert into imported_person (import_id, line, campaign_id, kind, email_index, sealed, locale, country, department, agreed_on, state, subject_id, at)
select $1, line, $2, $3, email_index, sealed, locale, country, department, agreed_on::date, $4, subject_id, $5::timestamptz
from unnest($6::int[], $7::bytea[], $8::bytea[], $9::text[], $10::text[], $11::text[], $12::text[], $13::uuid[])
  as t(line, email_index, sealed, locale, country, department, agreed_on, subject_id)
on conflict (campaign_id, kind, email_index) do nothing
returning line`

/** Address, name and postcode: none of them holds a line end. */
const between = '\n'
export const importedText = ({ email, name, postcode }: PersonRow): string => [email, name, postcode].join(between)
export function readImported(text: string): { email: string; name: string; postcode: string } {
  const [email = '', name = '', postcode = ''] = text.split(between)
  return { email, name, postcode }
}

interface Bringing extends Asking {
  /** They get news from now on, on the word of two people that they confirmed elsewhere. */
  activates: boolean
  now: Date
}

/** Brings people in, beside everything that counts. @returns the lines that came in: another import may have been before */
export async function bringIn(
  tx: Transaction,
  { importId, campaignId, kind, activates, now }: Bringing,
  people: readonly Placed[],
): Promise<Set<number>> {
  const ids = people.map(() => (activates ? timeId(now) : null))
  const sealed = people.map(({ line, person }) =>
    activates ? Buffer.alloc(0) : seal(importedText(person), importedPlace(importId, line)),
  )
  const of = <V>(pick: (one: PersonRow) => V) => people.map(({ person }) => pick(person))
  const written = await tx.$queryRawUnsafe<{ line: number }[]>(
    write,
    importId,
    campaignId,
    kind,
    activates ? 'confirmed' : 'waiting',
    now,
    people.map(({ line }) => line),
    people.map(({ emailIndex }) => emailIndex),
    sealed,
    of(({ locale }) => locale),
    of(({ country }) => country),
    of(({ department }) => department),
    of(({ agreedOn }) => agreedOn),
    ids,
  )
  const lines = new Set(written.map(({ line }) => line))
  if (activates) {
    const wishes = people.flatMap((one, at) => {
      const id = ids[at]
      return id && lines.has(one.line) ? [{ ...one, id }] : []
    })
    await activate(tx, { campaignId, now }, wishes)
  }
  return lines
}

const wish = `
insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, state, created_at, asked_at, activated_at)
select $1, id, email_index, sealed, '', locale, $2::subscription_state, $3::timestamptz, $3::timestamptz,
  case when $2 = 'active' then $3::timestamptz end
from unnest($4::uuid[], $5::bytea[], $6::bytea[], $7::text[]) as t(id, email_index, sealed, locale)
on conflict (campaign_id, email_index) do nothing
returning id::text`

export interface Wishing {
  campaignId: number
  now: Date
  state?: 'active' | 'pending'
}

/** Wishes for news, for who has none here. @returns the ids of those that are new */
export async function activate(
  tx: Transaction,
  { campaignId, now, state = 'active' }: Wishing,
  people: readonly { id: string; emailIndex: Uint8Array; person: Pick<PersonRow, 'email' | 'name' | 'locale'> }[],
): Promise<Set<string>> {
  const made = await tx.$queryRawUnsafe<{ id: string }[]>(
    wish,
    campaignId,
    state,
    now,
    people.map(({ id }) => id),
    people.map(({ emailIndex }) => emailIndex),
    people.map(({ emailIndex, person }) =>
      seal(personText(person), subscriptionPlace('sealed_email', { campaignId, emailIndex })),
    ),
    people.map(({ person }) => person.locale),
  )
  return new Set(made.map(({ id }) => id.replaceAll('-', '')))
}
