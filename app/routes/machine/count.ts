import { toTheSecond } from '#app/features/numbers/campaign-facts.server.ts'
import { liveCountAsOf } from '#app/features/signatures/queries/live-count.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson, unknownCampaign } from './reply.server.ts'

/** The front door answers this from memory before it comes here; here it is answered alike. */
export const loader = machineLoader(async ({ params }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const { confirmed, asOf } = liveCountAsOf(campaign.id)
  return replyJson({ campaign: campaign.slug, confirmed, asOf: toTheSecond(asOf) })
})

export const action = methodNotAllowed
