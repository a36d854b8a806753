import type { LoaderFunctionArgs } from '@remix-run/node'
import { findDownload } from '#app/features/handovers/queries/public.server.ts'
import { packId } from '#app/features/handovers/schema.ts'
import { publicPage, refuse } from '#app/http/answer.server.ts'
import { addressedCampaign } from '#app/http/find-campaign.server.ts'

/** A file of a sealed pack, or `pack.zip`: the same bytes for ever. 410 once somebody quoted in it took their words back. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { campaign } = await addressedCampaign(params)
  const id = packId(params.delivery)
  const file = id === null ? null : await findDownload(campaign, { id, name: params.file ?? '' })
  if (file === 'gone') throw refuse(410)
  if (!file) throw refuse(404)
  const { name, type, content } = file
  const how = type === 'application/pdf' || type.startsWith('text/plain') ? 'inline' : 'attachment'
  return new Response(content, {
    headers: { ...publicPage, 'Content-Type': type, 'Content-Disposition': `${how}; filename="${name}"` },
  })
}
