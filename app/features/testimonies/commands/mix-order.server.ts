import { plusDays } from '#app/i18n/calendar.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { apart } from '../queries/apart.server.ts'

/** Days of arrivals that are written anew together. Longer than the nights that may be missed, and a crowd also where few write. */
const days = 14
/** A night that meets somebody at work waits for the next one. */
const longest = { timeout: 120_000 }

/** What a witness writes of, and which of its columns lie in a table beside (TOAST): those have numbers of their own. */
const tables = [
  { name: 'testimony', key: 'id', sealed: ['sealed_original', 'sealed_draft'] },
  { name: 'data_key', key: 'testimony_id', sealed: ['for_team', 'for_receipt'] },
  { name: 'attachment', key: 'testimony_id', sealed: ['sealed_image'] },
  { name: 'message', key: 'testimony_id', sealed: ['sealed_text'] },
  { name: 'decision', key: 'testimony_id', sealed: ['sealed_note'] },
] as const

const rewritten = tables
  .map(({ name, key, sealed }) => {
    const columns = sealed.map((column) => `${column} = ${column} || ''::bytea`).join(', ')
    return `for one in select id from unnest(mixed) as id order by random() loop
      update testimonies.${name} set ${columns} where ${key} = one.id;
    end loop;`
  })
  .join('\n')

/**
 * Writes what came in the last two weeks anew, in one transaction and by chance of order. PostgreSQL keeps with each row the number
 * of the transaction that wrote it; before this, the number of a testimony lies between those of two signatures, whose times are
 * known. Nothing that anybody reads changes. Until the first night after a deposit, and in the write-ahead log and physical copies
 * of before, the number is there. @throws when a row is held too long: the next night does it
 */
export async function mixOrder(now: Date): Promise<void> {
  const first = plusDays(now.toISOString().slice(0, 10), -days)
  await apart().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`set local lock_timeout = '5s'`)
    await tx.$executeRawUnsafe(
      `do $$ declare
         one record;
         mixed uuid[] := array(
           select t.id from testimonies.testimony t where t.received_week >= date '${first}'
             or exists (select from testimonies.message m where m.testimony_id = t.id and m.day >= date '${first}')
         );
       begin
         ${rewritten}
       end $$`,
    )
  }, longest)
  // What was written before is empty room from now on, and is written over.
  for (const { name } of tables) await pool().query(`vacuum testimonies.${name}`)
}
