import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { isOpen } from '#app/features/campaigns/rules.ts'
import { firstIdOf } from '#app/features/signatures/jobs/walk.server.ts'
import { raiseGuard } from '#app/features/signatures/commands/guard.server.ts'
import type { Crowd, Largest } from '#app/features/signatures/rules/crowd.ts'
import { defineJob } from '#app/infra/queue/timetable.server.ts'
import { holdSuspects } from './commands/hold-suspects.server.ts'
import { noteTrends, raiseAlerts, type Noticed } from './commands/note-watch.server.ts'
import { runInvalidations } from './jobs/run-invalidations.server.ts'
import { look, type Watched } from './jobs/watch.server.ts'

const minute = 60_000
const hour = 60 * minute
/** Rows of the last sweep are looked at once more: some were committed after it. */
const overlap = 2 * minute

/** So many held in five minutes, and this share of all, are a wave: an alert, and the guard goes up for so long. */
const waveFrom = 30
const waveShare = 0.01
const guardFor = 30 * minute

const network = (key: string) => Buffer.from(key, 'base64url')
const domain = (key: string) => Buffer.from(key, 'hex')

/** Holds afterwards what belongs to what has become visible. A new suspect is looked for in the whole hour. */
async function sweep(
  campaignId: number,
  { crowd, swept }: Watched,
  now: Date,
): Promise<{ held: number; noticed: Noticed[] }> {
  const { networks, domains, heldDomains } = crowd.suspects(now.getTime())
  const keys = new Set([...networks, ...heldDomains])
  // With no suspect network the domains of a school, a firm, a town are nobody's business.
  if (keys.size === 0) return { held: 0, noticed: [] }
  const searched = new Set([...keys, ...domains])
  const isNew = [...searched].some((key) => !swept.keys.has(key))
  const from = isNew ? now.getTime() - hour : Math.max(swept.to - overlap, now.getTime() - hour)
  const held = await holdSuspects(
    {
      campaignId,
      networks: networks.map(network),
      domains: domains.map(domain),
      heldDomains: heldDomains.map(domain),
      from: firstIdOf(new Date(from)),
      to: firstIdOf(now),
    },
    now,
  )
  swept.keys = searched
  swept.to = now.getTime()
  const count = (of: Largest[], key: string) => Math.round(of.find((one) => one.key === key)?.n ?? 0)
  const largest = crowd.largest(now.getTime(), mostLookedUp)
  return {
    held,
    noticed: [
      ...networks.map((key) => ({
        kind: 'network' as const,
        key: network(key),
        signatures: count(largest.networks, key),
      })),
      ...heldDomains.map((key) => ({
        kind: 'domain' as const,
        key: domain(key),
        signatures: count(largest.domains, key),
      })),
    ].slice(0, mostAlerts),
  }
}

const mostLookedUp = 1000
const mostAlerts = 200
const trendsKept = 20
const trendFrom = 10

function trendsOf(crowd: Crowd, now: Date) {
  const { networks, domains } = crowd.largest(now.getTime(), trendsKept)
  return [
    ...networks.map(({ key, n, odd }) => ({ kind: 'network' as const, key: network(key), n: Math.round(n), odd })),
    ...domains.map(({ key, n, odd }) => ({ kind: 'domain' as const, key: domain(key), n: Math.round(n), odd })),
  ].filter(({ n }) => n >= trendFrom)
}

/** Looks at one campaign: reads what came, holds what belongs to it, tells the team, raises the guard. @returns how many were held */
export async function watchCampaign(campaignId: number, now: Date): Promise<{ held: number; alerts: number }> {
  const { watching, held: onArrival } = await look(campaignId, now)
  const { held: afterwards, noticed } = await sweep(campaignId, watching, now)
  watching.held.add(now.getTime(), afterwards)
  const inFiveMinutes = Math.round(watching.held.at(now.getTime()))
  const wave = inFiveMinutes >= waveFrom && inFiveMinutes >= watching.all.at(now.getTime()) * waveShare
  if (wave) noticed.unshift({ kind: 'wave', key: Buffer.alloc(0), signatures: inFiveMinutes })
  const alerts = await raiseAlerts(campaignId, noticed, now)
  await noteTrends(campaignId, trendsOf(watching.crowd, now), now)
  if (wave) await raiseGuard({ campaignId, until: new Date(now.getTime() + guardFor), why: 'wave' }, now)
  return { held: onArrival + afterwards, alerts }
}

/** Every minute: what do the signatures of the last hour look like from far? */
export const watchSignatures = defineJob({
  name: 'integrity.watch-signatures',
  at: '* * * * *',
  async run(now) {
    for (const campaign of await listCampaigns()) if (isOpen(campaign, now)) await watchCampaign(campaign.id, now)
  },
})

/** Every minute: rules that a process left behind go on. What is asked for begins at once, without it. */
export const continueInvalidations = defineJob({
  name: 'integrity.continue-invalidations',
  at: '* * * * *',
  run: (now) => runInvalidations({ now }),
})
