import { signalNames, signals, type Signal } from './signals.ts'

/**
 * The SQL that every move of signatures between states carries with it, in the statement that moves them: tallies and the public
 * ledger. `from` names a relation of the statement that holds the rows as they were before.
 */

const paris = (instant: string) => `(${instant} at time zone 'Europe/Paris')`

/** The cells in which a signature is counted. Of columns department, country and locale; `hour` is its hour in SQL. */
export const tallyCells = (hour: string): string => `cross join lateral (values
    ('all', ''), ('department', coalesce(department, 'unknown')), ('country', country), ('language', locale), ('hour', ${hour})
  ) as counted(dimension, key)`

/**
 * Takes rows out of the tallies, or back into them, at the day and hour of their confirmation. In the order in which confirming
 * meets the same rows. `from` has campaign_id, confirmed_at, department, country, locale.
 */
export const tallyMove = (from: string, sign: '+' | '-'): string => `
  insert into tally (campaign_id, day, dimension, key, n)
  select campaign_id, ${paris('confirmed_at')}::date, dimension, key, ${sign === '-' ? '-' : ''}count(*)::int
  from ${from} ${tallyCells(`to_char(${paris('confirmed_at')}, 'HH24')`)}
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict (campaign_id, day, dimension, key) do update set n = tally.n + excluded.n`

/** The most telling signal of a row, as the ledger names it. */
export const ruleOfSignals = (column: string): string =>
  `case ${signalNames.map((name: Signal) => `when ${column} & ${signals[name]} <> 0 then '${name}'`).join(' ')} else 'trend' end`

const columns = 'campaign_id, day, event, rule, invalidation_id, signatures, counted, held, invalidated'

/**
 * Rows that a form got held as it came in, or let go: the one before it had got them held, and it took that one's place. `from` has
 * campaign_id, signals and let_go and holds only those; `now` is the instant in SQL.
 */
export const ledgerOfForms = (from: string, now: string): string => `
  insert into ledger_entry (${columns})
  select campaign_id, ${paris(now)}::date, case when let_go then 'released' else 'held' end, rule, null, count(*)::int, 0,
    case when let_go then -count(*) else count(*) end::int, 0
  from (
    select campaign_id, let_go, case when let_go then 'signedAgain' else ${ruleOfSignals('signals')} end as rule from ${from}
  ) judged
  group by campaign_id, let_go, rule`

/**
 * Rows that leave for good: their owner took the signature back (`withdrawn`), or nobody confirmed it in time (`expired`). `from`
 * has campaign_id, and state and invalidation_id as they were. What was only pending never concerned the ledger.
 */
export const ledgerOfLeaving = (
  event: 'withdrawn' | 'expired',
  { from, now }: { from: string; now: string },
): string => `
  insert into ledger_entry (${columns})
  select campaign_id, ${paris(now)}::date, '${event}', '${event === 'withdrawn' ? 'owner' : 'unconfirmed'}', invalidation_id, count(*)::int,
    -(count(*) filter (where state::text = 'confirmed'))::int,
    -(count(*) filter (where state::text = 'quarantined'))::int,
    -(count(*) filter (where state::text = 'invalidated'))::int
  from ${from} where state::text in ('confirmed', 'quarantined', 'invalidated')
  group by campaign_id, invalidation_id`

/**
 * Where the first signature of an address is gone, a second one of the same household takes its place: who signs alone at an
 * address is found as its first. `from` has campaign_id and email_index; a statement of its own, after the first is gone.
 */
export const secondTakesFirst = (from: string): string => `
  update signature s set household_rank = 0 from ${from} g
  where s.campaign_id = g.campaign_id and s.email_index = g.email_index and s.household_rank = 1
    and not exists (
      select from signature f where f.campaign_id = g.campaign_id and f.email_index = g.email_index and f.household_rank = 0
    )`

/** Mails that one address had from one campaign, whoever of the household they were for. `s` names a row in SQL. */
export const mailsToAddress = (s: string): string =>
  `(select sum(h.mails) from signature h where h.campaign_id = ${s}.campaign_id and h.email_index = ${s}.email_index)`
