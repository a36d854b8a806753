import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCampaignForStaff } from '#app/features/campaigns/queries/desk.server.ts'
import { previewFile } from '#app/features/handovers/pack/preview.server.ts'
import { packId } from '#app/features/handovers/schema.ts'
import { privatePage, refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A file of a pack as it would be sealed now. Keeps nothing, signs nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'campaign')
  const campaign = await findCampaignForStaff(params.id)
  const id = packId(params.delivery)
  const file = campaign && id !== null ? await previewFile(campaign, { id, name: params.file ?? '' }) : null
  if (!file) throw refuse(404)
  return new Response(new Uint8Array(file.content), {
    headers: {
      ...privatePage,
      'Content-Type': file.type,
      'Content-Disposition': `inline; filename="preview-${file.name}"`,
    },
  })
}
