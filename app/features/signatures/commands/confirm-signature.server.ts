import { parisDay, parisHour } from '#app/i18n/format.ts'
import { isLocale, type Locale } from '#app/i18n/locale.ts'
import { integerArray, uuidArray } from '#app/infra/db/binary-array.ts'
import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { hotPool, pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { readLinkToken, type LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { hasConfirmed, mayConfirm } from '../may-confirm.ts'
import { tallyCells } from '../moves.ts'
import { confirmationDays } from '../rules.ts'
import { countCommitted } from '../queries/live-count.server.ts'

export type ConfirmOutcome =
  | { outcome: 'confirmed'; campaignId: number; locale: Locale }
  | { outcome: 'already-confirmed'; campaignId: number; locale: Locale }
  /** Never sent by us, or too old: they look alike, so that links cannot be guessed at. */
  | { outcome: 'link-unknown' }

interface Row {
  campaignId: number
  id: string
  now: Date
}

interface Found {
  campaign_id: number
  id: string
  fresh: boolean
  already: boolean
  locale: string
  /** Confirmed on this day so far, this one included: the tally as it was committed. */
  counted: number | null
}

const statement = `
with incoming as (
  select * from unnest($1::int[], $2::uuid[]) as t(campaign_id, id)
), confirmed as (
  -- What is under review or was removed is confirmed as well, and not counted: whoever confirms it sees no difference.
  update signature s set confirmed_at = $3,
    state = case when s.state::text = 'pending' then 'confirmed'::signature_state else s.state end
  from incoming i
  where s.campaign_id = i.campaign_id and s.id = i.id and ${mayConfirm('s', '$3')}
  returning s.campaign_id, s.id, s.department, s.country, s.locale, s.state
), counting as (
  select * from confirmed where state::text = 'confirmed'
), tallied as (
  insert into tally (campaign_id, day, dimension, key, n)
  select campaign_id, $4::date, dimension, key, count(*)::int
  from counting ${tallyCells('$5')}
  group by 1, 3, 4 order by 1, 3, 4
  on conflict (campaign_id, day, dimension, key) do update set n = tally.n + excluded.n
  returning campaign_id, dimension, n
), asked as materialized (
  -- Row by row by its index (offset 0 keeps it so, and no index serves a state as text): joined freely, every
  -- pending request for news met every confirmation.
  select b.campaign_id, b.id from incoming i
  cross join lateral (select * from signature where campaign_id = i.campaign_id and id = i.id offset 0) s
  cross join lateral (select campaign_id, id, asked_at from subscription where campaign_id = s.campaign_id and email_index = s.email_index and state::text = 'pending' offset 0) b
  -- Whoever had confirmed answers a form of the last days. An old link answers nothing.
  where s.state::text = 'confirmed' and b.asked_at > $3::timestamptz - make_interval(days => ${confirmationDays})
    or (s.campaign_id, s.id) in (select campaign_id, id from counting)
), news as (
  update subscription b set state = 'active', activated_at = $3, ended_at = null
  from asked a where b.campaign_id = a.campaign_id and b.id = a.id and b.state::text = 'pending'
)
select r.*, t.n as counted
from (
  -- A set to look in, not a join: a thousand rows would meet a thousand.
  select s.campaign_id, s.id, (s.campaign_id, s.id) in (select campaign_id, id from confirmed) as fresh,
    ${hasConfirmed('s')} as already, s.locale
  from incoming i join signature s using (campaign_id, id)
) r left join tallied t on r.fresh and t.campaign_id = r.campaign_id and t.dimension = 'all'`

const keyOf = (campaignId: number, id: string) => `${campaignId} ${id}`

function outcomeOf(found: Found | undefined): ConfirmOutcome {
  if (!found || !isLocale(found.locale)) return { outcome: 'link-unknown' }
  const where = { campaignId: found.campaign_id, locale: found.locale }
  if (found.fresh) return { outcome: 'confirmed', ...where }
  return found.already ? { outcome: 'already-confirmed', ...where } : { outcome: 'link-unknown' }
}

async function write(rows: readonly Row[]): Promise<readonly ConfirmOutcome[]> {
  const unique = [...new Map(rows.map((row) => [keyOf(row.campaignId, row.id), row])).values()]
  const now = rows[0]?.now ?? new Date(0)
  const { rows: found } = await hotPool().query<Found>({
    name: 'confirm',
    text: statement,
    values: [
      integerArray(unique.map((row) => row.campaignId)),
      uuidArray(unique.map((row) => row.id)),
      now,
      parisDay(now),
      parisHour(now),
    ],
  })
  const byKey = new Map(found.map((row) => [keyOf(row.campaign_id, row.id), row]))
  for (const { campaign_id: campaignId, counted } of found)
    if (counted !== null) countCommitted({ campaignId, day: parisDay(now), confirmed: counted })
  const seen = new Set<string>()
  return rows.map((row) => {
    const key = keyOf(row.campaignId, row.id)
    const outcome = outcomeOf(byKey.get(key))
    // Twice in one group: the first one confirmed, the second one comes after it.
    if (outcome.outcome === 'confirmed' && seen.has(key)) return { ...outcome, outcome: 'already-confirmed' }
    seen.add(key)
    return outcome
  })
}

/** Confirmations meet in the tallies of the day: one statement at a time, or they would wait for each other there. */
export const confirmationGroup = (): GroupCommit<Row, ConfirmOutcome> =>
  singleton('confirmation-group', () => groupCommit({ flush: write, inFlight: 1, most: 1000 }))

/**
 * Confirms a signature, counts it and turns on the news that were asked for, in one commit. Safe to call twice: the second
 * call answers 'already-confirmed'.
 * @throws Overloaded when more waits than can be written in time
 */
export async function confirmSignature(token: string, now: Date): Promise<ConfirmOutcome> {
  const target = readLinkToken('confirm', token)
  return target ? confirmTarget(target, now) : { outcome: 'link-unknown' }
}

/** The same for whoever proved in another way that the mail reached them. @throws Overloaded */
export async function confirmTarget(target: LinkTarget, now: Date): Promise<ConfirmOutcome> {
  const outcome = await confirmationGroup().add({ ...target, now })
  return outcome.outcome === 'link-unknown' ? lookAgain(target) : outcome
}

/**
 * A second press that reached another process waits for the row of the first, and then still answers from before it: what is
 * unknown is read once more. Apart from the group, so that nobody else waits for it.
 */
async function lookAgain({ campaignId, id }: LinkTarget): Promise<ConfirmOutcome> {
  const { rows } = await pool().query<Pick<Found, 'locale'>>(
    `select s.locale from signature s where s.campaign_id = $1 and s.id = $2 and ${hasConfirmed('s')}`,
    [campaignId, id],
  )
  const locale = rows[0]?.locale ?? ''
  return isLocale(locale) ? { outcome: 'already-confirmed', campaignId, locale } : { outcome: 'link-unknown' }
}
