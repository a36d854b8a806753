import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublicPicture } from '#app/features/mailings/queries/pictures.server.ts'
import { refuse } from '#app/http/answer.server.ts'

/** A picture of a letter that has begun to go out. Its bytes never change: whoever has it need not ask again. */
export async function loader({ params }: LoaderFunctionArgs) {
  const id = /^([\da-f]{24})\.jpg$/.exec(params.file ?? '')?.[1]
  const picture = id === undefined ? null : await findPublicPicture(id)
  if (!picture) throw refuse(404)
  return new Response(picture, {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
