import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { countsFile, countsFileName } from '#app/features/numbers/counts-file.ts'
import { countsWorkbook } from '#app/features/numbers/counts-workbook.server.ts'
import { countsBy } from '#app/features/numbers/queries.server.ts'
import { readCountsQuestion } from '#app/features/numbers/schema.ts'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { xlsxType } from '#app/infra/files/xlsx.server.ts'

/** True values. No audit entry: a GET changes nothing, and sums are no personal data. Files about people will be asked for by POST. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'analyse')
  const { searchParams } = new URL(request.url)
  const asked = readCountsQuestion(searchParams)
  if (asked.outcome === 'not-understood') throw refuse(400)
  const campaign = await findCampaign(searchParams.get('campaign') ?? '')
  if (!campaign) throw refuse(404)
  const { by, format } = asked.question
  const rows = await countsBy(campaign.id, by)
  const saved = (type: string) => ({
    ...privatePage,
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${countsFileName(campaign.slug, asked.question)}"`,
  })
  if (format === 'xlsx')
    return new Response(createReadableStreamFromReadable(countsWorkbook(by, rows, context.now)), {
      headers: saved(xlsxType),
    })
  const file = countsFile(campaign.slug, { by, format }, rows)
  return new Response(file.body, { headers: saved(file.type) })
}
