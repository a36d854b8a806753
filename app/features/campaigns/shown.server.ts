import { singleton } from '#app/infra/singleton.ts'
import { findShownCampaigns } from './queries.server.ts'
import type { ShownCampaign } from './schema.ts'

interface Shown {
  read: Promise<ShownCampaign[]> | null
  readAt: number
}

const shown = () => singleton<Shown>('shown-campaigns', () => ({ read: null, readAt: 0 }))
/** Milliseconds. A process that missed a telling is wrong for no longer. */
const trustedFor = 2000

async function campaigns(): Promise<ShownCampaign[]> {
  const kept = shown()
  const age = Date.now() - kept.readAt
  if (kept.read && age < trustedFor) return kept.read
  kept.readAt = Date.now()
  const read = findShownCampaigns()
  kept.read = read
  read.catch(() => {
    if (kept.read === read) kept.read = null
  })
  return read
}

/** A campaign from memory, for the hot paths. */
export const shownCampaign = async (slug: string): Promise<ShownCampaign | undefined> =>
  (await campaigns()).find((campaign) => campaign.slug === slug)

export const shownCampaignById = async (id: number): Promise<ShownCampaign | undefined> =>
  (await campaigns()).find((campaign) => campaign.id === id)

/** Something about a campaign changed: look again. */
export function forgetShownCampaigns(): void {
  shown().read = null
}
