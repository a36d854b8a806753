import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ownDatabase, type OwnDatabase } from '../support/own-database.ts'
import { fillReaders } from '../support/mail/fill-readers.ts'
import { aFrozenMailing, turnMailing } from '../support/mail/a-mailing.ts'
import { startSink, type MailSink } from '../support/mail/sink.ts'

/** Lines of each worker: no more of its letters can be in doubt at a time. */
export const lines = 10
/** Milliseconds that a letter is on its way, so that there is something to interrupt. */
const onTheWay = 5
const root = path.resolve(import.meta.dirname, '..', '..')

export interface MailWorker {
  kill(signal: NodeJS.Signals): void
  ended: Promise<void>
}

/** A database, workers in processes of their own, and a mail server that takes everything and remembers it. */
export interface MailHouse {
  own: OwnDatabase
  sink: MailSink
  startWorker(): MailWorker
  /** Asks the database, again until it answers. */
  ask<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** The database ends without a word; it is started again within a second or two. */
  killDatabase(): void
  /** A mailing to so many readers, on its way. @returns its id */
  mailing(readers: number, options: { resendsDoubtful: boolean }): Promise<string>
  close(): Promise<void>
}

function worker({ folder, url }: OwnDatabase, smtpUrl: string): MailWorker {
  const log = openSync(path.join(folder, 'worker.log'), 'a')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    ROLE: 'worker',
    DATA_DIR: folder,
    DATABASE_URL: url,
    SMTP_URL: smtpUrl,
    APP_URL: '',
  }
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', './app/production.mjs', '--import', 'tsx', 'app/start.ts'],
    { cwd: root, env, stdio: ['ignore', log, log] },
  )
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { kill: (signal) => void child.kill(signal), ended }
}

async function askUntilAnswered<Row extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[]) {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url, application_name: 'chaos', connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query<Row>(text, [...values])).rows
    } catch (error) {
      if (tries > 60) throw error
      await pause(500)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/** The same keys here and in the workers, of every house: they are read once. */
function keysOfThisRun(): void {
  const key = () => randomBytes(32).toString('base64')
  process.env.PORTEVOIX_KEYS ??= `chaos:${key()}`
  process.env.PORTEVOIX_INDEX_KEY ??= key()
  process.env.PORTEVOIX_SESSION_SECRET ??= key()
  process.env.PORTEVOIX_LOG_KEY ??= key()
}

export async function openMailHouse(name: string): Promise<MailHouse> {
  keysOfThisRun()
  const own = await ownDatabase(name)
  const sink = await startSink()
  await sink.delay(onTheWay)
  const workers = new Set<MailWorker>()
  let filled = 0
  const postmaster = () =>
    Number(readFileSync(path.join(own.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    own,
    sink,
    startWorker() {
      const started = worker(own, `smtp://127.0.0.1:${sink.port}?pool=${lines}&ignoreTLS=true`)
      workers.add(started)
      void started.ended.then(() => workers.delete(started))
      return started
    },
    ask: (text, values = []) => askUntilAnswered(own.url, text, values),
    killDatabase: () => void process.kill(postmaster(), 'SIGQUIT'),
    async mailing(readers, { resendsDoubtful }) {
      if (readers > filled) await fillReaders(own.campaignId, { from: filled, to: readers })
      filled = Math.max(filled, readers)
      const id = await aFrozenMailing(own.campaignId)
      await askUntilAnswered(own.url, 'update mailing set resends_doubtful = $2 where id = $1', [id, resendsDoubtful])
      await turnMailing(id, 'sending')
      return id
    },
    async close() {
      for (const one of workers) {
        one.kill('SIGCONT')
        one.kill('SIGKILL')
      }
      await Promise.all([...workers].map(({ ended }) => ended))
      sink.stop()
      await own.close()
    },
  }
}
