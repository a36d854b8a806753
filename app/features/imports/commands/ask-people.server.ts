import { findCampaignById, findTextsShown } from '#app/features/campaigns/queries.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { rowOf } from '#app/features/signatures/commands/sign/row.server.ts'
import { domainOf } from '#app/features/signatures/rules/canonical-address.ts'
import { personalAddress } from '#app/features/signatures/whose.server.ts'
import { isLocale, locales, type Locale } from '#app/i18n/locale.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { timeId } from '#app/infra/vault/chance.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { importedPlace } from '../places.ts'
import type { PersonRow } from '../rules/rows.ts'
import { activate, placed, readImported, type Placed } from './bring-in/people.server.ts'

interface Waiting {
  line: number
  sealed: Uint8Array
  locale: string
  country: string
  department: string | null
}

interface Asking {
  importId: number
  campaignId: number
  /** Letters that may go. */
  most: number
  now: Date
}

const open = ({ line, sealed, locale, country, department }: Waiting, { importId, campaignId }: Asking): Placed => {
  const person: PersonRow = {
    ...readImported(unseal(sealed, importedPlace(importId, line))),
    country,
    department,
    locale: isLocale(locale) ? locale : 'fr',
    agreedOn: null,
  }
  return placed(campaignId, line, person)
}

/** Much may have changed since they came in: whoever is left alone by now, left, or is here on their own word, is not asked. */
const unwanted = `
select p.line from unnest($2::int[], $3::bytea[], $4::bytea[], $5::bytea[]) as p(line, email_index, mailbox, spelled)
where exists (select from suppression s where s.email_index in (p.mailbox, p.spelled))
  or exists (
    select from subscription b where b.campaign_id = $1 and b.email_index = p.email_index
      and ($6 = 'subscriber' or b.state::text in ('unsubscribed', 'bounced', 'complained'))
  )
  or $6 = 'signature' and exists (select from signature s where s.campaign_id = $1 and s.email_index = p.email_index)`

/**
 * A signature that waits for its confirmation, like any other. It is reminded of nothing: one letter, and no second one. Without a
 * domain: the watch would take the hour's letters for a crowd at the door.
 */
const sign = `
with fresh as (
  insert into signature (campaign_id, id, email_index, household_rank, sealed_email, sealed_name, department, country, locale,
    text_version, show_name, name_index, place_index, state, mailed_at, created_at, reminded)
  select $1, id, email_index, 0, sealed_email, '', department, country, locale, text_version, false, name_index, place_index,
    'pending', $2::timestamptz, $2::timestamptz, true
  from unnest($3::uuid[], $4::bytea[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::int[], $10::bytea[], $11::bytea[])
    as t(id, email_index, sealed_email, department, country, locale, text_version, name_index, place_index)
  on conflict (campaign_id, email_index, household_rank) do nothing
  returning id
), mails as (
  insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
  select $1, id, 'confirmation', id, 5, least($2::timestamptz, now()) from fresh
)
select id::text from fresh`

async function signAll(
  tx: Transaction,
  { campaignId, now }: Asking,
  { people, versions }: { people: readonly Placed[]; versions: ReadonlyMap<Locale, number> },
): Promise<Map<number, string>> {
  const rows = people.map(({ person }) => {
    const personal = personalAddress(person.email)
    const came = { network: null, signals: 0, held: false, wait: 0, partnerId: null }
    const own = { comment: null, showName: false, news: false, ...came }
    const textVersion = versions.get(person.locale) ?? 1
    return rowOf({ ...person, ...own, campaignId, personal, domain: domainOf(personal), textVersion, now })
  })
  const of = <V>(pick: (row: (typeof rows)[number]) => V) => rows.map(pick)
  const made = await tx.$queryRawUnsafe<{ id: string }[]>(
    sign,
    campaignId,
    now,
    of((row) => row.id),
    of((row) => row.emailIndex),
    of((row) => row.sealedEmail),
    of((row) => row.department),
    of((row) => row.country),
    of((row) => row.locale),
    of((row) => row.textVersion),
    of((row) => row.nameIndex),
    of((row) => row.placeIndex),
  )
  const ids = new Set(made.map(({ id }) => id.replaceAll('-', '')))
  return new Map(people.flatMap(({ line }, at) => ((id) => (id && ids.has(id) ? [[line, id]] : []))(rows[at]?.id)))
}

