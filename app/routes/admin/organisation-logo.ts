import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLogoForTeam } from '#app/features/organisations/queries.server.ts'
import { refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A logo that is not public yet, for those who decide. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'campaign')
  const logo = await findLogoForTeam(params.id ?? '')
  if (!logo) throw refuse(404)
  return new Response(logo, { headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'no-store' } })
}
