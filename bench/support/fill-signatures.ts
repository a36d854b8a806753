import type pg from 'pg'

const atOnce = 500_000

/**
 * Puts so many confirmed signatures into the campaign before anything is measured, with the tallies that go with them, so that
 * a benchmark meets tables and indexes of the size of a large petition. Their ids lie before those of the benchmark.
 * @returns what was done, in words
 */
export async function fillSignatures(database: pg.Client, people: number): Promise<string[]> {
  for (let from = 0; from < people; from += atOnce)
    await database.query(
      `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, name_index, place_index, domain_index, network_index, department, country, locale, text_version, show_name, state, mailed_at, created_at, confirmed_at)
       select 1, ('00000000-' || regexp_replace(lpad(to_hex(i + 4294967296), 24, '0'), '^(.{4})(.{4})(.{4})', '\\1-\\2-\\3-'))::uuid, sha256(int8send(i)),
         decode(repeat('5a', 85), 'hex'), '', int8send(i), int8send(i % 6310), int8send(i % 5000), sha224(int8send(i % 60000)),
         lpad((1 + i % 95)::text, 2, '0'), 'FR', 'fr', 1, false, 'confirmed', now() - interval '2 days', now() - interval '2 days', now() - interval '2 days'
       from generate_series($1::bigint, $2::bigint) i`,
      [from + 1, Math.min(people, from + atOnce)],
    )
  if (people === 0) return []
  await database.query('vacuum (analyze) signature')
  await database.query(
    `insert into tally (campaign_id, day, dimension, key, n)
     select campaign_id, (confirmed_at at time zone 'Europe/Paris')::date, dimension, key, count(*)::int
     from signature cross join lateral (values
       ('all', ''), ('department', coalesce(department, 'unknown')), ('country', country), ('language', locale),
       ('hour', to_char(confirmed_at at time zone 'Europe/Paris', 'HH24'))
     ) as counted(dimension, key)
     where campaign_id = 1 and state = 'confirmed' and id < '00000001-0000-0000-0000-000000000000' and network_index is not null
     group by 1, 2, 3, 4
     on conflict (campaign_id, day, dimension, key) do update set n = tally.n + excluded.n`,
  )
  await database.query(`select pg_notify('count', '1')`)
  return [`${people.toLocaleString('en')} signatures in the table before`]
}
