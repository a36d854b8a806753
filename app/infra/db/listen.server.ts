import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../log/log.server.ts'
import { singleton } from '../singleton.ts'
import { databaseUrl, keptAlive, pool } from './pool.server.ts'
import type { Transaction } from './prisma.server.ts'

const channels = [
  'count',
  'delivery',
  'page',
  'guard',
  'network',
  'rules',
  'integrity',
  'salt',
  'exports',
  'imports',
] as const
export type Channel = (typeof channels)[number]

export interface Listener {
  stop: () => Promise<void>
}

/** Tells every process: something changed. The payload is an id or what is sealed, never data about a person. */
export async function notify(channel: Channel, payload: string): Promise<void> {
  await pool().query('select pg_notify($1, $2)', [channel, payload])
}

/** The same from inside a transaction: told exactly when it is committed, or not at all. */
export async function notifyWith(tx: Transaction, channel: Channel, payload: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, ${payload})`
}

type Hears = Partial<Record<Channel, (payload: string) => void>>

interface Follower {
  hears: Hears
  onMissed: () => void
}

/** The one connection of this process that listens, for as long as somebody follows. */
interface Line {
  /** It hears every channel: whoever joins now misses nothing from here on. */
  open: boolean
  close: () => Promise<void>
}

interface Ears {
  followers: Set<Follower>
  line: Line | null
}

const ears = () => singleton<Ears>('ears', () => ({ followers: new Set(), line: null }))

/** What one follower does wrong is not to deafen the others. */
function calling(call: () => void): void {
  try {
    call()
  } catch (error) {
    log.error('what was heard could not be followed', { error })
  }
}

function tell(followers: ReadonlySet<Follower>, { channel, payload }: pg.Notification): void {
  for (const { hears } of followers) {
    const hear = Object.entries(hears).find(([name]) => name === channel)?.[1]
    if (hear) calling(() => hear(payload ?? ''))
  }
}

const pauseBetweenTries = 500

function openLine(followers: ReadonlySet<Follower>): Line {
  const closing = new AbortController()
  /** Once it is connected: one that is ended before never says so. */
  let client: pg.Client | null = null

  async function hearUntilLost(fresh: pg.Client): Promise<void> {
    const lost = new Promise<void>((resolve) => {
      fresh.on('error', () => resolve()) // a connection that ends may report more than one error
      fresh.once('end', () => resolve())
    })
    fresh.on('notification', (told) => tell(followers, told))
    await fresh.connect()
    if (closing.signal.aborted) return
    client = fresh
    for (const channel of channels) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    line.open = true
    for (const { onMissed } of followers) calling(onMissed)
    await lost
  }

  async function stayConnected(): Promise<void> {
    while (!closing.signal.aborted) {
      const fresh = new pg.Client({
        connectionString: databaseUrl(),
        application_name: 'portevoix-listen',
        connectionTimeoutMillis: 5000,
        ...keptAlive,
      })
      try {
        await hearUntilLost(fresh)
      } catch (error) {
        if (!closing.signal.aborted) log.warn('cannot listen to the database', { error })
      }
      line.open = false
      await fresh.end().catch(() => {})
      await pause(pauseBetweenTries, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  const line: Line = {
    open: false,
    async close() {
      closing.abort()
      await client?.end().catch(() => {})
      await staying
    },
  }
  const staying = stayConnected()
  return line
}

/**
 * Hears what any process tells. All who listen in this process share one connection. After a lost one it reconnects and calls
 * everybody's `onMissed`, because what was said meanwhile is lost and the listener has to look again; so it does at the start.
 */
export function listen(hears: Hears, onMissed: () => void): Listener {
  const shared = ears()
  const follower: Follower = { hears, onMissed }
  shared.followers.add(follower)
  if (shared.line?.open) queueMicrotask(() => shared.followers.has(follower) && calling(onMissed))
  shared.line ??= openLine(shared.followers)
  return {
    async stop() {
      shared.followers.delete(follower)
      if (shared.followers.size > 0) return
      const { line } = shared
      shared.line = null
      await line?.close()
    },
  }
}
