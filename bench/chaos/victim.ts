import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { closePool, useDatabase } from '#app/infra/db/pool.server.ts'
import { freePort } from '../support/product.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const isRoot = process.getuid?.() === 0

/** A real product that is made to be killed: one web process and a durable database of its own. */
export interface Victim {
  port: number
  origin: string
  /** A connection beside, to look at what is there. */
  database: pg.Client
  /** Ends the web process in the middle of whatever it does (SIGKILL), and starts another. Resolves when that one takes signatures. */
  killWeb(): Promise<void>
  /** Ends the database without a word (immediate shutdown: no checkpoint, sessions cut). */
  killDatabase(): void
  /** Resolves when the product takes signatures. @returns milliseconds it took */
  ready(): Promise<number>
  /** What the web processes logged. */
  log(): string
  close(): Promise<void>
}

/** The same keys here and there, so that what is in the database can be found and links be made. */
function settings(dataDir: string, port: number, smtpUrl: string | undefined): NodeJS.ProcessEnv {
  const key = () => randomBytes(32).toString('base64')
  process.env.PORTEVOIX_KEYS ??= `chaos:${key()}`
  process.env.PORTEVOIX_INDEX_KEY ??= key()
  process.env.PORTEVOIX_SESSION_SECRET ??= key()
  process.env.PORTEVOIX_LOG_KEY ??= key()
  return {
    ...process.env,
    NODE_ENV: 'production',
    ROLE: smtpUrl ? 'all' : 'web',
    HOST: '127.0.0.1',
    PORT: String(port),
    TRUST_PROXY: '1',
    SIGN_LIMIT: '100000000/1',
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    APP_URL: '',
    SMTP_URL: smtpUrl ?? '',
  }
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

const millisecondsOfPatience = 120_000

/** A connection that may die with its server. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'chaos' })
  client.on('error', () => {})
  await client.connect()
  return client
}

const startWeb = (env: NodeJS.ProcessEnv, log: number) =>
  spawn(process.execPath, ['--import', './app/production.mjs', '--import', 'tsx', 'app/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', log, log],
  })

/** @param smtpUrl a mail server: then the worker runs too and sends its mails there */
export async function openVictim({ smtpUrl }: { smtpUrl?: string } = {}): Promise<Victim> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portevoix-chaos-'))
  if (isRoot) chmodSync(dataDir, 0o755)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = settings(dataDir, port, smtpUrl)
  const log = openSync(path.join(dataDir, 'web.log'), 'a')
  let web = startWeb(env, log)

  async function ready(): Promise<number> {
    const startedAt = Date.now()
    while (Date.now() - startedAt < millisecondsOfPatience) {
      if (web.exitCode !== null)
        throw new Error(`The web process ended:\n${readFileSync(path.join(dataDir, 'web.log'), 'utf8').slice(-4000)}`)
      const answer = await fetch(`${origin}/readyz`).catch(() => null)
      await answer?.arrayBuffer()
      if (answer?.status === 200) return Date.now() - startedAt
      await pause(50)
    }
    throw new Error('The product did not come back within two minutes.')
  }

  await ready()
  const cluster = await embeddedCluster(dataDir)
  useDatabase(cluster.url)
  let database = await connect(cluster.url)
  const postmaster = () => Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

  return {
    port,
    origin,
    get database() {
      return database
    },
    async killWeb() {
      web.kill('SIGKILL')
      await ended(web)
      web = startWeb(env, log)
      await ready()
    },
    killDatabase: () => void process.kill(postmaster(), 'SIGQUIT'),
    async ready() {
      const took = await ready()
      await database.query('select 1').catch(async () => (database = await connect(cluster.url)))
      return took
    },
    log: () => readFileSync(path.join(dataDir, 'web.log'), 'utf8'),
    async close() {
      web.kill('SIGTERM')
      await ended(web)
      await closePool()
      await database.end().catch(() => {})
      await cluster.release()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
