import { csvLine } from '#app/features/numbers/csv.ts'
import { fileFormats } from '#app/features/numbers/schema.ts'
import { countAside, publicBarometer } from '#app/features/remedies/queries/barometer.server.ts'
import { fileRows, tablesOf } from '#app/features/remedies/barometer/rows.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { badParameter, methodNotAllowed, reply, replyJson, unknownCampaign } from './reply.server.ts'

/** Whether anyone answered. A number is at least that many; `<10` is anything below ten, none included. */
export const loader = machineLoader(async ({ request, params }) => {
  const given = new URL(request.url).searchParams.getAll('format')
  const format = fileFormats.find((known) => known === (given[0] ?? 'json'))
  if (given.length > 1 || !format) return badParameter('format', fileFormats)
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const [published, weeksSetAside] = await Promise.all([publicBarometer(campaign.id), countAside(campaign.id)])
  const { shown = {}, asOf = null, number = 0 } = published ?? {}
  if (format === 'json')
    return replyJson({ campaign: campaign.slug, publication: number, asOf, weeksSetAside, tables: tablesOf(shown) })
  return reply({
    body: fileRows(shown).map(csvLine).join(''),
    type: 'text/csv; charset=utf-8; header=present',
    name: `${campaign.slug}-barometer-${asOf ?? 'none'}.csv`,
  })
})

export const action = methodNotAllowed
