import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { grantRoles } from './roles.ts'

const prismaFolder = import.meta.dirname
const migrationsFolder = path.join(prismaFolder, 'migrations')
/** Any constant: whoever migrates the same database holds the same lock. */
const migrationLock = 7_382_019

const schemaFiles = () =>
  ['schema.prisma', ...readdirSync(path.join(prismaFolder, 'models')).map((file) => `models/${file}`)]
    .filter((file) => file.endsWith('.prisma'))
    .toSorted()
    .map((file) => ({
      path: path.join(prismaFolder, file),
      content: readFileSync(path.join(prismaFolder, file), 'utf8'),
    }))

/** Where the engine leaves its last words: without it a panic would hide its message. */
const lastWords = {
  message: '',
  set_message(message: string) {
    this.message = message
  },
}

let instantiated: Promise<void> | undefined

/** Once per process: the glue code keeps views of the first instance's memory. */
async function instantiate(): Promise<void> {
  Reflect.set(globalThis, 'PRISMA_WASM_PANIC_REGISTRY', lastWords)
  const wasmFile = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    './schema_engine_bg.js': { ...engineModule },
  })
  engineModule.__wbg_set_wasm(instance.exports)
  const start: unknown = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

type Engine = Awaited<ReturnType<typeof engineModule.SchemaEngine.new>>

/**
 * Prisma's own schema engine, compiled to WebAssembly: the same migrations as `prisma migrate`, without its download. Its
 * connections are closed at the end, because one of them holds the engine's own lock.
 */
async function withEngine<R>(url: string, work: (engine: Engine) => Promise<R>): Promise<R> {
  await (instantiated ??= instantiate())
  const datamodels = schemaFiles().map(({ path: file, content }): [string, string] => [file, content])
  const connections = new pg.Pool({ connectionString: url, max: 2 })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(connections))
    const engine = await engineModule.SchemaEngine.new({ datamodels }, () => {}, adapter)
    const result = await work(engine)
    engine.free()
    return result
  } finally {
    await connections.end()
  }
}

const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
})

/** As the engine keeps it: SHA-256 over the file, in hexadecimal. */
const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex')

/**
 * Whether the database has these migrations and no other, each to its end and as it stands here. Then the engine has nothing to do,
 * and to compile it would be most of the time that a command takes.
 */
async function isCurrent(client: pg.Client): Promise<boolean> {
  const { rows: tables } = await client.query(
    `select 1 from pg_class where oid = to_regclass('public._prisma_migrations')`,
  )
  if (tables.length === 0) return false
  const { rows } = await client.query<{ migration_name: string; checksum: string; ended: boolean }>(
    `select migration_name, checksum, finished_at is not null as ended from public._prisma_migrations where rolled_back_at is null`,
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.ended ? row.checksum : '']))
  const known = migrationsList().migrationDirectories
  return (
    applied.size === known.length &&
    rows.length === known.length &&
    known.every(({ path: name, migrationFile }) => applied.get(name) === checksumOf(migrationFile.content.value))
  )
}

const filters = { externalTables: [], externalEnums: [] }

const applyAll = async (url: string): Promise<string[]> =>
  (await withEngine(url, (engine) => engine.applyMigrations({ migrationsList: migrationsList(), filters })))
    .appliedMigrationNames

/** Applies the migrations that are missing, one process at a time. @returns their names; empty when nothing was to do */
export async function migrate(url: string): Promise<string[]> {
  const keeper = new pg.Client({ connectionString: url, application_name: 'portevoix-migrate' })
  await keeper.connect()
  try {
    await keeper.query('select pg_advisory_lock($1)', [migrationLock])
    const applied = (await isCurrent(keeper)) ? [] : await applyAll(url)
    await grantRoles(keeper)
    return applied
  } finally {
    await keeper.end() // a session's advisory locks end with it
  }
}

/** The SQL that leads from an empty database to the models. For whoever writes the next migration. */
export async function sqlFromEmpty(url: string): Promise<string> {
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: null,
      filters,
    }),
  )
  return stdout ?? ''
}
