import { blockIndexes, mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { timeZone } from '#app/i18n/format.ts'
import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { mostMailsADay, secondsBetweenMails, stopReasons } from '../../rules.ts'

export type Permit =
  { permit: 'given'; stopped?: boolean } | { permit: 'suppressed' } | { permit: 'later'; seconds: number }

interface Asking {
  mailbox: Buffer
  /** As the address is spelled, where that is something else. */
  spelled: Buffer | null
  /** Of the delivery. Keyed, so that a mailbox's row does not lead to the signatures of one person. */
  mark: string
  heardAt: Date | null
}

interface Answer {
  mailbox: Buffer
  suppressed: boolean
  stopped: boolean
  given: boolean
  seconds: number
}

const reasonsAgainstNews = stopReasons.map((reason) => `'${reason}'`).join(', ')

// The database's clock, which all workers share; the day is the campaign's.
const today = `(now() at time zone '${timeZone}')::date`
const tomorrow = `((${today} + 1)::timestamp at time zone '${timeZone}')`

/**
 * One statement for a group. A delivery that was let through before (its mark is there) is let through again and not counted
 * again. What a crash of the machine may lose here is a count, so that nobody waits for the disk.
 */
const statement = `
with asked as (
  select * from unnest($1::bytea[], $2::bigint[], $3::timestamptz[], $4::bytea[]) as t(mailbox, mark, heard_at, spelled)
), blocked as (
  select mailbox, bool_or(reason not in (${reasonsAgainstNews})) as wholly
  from asked join suppression on email_index = any(array[mailbox, spelled]) group by mailbox
), given as (
  insert into mail_allowance as a (email_index, day, marks, last_at)
  select mailbox, ${today}, array[mark], now() from asked where mailbox not in (select mailbox from blocked where wholly)
  on conflict (email_index) do update set day = excluded.day, last_at = excluded.last_at,
    marks = case when a.day <> excluded.day then excluded.marks when a.marks @> excluded.marks then a.marks else a.marks || excluded.marks end
  where a.day = excluded.day and a.marks @> excluded.marks
    or (a.last_at <= now() - interval '${secondsBetweenMails} seconds' or a.last_at < (select heard_at from asked where mailbox = a.email_index))
      and (a.day <> excluded.day or cardinality(a.marks) < ${mostMailsADay})
  returning email_index
)
select asked.mailbox, asked.mailbox in (select mailbox from blocked where wholly) as suppressed, asked.mailbox in (select mailbox from blocked) as stopped, asked.mailbox in (select email_index from given) as given,
  coalesce(case
    when a.day = ${today} and cardinality(a.marks) >= ${mostMailsADay} then extract(epoch from ${tomorrow} - now())
    else extract(epoch from a.last_at - now()) + ${secondsBetweenMails}
  end, ${secondsBetweenMails})::float8 as seconds
from (select set_config('synchronous_commit', 'off', true)) as quick, asked
left join mail_allowance a on a.email_index = asked.mailbox`

const keyOf = (mailbox: Buffer) => mailbox.toString('latin1')

/** One letter of a mailbox in a statement: PostgreSQL refuses to touch a row twice, and the others have to wait a minute anyway. */
async function ask(askings: readonly Asking[]): Promise<Permit[]> {
  const first = new Map<string, Asking>()
  for (const asking of askings) {
    const key = keyOf(asking.mailbox)
    if (!first.has(key)) first.set(key, asking)
  }
  // In one order everywhere, so that two groups wait for each other instead of deadlocking.
  const asked = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, asking]) => asking)
  const { rows } = await pool().query<Answer>({
    name: 'permit-deliveries',
    text: statement,
    values: [
      asked.map(({ mailbox }) => mailbox),
      asked.map(({ mark }) => mark),
      asked.map(({ heardAt }) => heardAt),
      asked.map(({ spelled }) => spelled),
    ],
  })
  const answers = new Map(rows.map((row) => [keyOf(row.mailbox), row]))
  return askings.map((asking) => {
    const key = keyOf(asking.mailbox)
    const answer = answers.get(key)
    if (answer?.suppressed) return { permit: 'suppressed' }
    if (answer?.given && first.get(key)?.mark === asking.mark)
      return answer.stopped ? { permit: 'given', stopped: true } : { permit: 'given' }
    return { permit: 'later', seconds: Math.max(1, answer?.given ? secondsBetweenMails : (answer?.seconds ?? 0)) }
  })
}

const permits = (): GroupCommit<Asking, Permit> =>
  singleton('permit-group', () => groupCommit({ flush: ask, inFlight: 2, patience: Infinity }))

/**
 * Whether this letter may go to this mailbox now: not to one whose owner wants none, and to nobody more than ten a day or two
 * within a minute, whichever campaign they are for. What answers something that happened since the last one does not wait, as
 * nobody else can make it happen. A mailbox that gets no news gets what somebody there asks for; what comes of it is noted. Asking again for the same delivery costs nothing.
 */
export async function permitDelivery(address: string, deliveryId: string, heardAt: Date | null): Promise<Permit> {
  const [mailbox = mailboxIndex(address), spelled = null] = blockIndexes(address)
  const mark = blindIndex('delivery', deliveryId).readBigInt64BE().toString()
  const answer = await permits().add({ mailbox, spelled, mark, heardAt })
  if (answer.permit !== 'given' || !answer.stopped) return answer
  await pool().query(`insert into second_hearing values ($1, $2, now()) on conflict do nothing`, [deliveryId, mailbox])
  return { permit: 'given' }
}
