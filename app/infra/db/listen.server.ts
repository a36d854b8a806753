import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { log } from '../log/log.server.ts'
import { databaseUrl, pool } from './pool.server.ts'
import type { Transaction } from './prisma.server.ts'

export type Channel = 'count' | 'delivery' | 'page' | 'guard' | 'network' | 'rules' | 'integrity'

export interface Listener {
  stop: () => Promise<void>
}

/** Tells every process: something changed. The payload is an id, never data about a person. */
export async function notify(channel: Channel, payload: string): Promise<void> {
  await pool().query('select pg_notify($1, $2)', [channel, payload])
}

/** The same from inside a transaction: told exactly when it is committed, or not at all. */
export async function notifyWith(tx: Transaction, channel: Channel, payload: string): Promise<void> {
  await tx.$executeRaw`select pg_notify(${channel}, ${payload})`
}

/**
 * Hears what any process tells. After a lost connection it reconnects and calls `onMissed`, because what was said meanwhile
 * is lost and the listener has to look again.
 */
export function listen(hears: Partial<Record<Channel, (payload: string) => void>>, onMissed: () => void): Listener {
  let stopped = false
  let client: pg.Client | null = null
  const stopping = new AbortController()

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: databaseUrl(),
      application_name: 'portevoix-listen',
      keepAlive: true,
    })
    const lost = new Promise<void>((resolve) => {
      fresh.on('error', () => resolve()) // a connection that ends may report more than one error
      fresh.once('end', () => resolve())
    })
    fresh.on('notification', ({ channel, payload }) => {
      const hear = Object.entries(hears).find(([name]) => name === channel)?.[1]
      hear?.(payload ?? '')
    })
    await fresh.connect()
    if (stopped) return fresh.end()
    client = fresh
    for (const channel of Object.keys(hears)) await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`)
    onMissed()
    await lost
  }

  async function stayConnected(): Promise<void> {
    while (!stopped) {
      try {
        await connect()
      } catch (error) {
        if (!stopped) log.warn('cannot listen to the database', { error })
      }
      if (!stopped) await pause(500, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  void stayConnected()

  return {
    async stop() {
      stopped = true
      stopping.abort()
      await client?.end().catch(() => {})
    },
  }
}
