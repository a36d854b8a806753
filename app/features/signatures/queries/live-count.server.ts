import { listen, notify, type Listener } from '#app/infra/db/listen.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { totalsByDay } from '../queries.server.ts'

/** Signatures confirmed in a campaign on a day (Paris, `YYYY-MM-DD`). */
export interface DayCount {
  campaignId: number
  day: string
  confirmed: number
}

interface Counted {
  days: Map<string, number>
  confirmed: number
  asOf: Date
}

interface LiveCounts {
  byCampaign: Map<number, Counted>
  /** What was committed here since the read under way began: newer than what it will say. */
  sinceRead: DayCount[]
  reading: Promise<void> | null
  /** When the tallies were last read. */
  readAt: Date
  telling: NodeJS.Timeout | null
  hearers: Set<(campaignId: number) => void>
}

const live = () =>
  singleton<LiveCounts>('live-counts', () => ({
    byCampaign: new Map(),
    sinceRead: [],
    reading: null,
    readAt: new Date(),
    telling: null,
    hearers: new Set(),
  }))

/** Confirmed signatures, from memory: never waits, never asks the database. */
export const liveCount = (campaignId: number): number => live().byCampaign.get(campaignId)?.confirmed ?? 0

/** The count with the instant at which it was last known to be true. */
export const liveCountAsOf = (campaignId: number): { confirmed: number; asOf: Date } =>
  live().byCampaign.get(campaignId) ?? { confirmed: 0, asOf: live().readAt }

/** Calls back whenever a campaign's count changes. @returns how to stop */
export function onCountChange(hear: (campaignId: number) => void): () => void {
  live().hearers.add(hear)
  return () => live().hearers.delete(hear)
}

function set(campaignId: number, days: Map<string, number>): void {
  const confirmed = [...days.values()].reduce((sum, n) => sum + n, 0)
  const before = live().byCampaign.get(campaignId)?.confirmed
  live().byCampaign.set(campaignId, { days, confirmed, asOf: new Date() })
  if (before !== confirmed) for (const hear of live().hearers) hear(campaignId)
}

const pauseBetweenTellings = 100

/**
 * Shows what this process has just committed, at once, and tells the other processes soon. The number is the tally's own after
 * the commit, not one more than before: two that learn of the same signature agree.
 */
export function countCommitted({ campaignId, day, confirmed }: DayCount): void {
  const counts = live()
  if (counts.reading) counts.sinceRead.push({ campaignId, day, confirmed })
  const days = new Map(counts.byCampaign.get(campaignId)?.days)
  if (confirmed > (days.get(day) ?? 0)) set(campaignId, days.set(day, confirmed))
  counts.telling ??= setTimeout(() => {
    counts.telling = null
    notify('count', String(campaignId)).catch((error: unknown) => log.warn('cannot tell the count', { error }))
  }, pauseBetweenTellings).unref()
}

/** What the tallies no longer speak of is none; what was committed since they were read is more than they say. */
function publish(found: readonly DayCount[]): void {
  const counts = live()
  const byCampaign = new Map([...counts.byCampaign.keys()].map((id) => [id, new Map<string, number>()]))
  for (const { campaignId, day, confirmed } of [...found, ...counts.sinceRead]) {
    const days = byCampaign.get(campaignId) ?? new Map<string, number>()
    byCampaign.set(campaignId, days.set(day, Math.max(confirmed, days.get(day) ?? 0)))
  }
  for (const [campaignId, days] of byCampaign) set(campaignId, days)
}

async function read(): Promise<void> {
  const counts = live()
  counts.sinceRead = []
  const startedAt = new Date()
  publish(await totalsByDay())
  counts.readAt = startedAt
}

/** Reads all counts from the tallies, after the read that may be under way: it may have begun before the change. */
export async function refreshCounts(): Promise<void> {
  const counts = live()
  await counts.reading?.catch(() => {})
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
