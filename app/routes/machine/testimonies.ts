import { testimonyForPrograms } from '#app/features/testimonies/api.ts'
import { findStretch } from '#app/features/testimonies/queries/published.server.ts'
import { config } from '#app/infra/config.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { badParameter, methodNotAllowed, replyForNow, unknownCampaign } from './reply.server.ts'

const atOnce = 100

/** Published testimonies, the newest first, a hundred at a time: `next` is the address of the following ones. */
export const loader = machineLoader(async ({ request, params }) => {
  const given = new URL(request.url).searchParams.getAll('after')
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const stretch = given.length > 1 ? null : await findStretch(campaign.id, given[0] ?? null, atOnce)
  if (!stretch) return badParameter('after', ['the id of a testimony that is or was published'])
  const { slug } = campaign
  const addresses = { origin: config().appUrl, slug }
  const here = `${addresses.origin}/api/v1/campaigns/${slug}/testimonies`
  return replyForNow({
    campaign: slug,
    testimonies: stretch.voices.map((voice) => testimonyForPrograms(voice, addresses)),
    next: stretch.next === null ? null : `${here}?after=${stretch.next}`,
  })
})

export const action = methodNotAllowed
