import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPictureForTeam } from '#app/features/mailings/queries/pictures.server.ts'
import { refuse } from '#app/http/answer.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** A picture that may not be public yet, for those who write letters. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'mail')
  const id = /^([\da-f]{24})\.jpg$/.exec(params.file ?? '')?.[1]
  const picture = id === undefined ? null : await findPictureForTeam(id)
  if (!picture) throw refuse(404)
  return new Response(picture, { headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' } })
}
