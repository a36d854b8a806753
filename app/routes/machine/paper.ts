import { listPublicBatches } from '#app/features/paper/queries.server.ts'
import { totalOnPaper } from '#app/features/paper/rules.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { methodNotAllowed, replyJson, unknownCampaign } from './reply.server.ts'

/** Every batch counted by hand. `counted` is what the lines with `"counted": true` come to; it is not part of `confirmed`. */
export const loader = machineLoader(async ({ params }) => {
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const batches = await listPublicBatches(campaign.id)
  return replyJson({
    campaign: campaign.slug,
    counted: totalOnPaper(batches),
    batches: batches.map(({ id, verifiedOn, valid, refused, counted, locale, textVersion, ...more }) => ({
      id,
      day: verifiedOn,
      count: valid,
      refused,
      counted,
      textVersion,
      language: locale,
      department: more.department,
      collectedFrom: more.collectedFrom,
      collectedTo: more.collectedTo,
      sha256: more.sha256,
      corrects: more.corrects,
    })),
  })
})

export const action = methodNotAllowed
