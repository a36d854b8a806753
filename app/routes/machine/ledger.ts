import { ledgerCells } from '#app/features/integrity/ledger-file.ts'
import { ledgerOf } from '#app/features/integrity/queries/ledger.server.ts'
import { csvLine } from '#app/features/numbers/csv.ts'
import { fileFormats } from '#app/features/numbers/schema.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { badParameter, methodNotAllowed, reply, replyJson, unknownCampaign } from './reply.server.ts'

export const loader = machineLoader(async ({ request, params }) => {
  const given = new URL(request.url).searchParams.getAll('format')
  const format = fileFormats.find((known) => known === (given[0] ?? 'json'))
  if (given.length > 1 || !format) return badParameter('format', fileFormats)
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const rows = await ledgerOf(campaign.id)
  if (format === 'json') return replyJson(rows)
  return reply({
    body: ledgerCells(rows).map(csvLine).join(''),
    type: 'text/csv; charset=utf-8; header=present',
    name: `${campaign.slug}-ledger.csv`,
  })
})

export const action = methodNotAllowed
