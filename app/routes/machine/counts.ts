import { createReadableStreamFromReadable } from '@remix-run/node'
import { countsFile, countsFileName } from '#app/features/numbers/counts-file.ts'
import { countsWorkbook } from '#app/features/numbers/counts-workbook.server.ts'
import { publicCounts } from '#app/features/numbers/queries.server.ts'
import { readCountsQuestion } from '#app/features/numbers/schema.ts'
import { liveCountAsOf } from '#app/features/signatures/queries/live-count.server.ts'
import { xlsxType } from '#app/infra/files/xlsx.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { dated } from './release-answer.server.ts'
import { badParameter, methodNotAllowed, reply, unknownCampaign } from './reply.server.ts'

export const loader = machineLoader(async ({ request, params }) => {
  const asked = readCountsQuestion(new URL(request.url).searchParams)
  if (asked.outcome === 'not-understood') return badParameter(asked.parameter, asked.allowed)
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const { by, format } = asked.question
  const { rows, placesAsOf } = await publicCounts(campaign.id, by)
  const asOf = placesAsOf === undefined ? liveCountAsOf(campaign.id).asOf : placesAsOf
  if (format === 'xlsx') {
    const answer = reply({ body: '', type: xlsxType, name: countsFileName(campaign.slug, asked.question) })
    const sheet = countsWorkbook(by, rows, asOf ?? campaign.opensAt)
    return dated(new Response(createReadableStreamFromReadable(sheet), answer), asOf)
  }
  const file = countsFile(campaign.slug, { by, format }, rows)
  return dated(reply(format === 'csv' ? file : { body: file.body, type: file.type }), asOf)
})

export const action = methodNotAllowed
