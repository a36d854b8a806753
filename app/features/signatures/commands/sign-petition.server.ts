import { v7 as uuidv7 } from 'uuid'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { departmentOfPostcode } from '#app/features/campaigns/departments.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { hotPool } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { signaturePlace, subscriptionPlace } from '../places.ts'
import { canonicalAddress, mostMails } from '../rules.ts'
import type { SignatureForm } from '../schema.ts'

export type SignOutcome = { outcome: 'accepted' } | { outcome: 'campaign-closed' }

/** What was shown to the person, when. */
export interface Signing {
  campaign: CampaignSummary
  locale: Locale
  textVersion: number
  now: Date
}

interface Row {
  campaignId: number
  id: string
  emailIndex: Buffer
  sealedEmail: Buffer
  sealedName: Buffer
  sealedComment: Buffer | null
  department: string | null
  country: string
  locale: Locale
  textVersion: number
  showName: boolean
  deliveryId: string
  news: { id: string; sealedEmail: Buffer; sealedName: Buffer } | null
  now: Date
}

const statement = `
with incoming as (
  select * from unnest($1::int[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::int[], $11::boolean[], $12::uuid[], $13::uuid[], $14::bytea[], $15::bytea[])
    as t(campaign_id, id, email_index, sealed_email, sealed_name, sealed_comment, department, country, locale, text_version, show_name, delivery_id, news_id, news_email, news_name)
), fresh as (
  insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, sealed_comment, department, country, locale, text_version, show_name, mailed_at, created_at)
  select campaign_id, id, email_index, sealed_email, sealed_name, sealed_comment, department, country, locale, text_version, show_name, $16, $16 from incoming
  on conflict (campaign_id, email_index, household_rank) do nothing
  returning campaign_id, id
), again as (
  -- Until it is confirmed, the last form counts: whoever presses the link sees what it will record.
  update signature s set mails = s.mails + 1, mailed_at = $16,
    sealed_email = case s.state when 'pending' then i.sealed_email else s.sealed_email end,
    sealed_name = case s.state when 'pending' then i.sealed_name else s.sealed_name end,
    sealed_comment = case s.state when 'pending' then i.sealed_comment else s.sealed_comment end,
    department = case s.state when 'pending' then i.department else s.department end,
    country = case s.state when 'pending' then i.country else s.country end,
    locale = case s.state when 'pending' then i.locale else s.locale end,
    text_version = case s.state when 'pending' then i.text_version else s.text_version end,
    show_name = case s.state when 'pending' then i.show_name else s.show_name end
  from incoming i
  where s.campaign_id = i.campaign_id and s.email_index = i.email_index and s.household_rank = 0
    and s.state in ('pending', 'confirmed') and s.mails < ${mostMails}
  returning s.campaign_id, s.id, s.state, i.delivery_id
), before as (
  select s.campaign_id, s.id, s.mailed_at, s.confirmed_at from signature s join again a using (campaign_id, id)
), news as (
  insert into subscription (campaign_id, id, email_index, sealed_email, sealed_name, locale, created_at)
  select campaign_id, news_id, email_index, news_email, news_name, locale, $16 from incoming where news_id is not null
  on conflict (campaign_id, email_index) do update
    set state = 'pending', sealed_email = excluded.sealed_email, sealed_name = excluded.sealed_name, locale = excluded.locale
    where subscription.state in ('pending', 'unsubscribed')
), nothing_new as (
  -- The last form counts: who asks without the tick takes back what was asked before and not confirmed.
  -- The state as text, which no index serves: a plan made on an empty site would read all who wait, for each row.
  delete from subscription b using incoming i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and i.news_id is null
    and b.state::text = 'pending' and b.ended_at is null
), still_gone as (
  update subscription b set state = 'unsubscribed' from incoming i
  where b.campaign_id = i.campaign_id and b.email_index = i.email_index and i.news_id is null
    and b.state::text = 'pending' and b.ended_at is not null
)
insert into delivery (campaign_id, id, kind, subject_id, lane, due_at)
-- The first mail of a signature carries its id: one join less for every group.
select campaign_id, id, 'confirmation'::delivery_kind, id, 0, least($16::timestamptz, now()) from fresh
union all
select a.campaign_id, a.delivery_id,
  case a.state when 'pending' then 'confirmation'::delivery_kind else 'already-signed'::delivery_kind end, a.id, 0,
  -- Two mails to one address are a minute apart, unless something happened in between.
  -- Due by the database's clock, which the workers go by, so that a clock ahead of it delays nothing.
  case when b.mailed_at < b.confirmed_at then least($16::timestamptz, now()) else greatest($16::timestamptz, b.mailed_at + interval '1 minute') end
from again a join before b using (campaign_id, id)`

