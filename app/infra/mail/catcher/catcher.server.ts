import type { Server } from 'node:net'
import { now } from '../../clock.ts'
import { catcherName, inboxDoor } from './inbox-door.server.ts'
import { openMailbox } from './mailbox.server.ts'
import { smtpDoor } from './smtp-door.server.ts'

export interface Catcher {
  smtpUrl: string
  inboxUrl: string
  stop: () => Promise<void>
}

export interface CatcherPorts {
  /** 0: any free port. */
  smtpPort: number
  port: number
}

const here = '127.0.0.1'
const portsToTry = 20

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the catcher listens on no port')
  return address.port
}

/** Listens where asked; `false` when the port is taken. */
function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    const listening = () => {
      server.off('error', failed)
      resolve(true)
    }
    server.once('error', failed)
    server.once('listening', listening)
    server.listen({ port, host: here })
  })
}

/** The first free port from the one asked for; any, when all of those are taken. */
async function listenNear(server: Server, port: number): Promise<void> {
  for (let near = port; port > 0 && near < port + portsToTry; near += 1) if (await tryListen(server, near)) return
  if (!(await tryListen(server, 0))) throw new Error('no free port')
}

/** Another catcher of ours, already there. */
async function neighbour({ port, smtpPort }: CatcherPorts): Promise<Catcher | null> {
  if (port === 0 || smtpPort === 0) return null
  try {
    const response = await fetch(`http://${here}:${port}/healthz`, { signal: AbortSignal.timeout(1000) })
    const theirs = response.headers.get('x-smtp-port')
    if ((await response.text()) !== catcherName || !theirs) return null
    return { smtpUrl: `smtp://${here}:${theirs}`, inboxUrl: `http://localhost:${port}`, stop: async () => {} }
  } catch {
    return null
  }
}

const closed = (close: (done: () => void) => void) => new Promise<void>((resolve) => close(resolve))

/**
 * Starts the mail catcher of an installation without a mail server, on this machine only. Joins the catcher of another
 * Portevoix when that one has the port; moves to the next free port when someone else does.
 */
export async function startCatcher(ports: CatcherPorts): Promise<Catcher> {
  const known = await neighbour(ports)
  if (known) return known
  const mailbox = openMailbox(now)
  const smtp = smtpDoor(mailbox)
  const inbox = inboxDoor(mailbox, () => portOf(smtp.server))
  await listenNear(smtp.server, ports.smtpPort)
  await listenNear(inbox, ports.port)
  return {
    smtpUrl: `smtp://${here}:${portOf(smtp.server)}`,
    inboxUrl: `http://localhost:${portOf(inbox)}`,
    async stop() {
      inbox.closeAllConnections()
      await Promise.all([closed((done) => smtp.close(done)), closed((done) => inbox.close(() => done()))])
    },
  }
}
