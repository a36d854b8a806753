import { quoteForPrograms } from '#app/features/testimonies/api.ts'
import { listQuotes } from '#app/features/testimonies/queries/published.server.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyForNow, unknownCampaign } from './reply.server.ts'

/** Sentences of those who consent to being quoted and to the press. */
export const loader = machineLoader(async ({ params }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const { slug, association } = campaign
  const quotes = await listQuotes(campaign.id)
  const addresses = { origin: config().appUrl, slug, association }
  return replyForNow({ campaign: slug, quotes: quotes.map((quote) => quoteForPrograms(quote, addresses)) })
})

export const action = methodNotAllowed
