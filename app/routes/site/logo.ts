import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLogo } from '#app/features/organisations/queries.server.ts'
import { refuse } from '#app/http/answer.server.ts'

/** Named after its content: whoever has it need not ask again. Only logos of organisations that are shown have an address. */
export async function loader({ params }: LoaderFunctionArgs) {
  const hash = /^([\da-f]{64})\.webp$/.exec(params.file ?? '')?.[1]
  const logo = hash === undefined ? null : await findLogo(hash)
  if (!logo) throw refuse(404)
  return new Response(logo, {
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
