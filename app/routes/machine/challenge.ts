import { newChallenge } from '#app/features/signatures/challenge.server.ts'
import { underAttack } from '#app/features/signatures/queries/guard.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, unknownCampaign } from './reply.server.ts'

const nobodyKeeps = { 'Cache-Control': 'no-store' }

/** Work for one form, asked for by the page of a campaign whose guard is up. 204: nothing is asked for. */
export const loader = machineLoader(async ({ params, context }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  if (!underAttack(campaign.id, context.now)) return new Response(null, { status: 204, headers: nobodyKeeps })
  return Response.json(await newChallenge(campaign.id, context.now), { headers: nobodyKeeps })
})

export const action = methodNotAllowed
