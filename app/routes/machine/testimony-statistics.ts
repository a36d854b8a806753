import { csvLine } from '#app/features/numbers/csv.ts'
import { fileFormats } from '#app/features/numbers/schema.ts'
import { publicStatistics } from '#app/features/testimonies/queries/statistics.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { badParameter, methodNotAllowed, reply, replyJson, unknownCampaign } from './reply.server.ts'

/** The release of the week. A number is at least that many; `<10` is anything below ten, none included. */
export const loader = machineLoader(async ({ request, params }) => {
  const given = new URL(request.url).searchParams.getAll('format')
  const format = fileFormats.find((known) => known === (given[0] ?? 'json'))
  if (given.length > 1 || !format) return badParameter('format', fileFormats)
  const campaign = await namedCampaign(params.slug)
  if (!campaign) return unknownCampaign()
  const statistics = await publicStatistics(campaign.id)
  const { total = null, tables = {} } = statistics?.shown ?? {}
  if (format === 'json') return replyJson({ campaign: campaign.slug, asOf: statistics?.asOf ?? null, total, tables })
  const rows = Object.entries(tables).flatMap(([table, cells]) =>
    Object.entries(cells).map(([key, shown]) => [table, key, shown]),
  )
  return reply({
    body: [['table', 'key', 'testimonies'], ...(total === null ? [] : [['total', '', total]]), ...rows]
      .map(csvLine)
      .join(''),
    type: 'text/csv; charset=utf-8; header=present',
    name: `${campaign.slug}-testimonies-${statistics?.asOf ?? 'none'}.csv`,
  })
})

export const action = methodNotAllowed
