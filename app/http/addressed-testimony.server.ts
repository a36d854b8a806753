import { findContestable } from '#app/features/testimonies/queries/published.server.ts'
import { refuse } from './answer.server.ts'
import { addressedCampaign } from './find-campaign.server.ts'

type Params = Parameters<typeof addressedCampaign>[0] & { id?: string }

/** The testimony of an address, or the sentence of it that may be quoted; `null` once it was on the site and is not any more. @throws 404 for what never was */
export async function addressedTestimony(params: Params) {
  const { campaign, locale } = await addressedCampaign(params)
  const found = await findContestable(campaign.id, params.id ?? '')
  if (!found) throw refuse(404)
  return { campaign, locale, testimony: found === 'withdrawn' ? null : found }
}
