import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { ensureBuilt } from './build-pages.ts'
import { learnCampaigns } from './features/campaigns/shown.server.ts'
import { followAddressRules } from './features/signatures/queries/address-rules.server.ts'
import { followGuards } from './features/signatures/queries/guard.server.ts'
import { followCounts } from './features/signatures/queries/live-count.server.ts'
import { followSharedNetworks } from './features/staff/queries/shared-networks.server.ts'
import { followSalts, type SaltChannel } from './http/follow-salts.server.ts'
import { firstEnterLink } from '#prisma/first-start.ts'
import { config, ConfigError } from './infra/config.server.ts'
import { openDatabase } from '#prisma/open-database.ts'
import { listen, notify } from './infra/db/listen.server.ts'
import { log } from './infra/log/log.server.ts'
import { startCatcher } from './infra/mail/catcher/catcher.server.ts'
import { closeMailServer, useMailServer } from './infra/mail/transport.server.ts'
import { keyring } from './infra/vault/keys.server.ts'
import { openFrontDoor, type FrontDoor, type FrontDoorOptions } from './server.ts'
import { openWorker } from './worker.ts'

/** What was opened, in order; closed in the opposite order, so that embedded parts end last. */
const open: Opened[] = []

interface Opened {
  name: string
  close: () => Promise<void>
  interrupt?: () => void
}

/** Asked to stop while starting: what is open is closed, nothing more is opened. */
class Stopping extends Error {}

function opened(name: string, close: () => Promise<void>, interrupt?: () => void): void {
  open.push({ name, close, interrupt })
  if (stopping) throw new Stopping()
}

const developing = process.argv.includes('--dev')
const say = (line: string) => void process.stdout.write(`${line}\n`)

const isBuild = (value: unknown) => z.looseObject({ routes: z.unknown(), entry: z.unknown() }).safeParse(value).success
const serverBuild = z.custom<ServerBuild>(isBuild, 'this is not a build of Remix')

/** The built pages; while developing, made by Vite at each request. */
async function pages(): Promise<FrontDoorOptions> {
  if (!developing) {
    const folder = await ensureBuilt()
    const build = serverBuild.parse(await import(path.join(folder, 'server', 'index.js')))
    return { build, assets: path.join(folder, 'client') }
  }
  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  opened('vite', () => vite.close())
  return {
    build: async () => serverBuild.parse(await vite.ssrLoadModule('virtual:remix/server-build')),
    assets: null,
    before: vite.middlewares,
  }
}

/** More than Node's 511: beyond, the kernel drops who knocks, and they try again after one, three, seven seconds. */
const connectionsThatWait = 4096
/** Each may hold a small body that no limit counts. Beyond, a connection is closed as it comes. */
const mostConnections = 10_000

function listenOn(door: FrontDoor): Promise<void> {
  const { port, host } = config()
  return new Promise((resolve, reject) => {
    door.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`PORT: ${port} is taken on ${host}; choose another, for example PORT=${port + 1}`)
          : error,
      ),
    )
    door.server.maxConnections = mostConnections
    door.server.listen(port, host, connectionsThatWait, resolve)
  })
}

/** What is notified is in no table and not in the write-ahead log. */
const saltChannel: SaltChannel = {
  say: (told) => notify('salt', told),
  listen: (hear, onMissed) => listen({ salt: hear }, onMissed),
}

async function start(): Promise<void> {
  const { role, smtpUrl, catcher, appUrl, production, trustProxy } = config()
  keyring()
  const serves = role !== 'worker'
  const works = role !== 'web'

  const database = await openDatabase()
  opened('database', database.close, database.interrupt)
  const enterLink = await firstEnterLink(database.embedded)

  const mail = works && smtpUrl === null ? await startCatcher(catcher) : null
  if (mail) opened('mail catcher', mail.stop)
  // A web process without a worker sends its tests through the catcher of the worker beside it.
  useMailServer(smtpUrl ?? mail?.smtpUrl ?? `smtp://127.0.0.1:${catcher.smtpPort}`)
  opened('mail server', async () => closeMailServer())
  const addresses = await followAddressRules()
  opened('rules of addresses', addresses.stop)
  if (works) {
    const worker = await openWorker()
    opened('worker', worker.close)
  }
  if (serves) {
    const counts = await followCounts()
    opened('counts', counts.stop)
    const guards = await followGuards()
    opened('guards', guards.stop)
    const networks = await followSharedNetworks()
    opened('shared networks', networks.stop)
    const salts = await followSalts(saltChannel)
    opened('salts of the day', salts.stop)
    await learnCampaigns()
    const door = openFrontDoor(await pages())
    await listenOn(door)
    opened('front door', door.close)
    say(`Portevoix  ${appUrl}`)
  } else say('Portevoix  worker is running')
  if (production && trustProxy === 0)
    log.warn('TRUST_PROXY is 0: behind a proxy every visitor looks like the proxy, and limits per network do not hold')
  if (mail) say(`Mails      ${mail.inboxUrl}  (kept here instead of being sent: set SMTP_URL)`)
  if (enterLink) say(`Team       ${enterLink}  (works once, for 24 hours)`)
}

let stopping = false
const secondsToStop = 30

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs, the process ends: a supervisor would kill it anyway, less kindly.
  setTimeout(() => {
    for (const { interrupt } of open) interrupt?.()
    process.exit(1)
  }, secondsToStop * 1000).unref()
  await starting.catch(() => {})
  for (const { name, close } of open.toReversed()) {
    await close().catch((error: unknown) => log.error(`could not close: ${name}`, { error }))
  }
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

const starting = start()
try {
  await starting
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`Portevoix cannot start. ${error.message}\n`)
  else if (!(error instanceof Stopping)) {
    // Before anything was served there is no personal data to protect, and whoever installs needs the words.
    process.stderr.write(`Portevoix cannot start. ${error instanceof Error ? error.message : String(error)}\n`)
    log.error('start failed', { error })
  }
  await stop(1)
}
