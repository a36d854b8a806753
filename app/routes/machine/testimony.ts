import { testimonyForPrograms } from '#app/features/testimonies/api.ts'
import { findPublished } from '#app/features/testimonies/queries/published.server.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, problem, replyForNow, unknownAddress, unknownCampaign } from './reply.server.ts'

export const loader = machineLoader(async ({ params }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const found = await findPublished(campaign.id, params.id ?? '')
  if (found === null) return unknownAddress()
  if (found === 'withdrawn')
    return problem({
      status: 410,
      kind: 'testimony-gone',
      title: 'Testimony gone',
      detail: 'This testimony was published and is not any more. Please delete what you kept of it.',
    })
  return replyForNow(testimonyForPrograms(found, { origin: config().appUrl, slug: campaign.slug }))
})

export const action = methodNotAllowed
