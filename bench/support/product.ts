import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { closePool, useDatabase } from '#app/infra/db/pool.server.ts'
import { familyTime, processTime } from './processor-time.ts'

/** The campaign of the demonstration, which a first start opens. */
export const slug = 'score'
/** Rows of the demonstration have smaller ids; all others were written by the benchmark. */
export const firstRealId = '00000001-0000-0000-0000-000000000000'

export interface Product {
  /** The web process. */
  pid: number
  port: number
  origin: string
  databaseUrl: string
  /** A connection beside the measured ones, to prepare and to verify. */
  database: pg.Client
  clocks: { product: () => number; database: () => number }
  close(): Promise<void>
}

export interface ProductOptions {
  /** Where the server leaves a processor profile when it ends. */
  profileTo?: string
  /** Settings beside those of every benchmark. */
  settings?: Record<string, string>
}

const manifest = z.object({ scripts: z.object({ start: z.string() }) })
const root = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(tmpdir(), 'portevoix-bench')

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}

/**
 * The same keys here and in the server, so that the benchmark can make links that the server accepts. Limits are set high,
 * not off: every request is still counted against its network's.
 */
function settings(): NodeJS.ProcessEnv {
  const key = () => randomBytes(32).toString('base64')
  process.env.PORTEVOIX_KEYS ??= `bench:${key()}`
  process.env.PORTEVOIX_INDEX_KEY ??= key()
  process.env.PORTEVOIX_SESSION_SECRET ??= key()
  process.env.PORTEVOIX_LOG_KEY ??= key()
  return {
    ...process.env,
    NODE_ENV: 'production',
    ROLE: 'web',
    HOST: '127.0.0.1',
    TRUST_PROXY: '1',
    SIGN_LIMIT: '100000000/1',
    DATA_DIR: folder,
    DATABASE_URL: '',
    APP_URL: '',
    SMTP_URL: '',
  }
}

async function ready(server: ChildProcess, origin: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server.exitCode !== null)
      throw new Error(`The server ended before it answered:\n${readFileSync(path.join(folder, 'server.log'), 'utf8')}`)
    const answer = await fetch(`${origin}/fr/${slug}`).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new Error('The server did not answer within two minutes.')
}

async function assertDurable(database: pg.Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await database.query<Record<string, string>>(`show ${setting}`)
    if (rows[0]?.[setting] !== 'on')
      throw new Error(`${setting} is ${rows[0]?.[setting]}: what is measured would not be durable`)
  }
}

function emptyFolder() {
  const postmaster = path.join(folder, 'postgres', 'postmaster.pid')
  if (existsSync(postmaster))
    throw new Error(
      `Another benchmark runs in ${folder}, or one was killed: end its PostgreSQL, then remove the folder.`,
    )
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

/** As `npm start` starts it. */
function startArguments(): string[] {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  return scripts.start.split(' ').slice(1)
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))

/** A fresh database cluster with durable settings and a fresh web process that owns it, as `npm start` makes them. */
export async function startProduct({ profileTo, settings: more }: ProductOptions = {}): Promise<Product> {
  emptyFolder()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const log = openSync(path.join(folder, 'server.log'), 'a')
  const profile = profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`] : []
  const env = { ...settings(), ...more, PORT: String(port) }
  const server = spawn(process.execPath, [...profile, ...startArguments()], {
    cwd: root,
    env,
    stdio: ['ignore', log, log],
  })
  await ready(server, origin)
  const cluster = await embeddedCluster(folder)
  useDatabase(cluster.url)
  const database = new pg.Client({ connectionString: cluster.url, application_name: 'bench' })
  await database.connect()
  await assertDurable(database)
  const postmaster = Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

  return {
    pid: server.pid ?? 0,
    port,
    origin,
    databaseUrl: cluster.url,
    database,
    clocks: { product: processTime(server.pid ?? 0), database: familyTime(postmaster) },
    async close() {
      server.kill('SIGTERM')
      await ended(server)
      await closePool()
      await database.end()
      await cluster.release()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
