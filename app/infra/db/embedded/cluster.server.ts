import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clusterPlace, type ClusterPlace } from './place.server.ts'
import { isAlive, users, withLock } from './together.server.ts'

export interface EmbeddedCluster {
  /** URL of the database `portevoix`. */
  url: string
  /** URL of any database of the cluster. */
  urlOf(database: string): string
  /** Gives the cluster back; the last process that uses it stops it. */
  release: () => Promise<void>
  /** The same at once, for a process that must end now: asks the server to stop and does not wait. */
  interrupt: () => void
}

/** Unsafe settings are for tests only: a lost machine loses data. */
export interface ClusterOptions {
  durable?: boolean
}

/** Nothing of our environment reaches the server. */
const environment = { NODE_ENV: 'production' as const, LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

async function freePort(): Promise<number> {
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

/** The postmaster's process and port, when it runs. */
function running(folder: string): { pid: number; port: number } | null {
  const file = path.join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && isPostmaster(pid, folder) ? { pid, port } : null
}

/** Whether the process is that cluster's server: after a crash or a restart its number may be somebody else's. */
function isPostmaster(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (!existsSync('/proc/self/cmdline')) return true
  const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
  return command.split('\0').includes(folder)
}

function initialise({ folder, native, user }: ClusterPlace, password: string) {
  const passwordFile = path.join(folder, '..', `.pw-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const locale = ['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8', '--encoding=UTF8']
  const { status, stderr } = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      '-D',
      folder,
      '-U',
      'portevoix',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
      ...locale,
    ],
    { encoding: 'utf8', cwd: '/', env: environment, ...user },
  )
  rmSync(passwordFile, { force: true })
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
}

/** Values never reach the server's log: errors are terse, parameters are left out. */
const quietLog = [
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
  'log_min_error_statement=panic',
  'log_statement=none',
]
const size = ['shared_buffers=256MB', 'max_connections=100', 'max_wal_size=2GB']
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

function launch({ folder, native, user }: ClusterPlace, port: number, durable: boolean) {
  const settings = [
    ...quietLog,
    ...size,
    ...(durable ? [] : fast),
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ]
  const log = openSync(path.join(path.dirname(folder), 'postgres.log'), 'a')
  // Its own process group: Ctrl-C reaches us first, and the database ends last.
  const child = spawn(
    path.join(native, 'bin', 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: environment,
      ...user,
    },
  )
  child.on('error', () => {}) // told by `answers`, which will not be answered
  child.unref()
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return
    } catch (error) {
      if (tries > 300) throw error
      await pause(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

async function createDatabase(url: string, name: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

function keptPassword(dataDir: string) {
  const file = path.resolve(dataDir, 'postgres.password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

async function stop(folder: string) {
  const server = running(folder)
  if (!server) return
  process.kill(server.pid, 'SIGINT') // fast shutdown: ends sessions, writes a checkpoint
  while (isAlive(server.pid)) await pause(20)
}

const secondsBetweenLooks = 1

/** A server that was killed is started again, on the same port, so that everyone who uses it finds it. */
function revive(place: ClusterPlace, port: number, durable: boolean): void {
  if (running(place.folder)) return
  rmSync(path.join(place.folder, 'postmaster.pid'), { force: true })
  launch(place, port, durable)
}

function watch(dataDir: string, isDown: () => boolean, look: () => void): NodeJS.Timeout {
  const whenNobodyElse = () => void withLock(dataDir, async () => look()).catch(() => {})
  return setInterval(() => (isDown() ? whenNobodyElse() : undefined), secondsBetweenLooks * 1000).unref()
}

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that runs there. Made on first use; its data stays.
 * Our own start and stop instead of the package's, whose exit hook would end the database before the last request.
 */
export async function embeddedCluster(
  dataDir: string,
  { durable = true }: ClusterOptions = {},
): Promise<EmbeddedCluster> {
  const place = clusterPlace(dataDir)
  const together = users(dataDir)
  const port = await withLock(dataDir, async () => {
    together.join()
    const server = running(place.folder)
    if (server) return server.port
    const password = keptPassword(dataDir)
    if (!existsSync(path.join(place.folder, 'PG_VERSION'))) initialise(place, password)
    rmSync(path.join(place.folder, 'postmaster.pid'), { force: true })
    const chosen = await freePort()
    launch(place, chosen, durable)
    await answers(`postgresql://portevoix:${password}@127.0.0.1:${chosen}/postgres`)
    return chosen
  })
  const urlOf = (database: string) => `postgresql://portevoix:${keptPassword(dataDir)}@127.0.0.1:${port}/${database}`
  await createDatabase(urlOf('postgres'), 'portevoix')
  const watching = watch(
    dataDir,
    () => running(place.folder) === null,
    () => revive(place, port, durable),
  )
  const release = () => {
    clearInterval(watching)
    return withLock(dataDir, async () => {
      together.leave()
      if (together.others().length === 0) await stop(place.folder)
    })
  }
  const interrupt = () => {
    clearInterval(watching)
    together.leave()
    const server = running(place.folder)
    if (server && together.others().length === 0) process.kill(server.pid, 'SIGINT')
  }
  return { url: urlOf('portevoix'), urlOf, release, interrupt }
}
