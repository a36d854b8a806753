import { shownCampaign } from '#app/features/campaigns/shown.server.ts'
import { liveCountAsOf } from '#app/features/signatures/queries/live-count.server.ts'
import { toTheSecond } from '#app/features/numbers/campaign-facts.server.ts'
import { storeAnswer, type StoredAnswer } from '#app/infra/cache/stored-answer.server.ts'
import { config } from '#app/infra/config.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { machineHeaders } from './security-headers.server.ts'

interface Kept {
  campaignId: number
  asOf: Date
  answer: StoredAnswer
}

const pattern = /^\/api\/v1\/campaigns\/([a-z0-9-]+)\/count(?:\?.*)?$/
const kept = () => singleton<Map<string, Kept>>('count-answers', () => new Map())

async function make(slug: string): Promise<StoredAnswer | null> {
  const campaign = await shownCampaign(slug)
  if (!campaign) return null
  const { confirmed, asOf } = liveCountAsOf(campaign.id)
  const answer = await storeAnswer({
    status: 200,
    headers: {
      ...machineHeaders(config().production),
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=1, stale-while-revalidate=5',
    },
    body: Buffer.from(JSON.stringify({ campaign: slug, confirmed, asOf: toTheSecond(asOf) })),
  })
  kept().set(slug, { campaignId: campaign.id, asOf, answer })
  return answer
}

type Counted = StoredAnswer | Promise<StoredAnswer | null>

/** The answer to "how many?", made once per change of the number; `null` when the address asks something else. */
export function liveCountAnswer(url: string): Counted | null {
  if (!url.startsWith('/api/')) return null
  const slug = pattern.exec(url)?.[1]
  if (slug === undefined) return null
  const known = kept().get(slug)
  return known && liveCountAsOf(known.campaignId).asOf === known.asOf ? known.answer : make(slug)
}
