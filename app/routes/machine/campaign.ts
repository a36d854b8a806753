import { campaignFacts } from '#app/features/numbers/campaign-facts.server.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson, unknownCampaign } from './reply.server.ts'

export const loader = machineLoader(async ({ params, context }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  return replyJson(await campaignFacts(campaign, { origin: config().appUrl, now: context.now }))
})

export const action = methodNotAllowed
