import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawBadge } from '#app/features/embeds/badge.server.ts'
import { findEmbedded, picturedOf } from '#app/features/embeds/embedded.server.ts'
import { readLocale } from '#app/features/embeds/rules/options.ts'
import { refuse } from '#app/http/answer.server.ts'

/** Pages of other sites show it to thousands: a browser and a proxy may keep the number for a minute. */
const kept = { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=300' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = /^([a-z0-9-]+)\.svg$/.exec(params.file ?? '')?.[1] ?? ''
  const embedded = await findEmbedded(slug, readLocale(new URL(request.url).searchParams), context.now)
  if (!embedded) throw refuse(404)
  return new Response(drawBadge(picturedOf(embedded)), { headers: { ...kept, 'Content-Type': 'image/svg+xml' } })
}
