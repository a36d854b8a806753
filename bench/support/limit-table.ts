import type pg from 'pg'

/** Tables of the shape that signatures and their deliveries have: the same columns, defaults and indexes. */
export async function makeLimitTables(database: pg.Client): Promise<void> {
  await database.query('create table bench_limit (like signature including all)')
  await database.query('create table bench_limit_delivery (like delivery including all)')
}

/**
 * A signature and the delivery of its mail in one statement: what has to be durable before a person is thanked, and nothing
 * else. `values` are those of a row: campaign, id, index, address, name, household's two, domain, network, instant.
 */
export const limitInsert = (values: readonly string[]): string => {
  const [campaign, id, index, email, name, own, place, domain, network, now] = values
  return `with written as (
  insert into bench_limit (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name, name_index, place_index, domain_index, network_index, mailed_at, created_at)
  values (${campaign}, ${id}, ${index}, ${email}, ${name}, '75', 'FR', 'fr', 1, true, ${own}, ${place}, ${domain}, ${network}, ${now}, ${now})
  returning campaign_id, id, mailed_at
)
insert into bench_limit_delivery (campaign_id, id, kind, subject_id, lane, due_at)
select campaign_id, id, 'confirmation', id, 0, mailed_at from written`
}

export async function countRows(database: pg.Client, what: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await database.query<{ n: string }>(`select count(*) as n from ${what}`, [...values])
  return Number(rows[0]?.n)
}

/** @throws when what was answered is not what is there */
export function assertEqual(what: string, found: number, expected: number): string {
  if (found !== expected) throw new Error(`${what}: ${found} found, ${expected} expected`)
  return `${what}: ${found.toLocaleString('en')}, as answered`
}
