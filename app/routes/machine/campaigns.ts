import { listCampaigns } from '#app/features/campaigns/queries.server.ts'
import { campaignFacts } from '#app/features/numbers/campaign-facts.server.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson } from './reply.server.ts'

export const loader = machineLoader(async ({ context }) => {
  const asked = { origin: config().appUrl, now: context.now }
  const campaigns = await listCampaigns()
  return replyJson(await Promise.all(campaigns.map((campaign) => campaignFacts(campaign, asked))))
})

export const action = methodNotAllowed
