import { countsFile } from '#app/features/numbers/counts-file.ts'
import { publicCountsBy } from '#app/features/numbers/queries.server.ts'
import { readCountsQuestion } from '#app/features/numbers/schema.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { badParameter, methodNotAllowed, reply, unknownCampaign } from './reply.server.ts'

export const loader = machineLoader(async ({ request, params }) => {
  const asked = readCountsQuestion(new URL(request.url).searchParams)
  if (asked.outcome === 'not-understood') return badParameter(asked.parameter, asked.allowed)
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const { question } = asked
  const file = countsFile(campaign.slug, question, await publicCountsBy(campaign.id, question.by))
  return reply(question.format === 'csv' ? file : { body: file.body, type: file.type })
})

export const action = methodNotAllowed
