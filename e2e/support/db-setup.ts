import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
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
  useDatabase(urlOf(name))
})

beforeEach(async () => {
  const { rows } = await pool().query<{ tables: string | null }>(
    `select string_agg(format('%I', tablename), ', ') as tables from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`,
  )
  if (rows[0]?.tables) await pool().query(`truncate ${rows[0].tables} restart identity cascade`)
})

afterAll(async () => {
  await closePool()
  await onServer(`drop database ${name} with (force)`)
})
