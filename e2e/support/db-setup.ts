import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { takeableRoles } from '#prisma/roles.ts'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import { closePool, pool, useDatabase } from '#app/infra/db/pool.server.ts'

const name = `clone_${randomUUID().replaceAll('-', '')}`
const urlOf = (database: string) => inject('databaseServer').replace('%DATABASE%', database)

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  await onServer(`create database ${name} template portevoix`)
  useDatabase(urlOf(name), (await takeableRoles(urlOf(name))).takeable)
})

/** Empties every table and counts anew. Rows of a test are few: to delete them takes half the time of a `truncate` of all tables. */
const empty = `do $$
declare
  one regclass;
begin
  set local session_replication_role = replica;
  for one in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'testimonies') and c.relkind = 'r' and c.relname <> '_prisma_migrations'
  loop
    execute format('delete from %s', one);
  end loop;
  for one in select format('%I.%I', schemaname, sequencename)::regclass from pg_sequences
    where schemaname in ('public', 'testimonies') and last_value is not null
  loop
    execute format('alter sequence %s restart', one);
  end loop;
end $$`

beforeEach(async () => {
  await pool().query(empty)
  await ensureTeamKey(new Date('2026-01-01T00:00:00Z'))
})

afterAll(async () => {
  await closePool()
  await onServer(`drop database ${name} with (force)`)
})
