import { toTheSecond } from '#app/features/numbers/campaign-facts.server.ts'
import { listReleases } from '#app/features/numbers/queries/releases.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson, unknownCampaign } from './reply.server.ts'

/** The newest first. Addresses are relative to this one’s folder, so that they hold behind any name of the site. */
export const loader = machineLoader(async ({ params }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const releases = await listReleases(campaign.id)
  return replyJson({
    campaign: campaign.slug,
    releases: releases.map(({ day, madeAt, confirmed }) => ({
      date: day,
      madeAt: toTheSecond(madeAt),
      confirmed,
      datapackage: `releases/${day}/datapackage.json`,
      archive: `releases/${day}/package.zip`,
    })),
  })
})

export const action = methodNotAllowed
