import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test as base, expect } from '@playwright/test'
import pg from 'pg'
import { anAddress } from './people.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

export type Role = 'owner' | 'campaigner' | 'moderator' | 'analyst'

/** One real product: its own process, database, mail catcher and data directory. */
export interface House {
  url: string
  inbox: string
  dataDir: string
  /** The product's own process; its children descend from it. */
  pid: number
  /** A one-time link for somebody new, as the owner makes it on the team's page. */
  enter(role: Role): Promise<string>
  /** The same from the command line. */
  command(role: Role): Promise<string>
  /** Everything the product wrote to its two outputs so far. */
  log(): string
  /** Asks the database behind the product's back: for the clock and for what must not be there. */
  sql(statement: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  /** SIGTERM, like a supervisor. @returns the exit code, and what is still alive of the product */
  close(): Promise<{ code: number | null; alive: string[] }>
}

/** As many free ports as asked for, all different. */
async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer())
  const listening = probes.map((probe) => new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve)))
  await Promise.all(listening)
  const ports = probes.map((probe) => {
    const address = probe.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))))
  return ports
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )

/** A process, or with a minus sign a group of processes, that still runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

interface Output {
  child: ChildProcess
  text: () => string
  ended: Promise<number | null>
}

function run(args: readonly string[], env: Record<string, string>): Output {
  const parts: Buffer[] = []
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), ...env },
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => void parts.push(part))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, text: () => Buffer.concat(parts).toString(), ended }
}

/** Only what a machine with Node has: no setting of the person who runs the tests reaches the product. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env
  return { PATH, HOME, TMPDIR, NODE_ENV }
}

/** Where the embedded database can be asked, and which process it is. */
function database(dataDir: string) {
  const [pid = '', , , port = ''] = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(path.join(dataDir, 'postgres.password'), 'utf8').trim()
  return { pid: Number(pid), url: `postgresql://portevoix:${password}@127.0.0.1:${port}/portevoix` }
}

const printed = (text: string, label: string) => new RegExp(`^${label}\\s+(\\S+)`, 'm').exec(text)?.[1] ?? ''

const oneTimeLink = /https?:\S+\/admin\/enter\/[\w-]+/

/** Uses the link that the first start prints; from then on the owner makes links on the page of the team. */
async function ownerOf(url: string, firstLink: string) {
  const entered = await fetch(firstLink, { method: 'POST', headers: { origin: url }, redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (body: URLSearchParams): Promise<string> => {
    const answer = await fetch(`${url}/admin/team`, { method: 'POST', headers: { origin: url, cookie }, body })
    const link = oneTimeLink.exec(await answer.text())?.[0]
    if (!link) throw new Error(`The page of the team answered ${answer.status} and no link`)
    return link
  }
}

/** Opens a house on free ports and waits until it takes signatures. @param settings variables of its own */
export async function openHouse(settings: Record<string, string> = {}): Promise<House> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'portevoix-house-'))
  chmodSync(dataDir, 0o755) // as root, the database runs as somebody else, who must be able to walk in
  const [port = 0, inboxPort = 0, smtpPort = 0] = await freePorts(3)
  const url = `http://localhost:${port}`
  const env = {
    PORT: String(port),
    CATCHER_PORT: String(inboxPort),
    CATCHER_SMTP_PORT: String(smtpPort),
    DATA_DIR: dataDir,
    ...settings,
  }
  const product = run(['--import', './app/production.mjs', '--import', 'tsx', 'app/start.ts'], env)
  while (product.child.exitCode === null && !(await isReady(url))) await pause(100)
  if (product.child.exitCode !== null) throw new Error(`The product did not start:\n${product.text()}`)
  await expect.poll(() => printed(product.text(), 'Team')).not.toBe('')
  const { pid: postgres, url: databaseUrl } = database(dataDir)
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  pool.on('error', () => {})
  const asOwner = await ownerOf(url, printed(product.text(), 'Team'))
  const groups = { product: product.child.pid ?? 0, postgres }
  return {
    url,
    dataDir,
    pid: groups.product,
    inbox: printed(product.text(), 'Mails'),
    log: product.text,
    sql: async (statement, values = []) => (await pool.query(statement, [...values])).rows,
    enter: (role) => asOwner(new URLSearchParams({ intent: 'add', email: anAddress(role), role })),
    async command(role) {
      const command = run(['app/portevoix.mjs', 'staff', 'add', '--email', anAddress(role), '--role', role], env)
      const code = await command.ended
      const link = oneTimeLink.exec(command.text())?.[0]
      if (code !== 0 || !link) throw new Error(`staff add ended with ${code}:\n${command.text()}`)
      return link
    },
    async close() {
      await pool.end()
      if (product.child.exitCode === null) product.child.kill('SIGTERM')
      const code = await product.ended
      const left = () => Object.entries(groups).filter(([, pid]) => isAlive(pid) || isAlive(-pid))
      // The compiler beside a TypeScript process notices the end of its parent a moment later.
      for (let tries = 0; tries < 50 && left().length > 0; tries += 1) await pause(100)
      const alive = left()
      rmSync(realpathSync(path.join(dataDir, 'postgres')), { recursive: true, force: true })
      rmSync(dataDir, { recursive: true, force: true })
      return { code, alive: alive.map(([name]) => name) }
    },
  }
}

/** Every worker lives in a house of its own, so that stories may run side by side. @param settings of these houses */
export const testIn = (settings: Record<string, string>) =>
  base.extend<object, { house: House }>({
    house: [
      async ({}, use) => {
        const house = await openHouse(settings)
        await use(house)
        expect(await house.close(), 'the product ends well and leaves nothing behind').toEqual({ code: 0, alive: [] })
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    baseURL: async ({ house }, use) => use(house.url),
  })

export const test = testIn({})
