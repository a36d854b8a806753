import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'
import { ensureBuilt } from './build-pages.ts'
import { followCounts } from './features/signatures/queries/live-count.server.ts'
import { firstEnterLink } from './first-start.ts'
import { config, ConfigError } from './infra/config.server.ts'
import { openDatabase } from './infra/db/open-database.server.ts'
import { log } from './infra/log/log.server.ts'
import { startCatcher } from './infra/mail/catcher/catcher.server.ts'
import { closeMailServer, useMailServer } from './infra/mail/transport.server.ts'
import { keyring } from './infra/vault/keys.server.ts'
import { buildFolder, openFrontDoor, type FrontDoor } from './server.ts'
import { openWorker } from './worker.ts'

/** What was opened, in order; closed in the opposite order, so that embedded parts end last. */
const open: { name: string; close(): Promise<void> }[] = []
const opened = (name: string, close: () => Promise<void>) => void open.push({ name, close })

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function loadBuild(): Promise<ServerBuild> {
  const module: unknown = await import(path.join(buildFolder, 'server', 'index.js'))
  return z.custom<ServerBuild>((value) => z.looseObject({ routes: z.unknown(), entry: z.unknown() }).safeParse(value).success).parse(module)
}

function listenOn(door: FrontDoor): Promise<void> {
  const { port, host } = config()
  return new Promise((resolve, reject) => {
    door.server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new ConfigError(`PORT: ${port} is taken on ${host}; choose another, for example PORT=${port + 1}`) : error),
    )
    door.server.listen(port, host, resolve)
  })
}

async function start(): Promise<void> {
  const { role, smtpUrl, catcher, appUrl } = config()
  keyring()
  const serves = role !== 'worker'
  const works = role !== 'web'
  if (serves && (await ensureBuilt())) log.info('pages built')

  const database = await openDatabase()
  opened('database', database.close)
  const enterLink = await firstEnterLink(database.embedded)

  const mail = works && smtpUrl === null ? await startCatcher(catcher) : null
  if (mail) opened('mail catcher', mail.stop)
  if (smtpUrl ?? mail) {
    useMailServer(smtpUrl ?? mail?.smtpUrl ?? '')
    opened('mail server', async () => closeMailServer())
  }
  if (works) {
    const worker = await openWorker()
    opened('worker', worker.close)
  }
  if (serves) {
    const counts = await followCounts()
    opened('counts', counts.stop)
    const door = openFrontDoor({ build: await loadBuild(), assets: path.join(buildFolder, 'client') })
    await listenOn(door)
    opened('front door', door.close)
    say(`Portevoix  ${appUrl}`)
  } else say('Portevoix  worker is running')
  if (mail) say(`Mails      ${mail.inboxUrl}  (kept here instead of being sent: set SMTP_URL)`)
  if (enterLink) say(`Team       ${enterLink}  (works once, for 24 hours)`)
}

let stopping = false

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs, the process ends: a supervisor would kill it anyway, less kindly.
  setTimeout(() => process.exit(1), 30_000).unref()
  for (const { name, close } of open.toReversed()) {
    await close().catch((error: unknown) => log.error(`could not close: ${name}`, { error }))
  }
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

try {
  await start()
} catch (error) {
  if (error instanceof ConfigError) process.stderr.write(`Portevoix cannot start. ${error.message}\n`)
  else {
    // Before anything was served there is no personal data to protect, and whoever installs needs the words.
    process.stderr.write(`Portevoix cannot start. ${error instanceof Error ? error.message : String(error)}\n`)
    log.error('start failed', { error })
  }
  await stop(1)
}
