import { singleton } from '#app/infra/singleton.ts'
import { findShownCampaigns } from './queries.server.ts'
import type { ShownCampaign } from './schema.ts'

interface Shown {
  /** What was read, once it is there. */
  campaigns: ShownCampaign[] | null
  reading: Promise<ShownCampaign[]> | null
  readAt: number
  /** Of all that were read last: what is no campaign is not remembered by anyone's wish. */
  slugs: ReadonlySet<string>
}

const shown = () =>
  singleton<Shown>('shown-campaigns', () => ({ campaigns: null, reading: null, readAt: 0, slugs: new Set() }))
/** Milliseconds. A process that missed a telling is wrong for no longer. */
const trustedFor = 2000

function read(): Promise<ShownCampaign[]> {
  const kept = shown()
  if (kept.reading && Date.now() - kept.readAt < trustedFor) return kept.reading
  kept.readAt = Date.now()
  const reading = findShownCampaigns()
  Object.assign(kept, { reading, campaigns: null })
  reading.then(
    (campaigns) => {
      if (kept.reading !== reading) return
      kept.campaigns = campaigns
      kept.slugs = new Set(campaigns.map(({ slug }) => slug))
    },
    () => {
      if (kept.reading === reading) kept.reading = null
    },
  )
  return reading
}

type Shows = (campaign: ShownCampaign) => boolean

/** Without waiting when it is at hand: each step of waiting is work on the hot path. */
function find(isIt: Shows): ShownCampaign | undefined | Promise<ShownCampaign | undefined> {
  const { campaigns, readAt } = shown()
  if (campaigns && Date.now() - readAt < trustedFor) return campaigns.find(isIt)
  return read().then((found) => found.find(isIt))
}

/** A campaign from memory, for the hot paths. */
export const shownCampaign = (slug: string) => find((campaign) => campaign.slug === slug)

export const shownCampaignById = (id: number) => find((campaign) => campaign.id === id)

/** Reads them before the first visitor comes: limits ask what is a campaign, and do not wait for the answer. */
export const learnCampaigns = async (): Promise<void> => void (await read())

/** Whether there is a campaign of that name, as far as this process knows by now. */
export const isKnownCampaign = (slug: string): boolean => shown().slugs.has(slug)

/** Something about a campaign changed: look again. */
export function forgetShownCampaigns(): void {
  Object.assign(shown(), { reading: null, campaigns: null })
}
