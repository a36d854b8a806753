import type { LoaderFunctionArgs } from '@remix-run/node'
import { findEmbedded, picturedOf } from '#app/features/embeds/embedded.server.ts'
import { keptShareImage } from '#app/features/embeds/kept-image.server.ts'
import { readLocale } from '#app/features/embeds/rules/options.ts'
import { refuse } from '#app/http/answer.server.ts'

const kept = { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = /^([a-z0-9-]+)\.png$/.exec(params.file ?? '')?.[1] ?? ''
  const embedded = await findEmbedded(slug, readLocale(new URL(request.url).searchParams), context.now)
  if (!embedded) throw refuse(404)
  const png = await keptShareImage(picturedOf(embedded), context.now)
  return new Response(new Uint8Array(png), { headers: { ...kept, 'Content-Type': 'image/png' } })
}
