import { newChallenge } from '#app/features/signatures/challenge.server.ts'
import { underAttack } from '#app/features/signatures/queries/guard.server.ts'
import { throttleChallenge } from '#app/http/throttle.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, unknownCampaign } from './reply.server.ts'
import { tooManyRequests } from './try-later.server.ts'

const nobodyKeeps = { 'Cache-Control': 'no-store' }

const howToGoOn = 'Come back in the seconds that Retry-After says. A form may be sent without a challenge.'

/**
 * Work for one form, asked for by the page of a campaign whose guard is up. 204: nothing is asked for. Whoever is refused for want of
 * time sends the form without.
 */
export const loader = machineLoader(async ({ params, context }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  if (!underAttack(campaign.id, context.now)) return new Response(null, { status: 204, headers: nobodyKeeps })
  const { network, shared, now } = context
  const wait = throttleChallenge({ network, shared, about: campaign.slug }, now.getTime())
  if (wait > 0) return tooManyRequests(wait, howToGoOn)
  return Response.json(await newChallenge(campaign.id, context.now), { headers: nobodyKeeps })
})

export const action = methodNotAllowed
