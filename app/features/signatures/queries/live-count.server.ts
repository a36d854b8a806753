import { listen, notify, type Listener } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { totals } from '../queries.server.ts'

interface Counted {
  confirmed: number
  asOf: Date
}

interface LiveCounts {
  byCampaign: Map<number, Counted>
  /** Grows with each change we know of, so that a read that began before it is not taken for the truth. */
  changes: number
  reading: Promise<void> | null
  /** When the tallies were last read. */
  readAt: Date
  readAgain: boolean
  telling: NodeJS.Timeout | null
  hearers: Set<(campaignId: number) => void>
}

const live = () =>
  singleton<LiveCounts>('live-counts', () => ({
    byCampaign: new Map(),
    changes: 0,
    reading: null,
    readAt: new Date(),
    readAgain: false,
    telling: null,
    hearers: new Set(),
  }))

/** Confirmed signatures, from memory: never waits, never asks the database. */
export const liveCount = (campaignId: number): number => live().byCampaign.get(campaignId)?.confirmed ?? 0

/** The count with the instant at which it was last known to be true. */
export const liveCountAsOf = (campaignId: number): Counted =>
  live().byCampaign.get(campaignId) ?? { confirmed: 0, asOf: live().readAt }

/** Calls back whenever a campaign's count changes. @returns how to stop */
export function onCountChange(hear: (campaignId: number) => void): () => void {
  live().hearers.add(hear)
  return () => live().hearers.delete(hear)
}

function set(campaignId: number, confirmed: number) {
  const before = live().byCampaign.get(campaignId)?.confirmed
  live().byCampaign.set(campaignId, { confirmed, asOf: new Date() })
  if (before !== confirmed) for (const hear of live().hearers) hear(campaignId)
}

const pauseBetweenTellings = 100

/** Counts what this process has just committed, at once, and tells the other processes soon. */
export function countCommitted(campaignId: number, more: number): void {
  const counts = live()
  counts.changes += 1
  set(campaignId, liveCount(campaignId) + more)
  counts.telling ??= setTimeout(() => {
    counts.telling = null
    notify('count', String(campaignId)).catch((error: unknown) => log.warn('cannot tell the count', { error }))
  }, pauseBetweenTellings).unref()
}

async function read(): Promise<void> {
  const counts = live()
  do {
    counts.readAgain = false
    const before = counts.changes
    const startedAt = new Date()
    const found = await totals()
    counts.readAt = startedAt
    if (before !== counts.changes) counts.readAgain = true
    else for (const { campaignId, confirmed } of found) set(campaignId, confirmed)
  } while (counts.readAgain)
}

/** Reads all counts from the tallies. Callers that come while a read is under way share the next one. */
export function refreshCounts(): Promise<void> {
  const counts = live()
  if (counts.reading) counts.readAgain = true
  return (counts.reading ??= read().finally(() => {
    counts.reading = null
  }))
}

const secondsBetweenLooks = 10

/** Keeps the counts of this process true: looks when another process tells, and every few seconds in case nobody could. */
export async function followCounts(): Promise<Listener> {
  const look = () => void refreshCounts().catch((error: unknown) => log.warn('cannot read the counts', { error }))
  await refreshCounts()
  const listener = listen({ count: look }, look)
  const timer = setInterval(look, secondsBetweenLooks * 1000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await listener.stop()
    },
  }
}
