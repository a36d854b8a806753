import type { Actor } from '#app/features/staff/policy.ts'
import { plainBars, waitingStates } from '#app/features/testimonies/rules.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { openKeyForTeam } from '#app/features/testimonies/keys.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import type { Story, TestimonyState } from '#app/features/testimonies/schema.ts'
import { openDraft, openOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { weeksSince } from '#app/features/testimonies/week.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { claimSeenBy } from './rules.ts'
import type { QueueFilter } from './schema.ts'
import type { QueuedTestimony } from './workbench.ts'

const statesOf: Record<QueueFilter, TestimonyState[]> = {
  waiting: waitingStates,
  published: ['published'],
  closed: ['declined', 'withdrawn'],
}

const columns = {
  id: true,
  system: true,
  department: true,
  receivedWeek: true,
  state: true,
  uses: true,
  draftVersion: true,
  claimedById: true,
  claimedUntil: true,
  proposedById: true,
  sealedOriginal: true,
  sealedDraft: true,
  dataKey: { select: { forTeam: true } },
  campaign: { select: { slug: true } },
} as const

interface Sealed {
  id: string
  draftVersion: number
  sealedOriginal: Uint8Array | null
  sealedDraft: Uint8Array | null
  dataKey: { forTeam: Uint8Array } | null
}

function openIfWhole(
  { id, draftVersion, sealedOriginal, sealedDraft, dataKey }: Sealed,
  keyring: TeamKeyring | null,
): Story | null {
  if (!keyring || !dataKey) return null
  try {
    const key = openKeyForTeam(keyring, id, dataKey.forTeam)
    if (sealedDraft) return openDraft(key, { id, version: draftVersion }, sealedDraft)
    return sealedOriginal && openOriginal(key, id, sealedOriginal)
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

const shown = 100

export interface Queue {
  items: QueuedTestimony[]
  total: number
}

export interface Looking {
  actor: Pick<Actor, 'id'>
  keyring: TeamKeyring | null
}

/** The queue: the oldest first, so that nobody waits because others are easier to read. Titles are opened, stories are not shown. */
export async function listQueue(filter: QueueFilter, { actor, keyring }: Looking, now: Date): Promise<Queue> {
  const where = { state: { in: statesOf[filter] } }
  const [rows, total] = await Promise.all([
    apart().testimony.findMany({
      where,
      select: columns,
      orderBy: [{ receivedWeek: filter === 'waiting' ? 'asc' : 'desc' }, { id: 'asc' }],
      take: shown,
    }),
    apart().testimony.count({ where }),
  ])
  const items = rows.map((row): QueuedTestimony => {
    const story = openIfWhole(row, keyring)
    return {
      id: row.id,
      title: story && plainBars(story.title),
      campaignSlug: row.campaign.slug,
      system: row.system,
      department: row.department,
      weeks: weeksSince(row.receivedWeek, now),
      state: row.state,
      claim: claimSeenBy(actor.id, row, now),
      proposedBy: row.proposedById === null ? 'nobody' : row.proposedById === actor.id ? 'me' : 'another',
      mayAppear: row.uses.some((use) => use === 'publish' || use === 'quote'),
      hasWarning: Boolean(story?.contentWarning),
    }
  })
  return { items, total }
}

/** How many testimonies wait for a moderator. */
export const countWaiting = (): Promise<number> =>
  apart().testimony.count({ where: { state: { in: statesOf.waiting } } })