/** A wish that waits for a yes, and the letter that asks for it. */
async function wishAll(tx: Transaction, { campaignId, now }: Asking, people: readonly Placed[]) {
  const wishes = people.map((one) => ({ ...one, id: timeId(now) }))
  const made = await activate(tx, { campaignId, now, state: 'pending' }, wishes)
  const asked = wishes.filter(({ id }) => made.has(id))
  await tx.$executeRawUnsafe(
    `insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
     select $1, id, 'news-consent'::delivery_kind, id, 5, least($2::timestamptz, now()) from unnest($3::uuid[]) as t(id)`,
    campaignId,
    now,
    asked.map(({ id }) => id),
  )
  return new Map(asked.map(({ line, id }) => [line, id]))
}

const settle = `
update imported_person p set sealed = '', state = case when t.subject_id is null then 'gone' else 'asked' end,
  subject_id = t.subject_id, at = $2::timestamptz
from unnest($3::int[], $4::uuid[]) as t(line, subject_id)
where p.import_id = $1 and p.line = t.line`

async function askSome(tx: Transaction, asking: Asking, kind: 'signature' | 'subscriber'): Promise<number> {
  const { importId, campaignId, most, now } = asking
  const waiting = await tx.$queryRaw<Waiting[]>`
    select line, sealed, locale, country, department from imported_person
    where import_id = ${importId} and state = 'waiting' order by line limit ${most} for update skip locked`
  const people = waiting.map((one) => open(one, asking))
  const gone = await tx.$queryRawUnsafe<{ line: number }[]>(
    unwanted,
    campaignId,
    people.map(({ line }) => line),
    people.map(({ emailIndex }) => emailIndex),
    people.map(({ mailbox }) => mailbox),
    people.map(({ spelled }) => spelled),
    kind,
  )
  const without = new Set(gone.map(({ line }) => line))
  const wanted = people.filter(({ line }) => !without.has(line))
  const versions = new Map<Locale, number>()
  for (const locale of locales) versions.set(locale, (await findTextsShown(campaignId, locale))?.current ?? 1)
  const subjects =
    kind === 'signature' ? await signAll(tx, asking, { people: wanted, versions }) : await wishAll(tx, asking, wanted)
  const lines = people.map(({ line }) => line)
  await tx.$executeRawUnsafe(
    settle,
    importId,
    now,
    lines,
    lines.map((line) => subjects.get(line) ?? null),
  )
  const counted = { waiting: { decrement: lines.length }, asked: { increment: subjects.size } }
  const isOver = lines.length < most
  await tx.dataImport.update({ where: { id: importId }, data: { ...counted, ...(isOver ? { wave: 'done' } : {}) } })
  await notifyWith(tx, 'delivery', '')
  return subjects.size
}

/**
 * Asks some people of an import to confirm, once: each becomes a signature or a wish that waits like any other, with its letter, in
 * one commit. Nobody is asked while the campaign takes no signatures. @returns how many letters wait to be sent
 */
export async function askPeople(importId: number, most: number, now: Date): Promise<number> {
  if (most === 0) return 0
  return db().$transaction(
    async (tx) => {
      const [held] = await tx.$queryRaw<{ campaign_id: number; kind: string }[]>`
        select campaign_id, kind from data_import where id = ${importId} and wave = 'running' for update skip locked`
      if (!held) return 0
      const campaign = await findCampaignById(held.campaign_id)
      if (!campaign || !isOpen(campaign, now)) return 0
      const asking = { importId, campaignId: campaign.id, most, now }
      return askSome(tx, asking, held.kind === 'signatures' ? 'signature' : 'subscriber')
    },
    { timeout: 60_000 },
  )
}
