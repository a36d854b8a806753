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

beforeEach(async () => {
  const { rows } = await pool().query<{ tables: string | null }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables where schemaname in ('public', 'testimonies') and tablename <> '_prisma_migrations'`,
  )
  if (rows[0]?.tables) await pool().query(`truncate ${rows[0].tables} restart identity cascade`)
  await ensureTeamKey(new Date('2026-01-01T00:00:00Z'))
})

afterAll(async () => {
  await closePool()
  await onServer(`drop database ${name} with (force)`)
})