/** One row of a person in a group: PostgreSQL refuses to touch one twice in a statement. */
function onePerPerson(rows: readonly Row[]): Row[] {
  const byPerson = new Map(rows.map((row) => [`${row.campaignId} ${row.emailIndex.toString('base64')}`, row]))
  // In one order everywhere, so that two groups wait for each other instead of deadlocking.
  return [...byPerson.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

async function write(rows: readonly Row[]): Promise<readonly true[]> {
  const people = onePerPerson(rows)
  const column = <V>(pick: (row: Row) => V) => people.map(pick)
  await hotPool().query({
    name: 'sign',
    text: statement,
    values: [
      column((row) => row.campaignId),
      column((row) => row.id),
      column((row) => row.emailIndex),
      column((row) => row.sealedEmail),
      column((row) => row.sealedName),
      column((row) => row.sealedComment),
      column((row) => row.department),
      column((row) => row.country),
      column((row) => row.locale),
      column((row) => row.textVersion),
      column((row) => row.showName),
      column((row) => row.deliveryId),
      column((row) => row.news?.id ?? null),
      column((row) => row.news?.sealedEmail ?? null),
      column((row) => row.news?.sealedName ?? null),
      people[0]?.now ?? null,
    ],
  })
  wakeDelivery()
  return rows.map(() => true)
}

const pauseBetweenWakings = 100

/** Tells the workers that mail waits; once for all that was written meanwhile. */
function wakeDelivery(): void {
  const wake = singleton<{ timer: NodeJS.Timeout | null }>('delivery-wake', () => ({ timer: null }))
  wake.timer ??= setTimeout(() => {
    wake.timer = null
    notify('delivery', '').catch((error: unknown) => log.warn('cannot wake the workers', { error }))
  }, pauseBetweenWakings).unref()
}

/** Every signature of this process goes through here. */
export const signatureGroup = (): GroupCommit<Row, true> =>
  singleton('signature-group', () => groupCommit({ flush: write }))

function rowOf(form: SignatureForm, { campaign, locale, textVersion, now }: Signing): Row {
  const whose = {
    campaignId: campaign.id,
    emailIndex: blindIndex(`address|${campaign.id}`, canonicalAddress(form.email)),
  }
  return {
    ...whose,
    id: uuidv7(),
    sealedEmail: seal(form.email, signaturePlace('sealed_email', whose)),
    sealedName: seal(form.name, signaturePlace('sealed_name', whose)),
    sealedComment: form.comment === null ? null : seal(form.comment, signaturePlace('sealed_comment', whose)),
    department: form.country === 'FR' ? departmentOfPostcode(form.postcode) : null,
    country: form.country,
    locale,
    textVersion,
    showName: form.showName,
    deliveryId: uuidv7(),
    news: form.news
      ? {
          id: uuidv7(),
          sealedEmail: seal(form.email, subscriptionPlace('sealed_email', whose)),
          sealedName: seal(form.name, subscriptionPlace('sealed_name', whose)),
        }
      : null,
    now,
  }
}

/**
 * Takes a signature: durable when this resolves, counted only once confirmed by mail. A second signature of the same person
 * has the same outcome, so that nobody learns from us who signed; the mail tells the owner of the address the truth.
 * @throws Overloaded when more waits than can be written in time
 */
export async function signPetition(form: SignatureForm, signing: Signing): Promise<SignOutcome> {
  if (!isOpen(signing.campaign, signing.now)) return { outcome: 'campaign-closed' }
  await signatureGroup().add(rowOf(form, signing))
  return { outcome: 'accepted' }
}
