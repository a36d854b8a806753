import { pool } from '#app/infra/db/pool.server.ts'

/** How many mailboxes are left alone, by reason; how many messages of each kind came back in a month; why people left. */
export interface LeftAlone {
  reasons: Record<string, number>
  returned: Record<string, number>
  leaving: Record<string, number>
}

interface Counted {
  part: keyof LeftAlone
  name: string
  n: number
}

const statement = `
select 'reasons' as part, reason as name, count(*)::int as n from suppression group by reason
union all select 'returned', kind, sum(n)::int from returned_tally where day > $1::date - 30 group by kind
union all select 'leaving', reason, sum(n)::int from leaving_tally group by reason`

export async function countLeftAlone(now: Date): Promise<LeftAlone> {
  const { rows } = await pool().query<Counted>(statement, [now])
  const counted: LeftAlone = { reasons: {}, returned: {}, leaving: {} }
  for (const { part, name, n } of rows) counted[part][name] = n
  return counted
}

const atOnce = 5000

/** Every mailbox that is left alone, as a keyed hash, in lines of CSV: for a backup, and of use only with the same index key. */
export async function* exportSuppressions(): AsyncGenerator<string> {
  yield 'mailbox,reason,since\r\n'
  let after = Buffer.alloc(0)
  for (;;) {
    const { rows } = await pool().query<{ mailbox: Buffer; reason: string; since: string }>(
      `select email_index as mailbox, reason, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as since
       from suppression where email_index > $1 order by email_index limit ${atOnce}`,
      [after],
    )
    for (const { mailbox, reason, since } of rows) yield `${mailbox.toString('hex')},${reason},${since}\r\n`
    const last = rows.at(-1)
    if (!last) return
    after = Buffer.from(last.mailbox)
  }
}
